package io.provincelink.gateway.observation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times requests by route, and counts them by client and route. Whatever somebody sends, the number of series has an end:
 * routes and methods are those that there are, and clients, who have a token that was accepted, are told apart up to a limit.
 */
@Singleton
class RouteMetrics implements Watcher {

    /** Seconds at which people notice a difference; the averages in between say little about the slow ones. */
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(25), Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2)
    };

    private static final String ANONYMOUS = "anonymous";
    private static final String UNNAMED = "unnamed";
    private static final String OTHER = "other";
    private static final int LONGEST_NAME = 100;

    private final MeterRegistry metrics;
    private final MetricsSettings settings;
    private final Map<Way, Timer> ways = new ConcurrentHashMap<>();
    private final Map<Share, Counter> shares = new ConcurrentHashMap<>();
    private final Set<String> clients = ConcurrentHashMap.newKeySet();

    RouteMetrics(MeterRegistry metrics, MetricsSettings settings) {
        this.metrics = metrics;
        this.settings = settings;
    }

    private record Way(String route, String method, String status) {}

    private record Share(String client, Way way) {}

    @Override
    public void saw(Seen seen) {
        Way way = new Way(seen.route(), seen.method(), seen.status() == 0 ? "gone" : seen.status() / 100 + "xx");
        ways.computeIfAbsent(way, this::timer).record(seen.took());
        Share share = new Share(client(seen.visitor()), way);
        Counter known = shares.get(share);
        if (known == null) {
            // a few more than that when several come at once; the others of a client are bounded as its routes are
            Share counted = shares.size() < settings.series() ? share : new Share(OTHER, way);
            known = shares.computeIfAbsent(counted, this::counter);
        }
        known.increment();
    }

    private String client(@Nullable Visitor visitor) {
        if (visitor == null) {
            return ANONYMOUS;
        }
        String name = visitor.client() == null ? UNNAMED : visitor.client();
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return clients.contains(shown) || clients.size() < settings.clients() && clients.add(shown) ? shown : OTHER;
    }

    private Timer timer(Way way) {
        return Timer.builder("provincelink.gateway.route")
                .description("Requests by the template of their address, until the end of the answer")
                .tags("route", way.route(), "method", way.method(), "status", way.status())
                .serviceLevelObjectives(BOUNDS)
                .register(metrics);
    }

    private Counter counter(Share share) {
        Way way = share.way();
        return Counter.builder("provincelink.gateway.client.requests")
                .description("Requests by the client of the token and by the template of their address")
                .tags("client", share.client(), "route", way.route(), "method", way.method(), "status", way.status())
                .register(metrics);
    }
}
