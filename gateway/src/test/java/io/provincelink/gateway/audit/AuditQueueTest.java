package io.provincelink.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.provincelink.gateway.observation.Seen;
import io.provincelink.gateway.store.Store;
import io.provincelink.gateway.store.StoreSettings;
import io.provincelink.kit.trace.Trace;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditQueueTest {

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        vertx.close();
    }

    private AuditQueue queue(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(StoreSettings.class)
                .withMapping(AuditSettings.class)
                .withDefaultValues(settings)
                .build();
        Store store = new Store(vertx, config.getConfigMapping(StoreSettings.class));
        return new AuditQueue(store, config.getConfigMapping(AuditSettings.class), metrics);
    }

    private static AuditEntry entry(String path) {
        return AuditEntry.of(new Seen(
                Instant.EPOCH, Duration.ZERO, Trace.begin(), null, "", "POST", "/api/v1/gates", path, 201, null));
    }

    private double lost() {
        return metrics.get("provincelink.gateway.audit.lost").counter().count();
    }

    @Test
    void what_waits_stays_in_order_until_it_is_written() {
        AuditQueue queue = queue(Map.of("provincelink.gateway.store.url", "jdbc:postgresql://127.0.0.1:1/x"));
        List.of("/1", "/2", "/3").forEach(path -> queue.add(entry(path)));
        assertThat(queue.oldest(2)).extracting(AuditEntry::path).containsExactly("/1", "/2");
        assertThat(queue.size()).isEqualTo(3);
        queue.written(2);
        assertThat(queue.oldest(2)).extracting(AuditEntry::path).containsExactly("/3");
    }

    @Test
    void beyond_its_bound_entries_are_counted_and_those_that_were_there_stay() {
        AuditQueue queue = queue(Map.of(
                "provincelink.gateway.store.url", "jdbc:postgresql://127.0.0.1:1/x",
                "provincelink.gateway.audit.waiting", "2"));
        for (int i = 0; i < 5; i++) {
            queue.add(entry("/" + i));
        }
        assertThat(queue.isFull()).isTrue();
        assertThat(lost()).isEqualTo(3);
        assertThat(queue.lost()).isEqualTo(3);
        assertThat(queue.oldest(9)).extracting(AuditEntry::path).containsExactly("/0", "/1");
        queue.written(1);
        assertThat(queue.isFull()).isFalse();
    }

    @Test
    void where_no_database_is_to_be_nothing_waits_for_it() {
        AuditQueue queue = queue(Map.of());
        queue.add(entry("/1"));
        assertThat(queue.size()).isZero();
        assertThat(lost()).isZero();
    }
}
