package io.provincelink.trade.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.region.Regions;
import io.provincelink.record.RecordStore;
import io.provincelink.testing.RealPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class TradeLoadsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Caller nobody = Caller.anonymous(Regions.load(), LocalDate.of(2026, 1, 1));

    @Inject
    TradeLoads loads;

    @Test
    void only_what_runs_is_forgotten() {
        UUID cancelled = RecordStore.idOr(null);
        UUID refused = RecordStore.idOr(null);
        QuarkusTransaction.requiringNew().run(() -> {
            TradeLoad load = load(cancelled);
            load.cancel(NOW);
            loads.add(nobody, load);
            loads.add(nobody, load(refused));
        });

        QuarkusTransaction.requiringNew().run(() -> {
            loads.forget(nobody, cancelled);
            loads.forget(nobody, refused);
        });

        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(loads.read(nobody, cancelled)).isPresent();
            assertThat(loads.read(nobody, refused)).isEmpty();
        });
    }

    private static TradeLoad load(UUID id) {
        var loader = new TradeLoad.Loader("XA.01", null, Set.of("statistician"));
        return new TradeLoad(new TradeLoad.Beginning(id, false, loader, List.of(), null, NOW));
    }
}
