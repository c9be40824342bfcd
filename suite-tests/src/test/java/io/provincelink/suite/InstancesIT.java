package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several instances of a service, and instances that are slow, hung, half dead or gone. */
class InstancesIT {

    private static final String GATES = "/api/v1/gates";

    @Test
    void a_stopped_instance_costs_nobody_an_answer() throws Exception {
        PlayedService one = new PlayedService();
        try (PlayedService other = new PlayedService();
                LoneGateway gateway = gateway("two instances", one.url() + "," + other.url(), Map.of())) {
            asked(gateway, 100);
            assertThat(one.asked()).isGreaterThan(20);
            assertThat(other.asked()).isGreaterThan(20);

            // one that is being stopped says so first, and finishes what it has
            CountDownLatch goOn = new CountDownLatch(1);
            CountDownLatch begun = new CountDownLatch(1);
            one.doing(request -> {
                begun.countDown();
                goOn.await();
                PlayedService.answer(request, "\"from the one that leaves\"");
            });
            CompletableFuture<HttpResponse<String>> running = running(gateway, begun);
            one.isReady(false);
            LoneGateway.pause(2_500);
            int before = one.asked();
            asked(gateway, 100);
            assertThat(one.asked()).isEqualTo(before);
            goOn.countDown();
            assertThat(running.join().statusCode()).isEqualTo(200);

            one.close();
            asked(gateway, 50);
            try (PlayedService again = new PlayedService(one.port())) {
                LoneGateway.pause(2_500);
                asked(gateway, 100);
                assertThat(again.asked()).isGreaterThan(20);
                // killed, with no time to say anything
                again.close();
                asked(gateway, 100);
            }
        }
    }

    @Test
    void a_name_is_looked_up_and_stands_for_its_addresses() {
        try (PlayedService trade = new PlayedService();
                LoneGateway gateway = gateway("a name", "http://localhost:" + trade.port(), Map.of())) {
            asked(gateway, 20);
            assertThat(gateway.log()).contains("trade-service has", "127.0.0.1:" + trade.port());
        }
    }

    @Test
    void a_service_that_hangs_costs_its_callers_their_time_only_until_it_is_left_alone() {
        try (PlayedService agreements = new PlayedService();
                PlayedService trade = new PlayedService().doing(request -> LoneGateway.pause(20_000));
                LoneGateway gateway = gateway(
                        "a hung service",
                        trade.url(),
                        Map.of(
                                "PROVINCELINK_GATEWAY_AGREEMENTS_URL",
                                agreements.url(),
                                "PROVINCELINK_GATEWAY_DEADLINE",
                                "1s"))) {
            var hanging =
                    IntStream.range(0, 30).mapToObj(i -> gateway.ask(GATES)).toList();
            // meanwhile
            long begun = System.nanoTime();
            assertThat(gateway.get("/api/v1/programmes").statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(800));
            assertThat(hanging)
                    .allSatisfy(asked -> assertThat(asked.join().statusCode()).isIn(503, 504));

            long refusedAt = System.nanoTime();
            HttpResponse<String> refused = gateway.get(GATES);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.body()).contains("urn:provincelink:problem:unavailable");
            assertThat(Duration.ofNanos(System.nanoTime() - refusedAt)).isLessThan(Duration.ofMillis(500));

            trade.doing(request -> PlayedService.answer(request, "{}"));
            LoneGateway.pause(1_500);
            asked(gateway, 20);
        }
    }

    @Test
    void a_service_that_breaks_every_connection_takes_nothing_else_down() {
        try (PlayedService agreements = new PlayedService();
                PlayedService trade = new PlayedService().doing(request -> {
                    throw new IllegalStateException("half dead");
                });
                LoneGateway gateway = gateway(
                        "a half-dead service",
                        trade.url(),
                        Map.of("PROVINCELINK_GATEWAY_AGREEMENTS_URL", agreements.url()))) {
            for (int i = 0; i < 40; i++) {
                assertThat(gateway.get(GATES).statusCode()).isIn(502, 503);
                assertThat(gateway.get("/api/v1/programmes").statusCode()).isEqualTo(200);
            }
            // a read is tried twice, a write never; and then it is left alone
            assertThat(trade.asked()).isLessThan(60);
            int asked = trade.asked();
            assertThat(gateway.post(GATES).statusCode()).isEqualTo(503);
            assertThat(trade.asked()).isEqualTo(asked);
        }
    }

    @Test
    void a_gateway_that_is_stopped_says_so_and_ends_what_it_has_begun() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (PlayedService trade = new PlayedService().doing(request -> {
                    begun.countDown();
                    LoneGateway.pause(1_500);
                    PlayedService.answer(request, "{}");
                });
                LoneGateway gateway = gateway(
                        "a stop",
                        trade.url(),
                        Map.of("QUARKUS_SHUTDOWN_DELAY", "1s", "QUARKUS_SHUTDOWN_TIMEOUT", "10s"))) {
            CompletableFuture<HttpResponse<String>> running = gateway.ask(GATES);
            begun.await();
            gateway.beginStop();
            LoneGateway.pause(300);
            assertThat(gateway.get("/ready").statusCode()).isEqualTo(503);
            assertThat(running.join().statusCode()).isEqualTo(200);
        }
    }

    private static CompletableFuture<HttpResponse<String>> running(LoneGateway gateway, CountDownLatch begun)
            throws InterruptedException {
        while (true) {
            CompletableFuture<HttpResponse<String>> asked = gateway.ask(GATES);
            LoneGateway.pause(300);
            if (begun.getCount() == 0) {
                return asked;
            }
        }
    }

    private static void asked(LoneGateway gateway, int times) {
        for (int i = 0; i < times; i++) {
            HttpResponse<String> answer = gateway.get(GATES);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    private static LoneGateway gateway(String name, String trade, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "PROVINCELINK_GATEWAY_TRADE_URL", trade, "PROVINCELINK_GATEWAY_LIMITS_ANONYMOUS_REQUESTS", "1000000"));
        settings.putAll(more);
        return new LoneGateway(name, settings);
    }
}
