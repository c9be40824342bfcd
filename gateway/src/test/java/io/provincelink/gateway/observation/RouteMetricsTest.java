package io.provincelink.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.provincelink.kit.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RouteMetricsTest {

    private static final String CLIENTS = "provincelink.gateway.client.requests";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private RouteMetrics metrics(int clients, int series) {
        return new RouteMetrics(registry, new MetricsSettings() {
            @Override
            public int clients() {
                return clients;
            }

            @Override
            public int series() {
                return series;
            }
        });
    }

    private static Seen seen(@Nullable String client, String method, String route, int status) {
        Visitor visitor = client == null ? null : new Visitor("urn:x", client, null, "VN.02", null, List.of());
        return new Seen(
                Instant.EPOCH,
                Duration.ofMillis(3),
                Trace.begin(),
                visitor,
                "127.0.0.1",
                method,
                route,
                "/x",
                status,
                null);
    }

    private double counted(String client) {
        return registry.find(CLIENTS).tag("client", client).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Test
    void a_request_is_timed_by_its_route_and_counted_for_its_client() {
        RouteMetrics metrics = metrics(10, 100);
        metrics.saw(seen("partner", "GET", "/api/v1/gates", 200));
        metrics.saw(seen("partner", "GET", "/api/v1/gates", 304));
        metrics.saw(seen(null, "GET", "/api/v1/gates", 200));
        assertThat(registry.get("provincelink.gateway.route")
                        .tags("route", "/api/v1/gates", "method", "GET", "status", "2xx")
                        .timer()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get(CLIENTS)
                        .tags("client", "partner", "status", "3xx")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(counted("anonymous")).isEqualTo(1);
    }

    @Test
    void clients_beyond_those_that_are_told_apart_are_counted_together() {
        RouteMetrics metrics = metrics(2, 100);
        for (String client : List.of("a", "b", "c", "d", "a")) {
            metrics.saw(seen(client, "GET", "/api/v1/gates", 200));
        }
        assertThat(counted("a")).isEqualTo(2);
        assertThat(counted("b")).isEqualTo(1);
        assertThat(counted("other")).isEqualTo(2);
        assertThat(registry.find(CLIENTS).counters()).hasSize(3);
    }

    @Test
    void series_beyond_the_most_are_counted_together() {
        RouteMetrics metrics = metrics(100, 3);
        for (int i = 0; i < 20; i++) {
            metrics.saw(seen("client " + i, "GET", "/api/v1/gates", 200));
        }
        assertThat(registry.find(CLIENTS).counters()).hasSizeLessThanOrEqualTo(4);
        assertThat(counted("other")).isEqualTo(17);
    }

    @Test
    void whatever_somebody_calls_a_method_makes_no_series() {
        RouteMetrics metrics = metrics(100, 100);
        for (int i = 0; i < 20; i++) {
            metrics.saw(seen(null, "M" + i, RouteTemplates.UNKNOWN, 404));
        }
        assertThat(registry.find(CLIENTS).counters()).hasSize(1);
        assertThat(registry.find("provincelink.gateway.route").timers()).hasSize(1);
    }
}
