package io.provincelink.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.Surroundings;
import io.provincelink.gateway.Wire;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That clients leave says nothing about the services: nobody else is sent away for it. */
@QuarkusTest
@QuarkusTestResource(value = HangUpTest.Wary.class, restrictToAnnotatedClass = true)
class HangUpTest {

    private static final int REQUESTS = 4;

    private final List<FakeService> services =
            List.of(FakeService.agreements(), FakeService.exchanges(), FakeService.trade());

    /** Gives a service up soon. */
    public static final class Wary implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            Map<String, String> settings = new Surroundings().start();
            settings.put("provincelink.gateway.breaker.requests", String.valueOf(REQUESTS));
            settings.put("provincelink.gateway.admission.requests-per-caller", String.valueOf(REQUESTS));
            settings.put("provincelink.gateway.connections-per-instance", "100");
            settings.put("provincelink.gateway.deadline", "10s");
            settings.put("provincelink.gateway.composition.deadline", "10s");
            return settings;
        }

        @Override
        public void stop() {}
    }

    @AfterEach
    void stop() {
        services.forEach(FakeService::stop);
    }

    @Test
    void who_reads_many_answers_slowly_leaves_the_service_to_others() throws Exception {
        services.get(2).answering(request -> request.response().setChunked(true).write("never ends"));
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < REQUESTS; i++) {
                Socket client = Wire.begin("GET /api/v1/gates HTTP/1.1\r\nHost: x\r\n\r\n");
                slow.add(client);
                assertThat(client.getInputStream().read()).isEqualTo('H');
            }
            var refused = Wire.get("/api/v1/gates");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text()).contains("urn:provincelink:problem:overloaded", "Retry-After: 1");
            Socket other = Wire.begin("GET /api/v1/gates HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + Tokens.of("VN.02", "reader") + "\r\n\r\n");
            slow.add(other);
            assertThat(new String(other.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        } finally {
            for (Socket client : slow) {
                client.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/search?q=ha", "/api/v1/gates"})
    void clients_that_hang_up_do_not_shut_a_service_off(String path) throws Exception {
        Semaphore asked = new Semaphore(0);
        Semaphore over = new Semaphore(0);
        services.forEach(service -> service.answering("{}"));
        services.get(2).answering(request -> {
            request.connection().closeHandler(closed -> over.release());
            asked.release();
        });
        for (int i = 0; i < 3 * REQUESTS; i++) {
            try (Socket client = Wire.begin("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n")) {
                assertThat(asked.tryAcquire(5, TimeUnit.SECONDS))
                        .as("request %d reaches the service", i)
                        .isTrue();
            }
            assertThat(over.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        }
        services.get(2).answering("{\"items\": []}");
        assertThat(Wire.get("/api/v1/gates").status()).isEqualTo(200);
    }
}
