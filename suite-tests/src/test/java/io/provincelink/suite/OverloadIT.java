package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** More is asked than a service can do, or than one caller may. */
class OverloadIT {

    private static final int AT_A_TIME = 20;
    private static final Duration SERVICE_TIME = Duration.ofMillis(50);

    /** What the service can do at most. */
    private static final int CAPACITY = (int) (AT_A_TIME * 1000 / SERVICE_TIME.toMillis());

    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    /** An answer and how long it took, seen from when it was due to be asked for. */
    private record Timed(HttpResponse<String> answer, long nanos) {

        boolean isAccepted() {
            return answer.statusCode() == 200;
        }
    }

    @Test
    void at_twice_its_capacity_a_service_answers_nearly_as_fast_as_alone_and_the_rest_is_told_to_come_back() {
        try (PlayedService trade = slow();
                LoneGateway gateway = gateway("an overload", trade, Map.of())) {
            // warms all three of them up
            offered(gateway, CAPACITY / 2, Duration.ofSeconds(4));
            long unloaded = median(offered(gateway, 50, Duration.ofSeconds(2)));

            List<Timed> overload = offered(gateway, 2 * CAPACITY, Duration.ofSeconds(6));

            List<Timed> accepted = overload.stream().filter(Timed::isAccepted).toList();
            System.out.printf(
                    "unloaded p50 %.1f ms; at %d/s %d of %d accepted, p50 %.1f ms%n",
                    unloaded / 1e6, 2 * CAPACITY, accepted.size(), overload.size(), median(accepted) / 1e6);
            assertThat(median(accepted)).isLessThan(3 * unloaded);
            // the service is kept busy: most of what it can do is done
            assertThat(accepted).hasSizeGreaterThan(CAPACITY * 6 * 6 / 10);
            assertThat(overload)
                    .filteredOn(timed -> !timed.isAccepted())
                    .isNotEmpty()
                    .allSatisfy(OverloadIT::saysWhenToTryAgain);

            // at once, not after a while
            List<Timed> after = offered(gateway, 50, Duration.ofSeconds(2));
            assertThat(after).allMatch(Timed::isAccepted);
            assertThat(median(after)).isLessThan(2 * unloaded);
        }
    }

    @Test
    void who_has_used_his_quota_is_told_when_there_is_more() {
        try (PlayedService trade = new PlayedService();
                LoneGateway gateway = gateway(
                        "a quota",
                        trade,
                        Map.of(
                                "PROVINCELINK_GATEWAY_LIMITS_ANONYMOUS_REQUESTS", "5",
                                "PROVINCELINK_GATEWAY_LIMITS_ANONYMOUS_WINDOW", "10s"))) {
            for (int left = 4; left >= 0; left--) {
                HttpResponse<String> answer = gateway.get("/api/v1/gates");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(header(answer, "RateLimit-Policy")).isEqualTo("\"address\";q=5;w=10");
                assertThat(header(answer, "RateLimit")).startsWith("\"address\";r=" + left + ";t=");
            }
            int asked = trade.asked();

            HttpResponse<String> refused = gateway.get("/api/v1/gates");

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(header(refused, "Retry-After")).isIn("1", "2");
            assertThat(header(refused, "RateLimit")).startsWith("\"address\";r=0;t=");
            assertThat(refused.body())
                    .contains("urn:provincelink:problem:too-many-requests", "5 requests in 10 seconds");
            assertThat(trade.asked()).isEqualTo(asked);
            // what the gateway answers itself has the same price; whether it is ready has none
            assertThat(gateway.get("/openapi").statusCode()).isEqualTo(429);
            assertThat(gateway.get("/ready").statusCode()).isEqualTo(200);
            LoneGateway.pause(Integer.parseInt(header(refused, "Retry-After")) * 1000L);
            assertThat(gateway.get("/api/v1/gates").statusCode()).isEqualTo(200);
        }
    }

    private PlayedService slow() {
        return new PlayedService().doing(request -> {
            places.acquire();
            try {
                LoneGateway.pause(SERVICE_TIME.toMillis());
            } finally {
                places.release();
            }
            PlayedService.answer(request, "{}");
        });
    }

    private static LoneGateway gateway(String name, PlayedService trade, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "PROVINCELINK_GATEWAY_TRADE_URL",
                trade.url(),
                "PROVINCELINK_GATEWAY_LIMITS_ANONYMOUS_REQUESTS",
                "1000000"));
        settings.putAll(more);
        return new LoneGateway(name, settings);
    }

    /** Asks at a fixed rate, however slow the answers come. */
    private static List<Timed> offered(LoneGateway gateway, int perSecond, Duration time) {
        List<CompletableFuture<Timed>> asked = new ArrayList<>();
        long begin = System.nanoTime();
        long step = TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (long i = 0; i * step < time.toNanos(); i++) {
            long due = begin + i * step;
            long wait = due - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            asked.add(gateway.ask("/api/v1/gates").thenApply(answer -> new Timed(answer, System.nanoTime() - due)));
        }
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private static long median(List<Timed> timed) {
        List<Long> sorted = timed.stream().map(Timed::nanos).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void saysWhenToTryAgain(Timed refused) {
        assertThat(refused.answer().statusCode()).isIn(429, 503);
        assertThat(header(refused.answer(), "Retry-After")).isNotEmpty();
        assertThat(header(refused.answer(), "Content-Type")).isEqualTo("application/problem+json");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
