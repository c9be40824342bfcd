package io.provincelink.trade.figure;

import static io.provincelink.trade.Drafts.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.region.Regions;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.trade.Drafts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two writes at once: what is known at a moment is settled when the moment is over. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RevisionsTest {

    private static final String SUMMARY = "/api/v1/trade-summary?reporter=XA.01&period=2009";
    private static final int A_WHILE_MS = 500;

    private final Api api = Api.checked();
    private final Caller nobody = Caller.anonymous(Regions.load(), LocalDate.of(2026, 1, 1));

    @Inject
    Revisions revisions;

    @Test
    void the_last_to_be_known_may_have_the_lower_number() {
        Instant[] known = {Instant.EPOCH};
        QuarkusTransaction.requiringNew().run(() -> {
            int first = revisions.begin(nobody, null);
            report("2009-01");
            known[0] = revisions.close(nobody, first);
        });

        String told = api.get(SUMMARY).expect(200).at("/knownAt");

        assertThat(Instant.parse(told)).isAfterOrEqualTo(known[0].truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void who_is_committed_later_is_known_later() throws Exception {
        CompletableFuture<Instant> other = new CompletableFuture<>();
        Instant[] end = {Instant.EPOCH};
        QuarkusTransaction.requiringNew().run(() -> {
            revisions.close(nobody, revisions.begin(nobody, null));
            new Thread(() -> other.complete(report("2009-02"))).start();
            sleep();
            assertThat(other).isNotDone();
            end[0] = Instant.now();
        });

        assertThat(other.get(30, TimeUnit.SECONDS)).isAfterOrEqualTo(end[0]);
    }

    private static void sleep() {
        try {
            Thread.sleep(A_WHILE_MS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Since when it is known. */
    private Instant report(String month) {
        var figure = Drafts.with(trade(month), "hs", "0101");
        return Instant.parse(api.as("XA.01", "statistician")
                .post("/api/v1/trade-figures", figure)
                .expect(201)
                .at("/updatedAt"));
    }
}
