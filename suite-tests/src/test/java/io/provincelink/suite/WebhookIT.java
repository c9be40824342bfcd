package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A partner is told of what happens, whatever happens to the gateway meanwhile. */
@ExtendWith(TriedSuite.class)
class WebhookIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Queue<Came> came = new ConcurrentLinkedQueue<>();

    private final RunningSuite suite;

    WebhookIT(RunningSuite suite) {
        this.suite = suite;
    }

    private record Came(Map<String, List<String>> headers, String body) {}

    private HttpServer receiver() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", this::take);
        server.start();
        return server;
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        came.add(new Came(Map.copyOf(exchange.getRequestHeaders()), body));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @Test
    void a_partner_is_told_of_everything_also_when_the_gateway_is_killed() throws Exception {
        HttpServer server = receiver();
        try {
            Person editor = Person.of(suite, "VN.14", "reader", "editor");
            await().atMost(PATIENCE).until(() -> editor.get("/api/v1/webhooks").status() == 200);
            String refused = "{\"url\": \"http://169.254.169.254/latest/meta-data\"}";
            assertThat(editor.post("/api/v1/webhooks", refused)
                            .expect(400)
                            .json()
                            .at("/violations/0/code")
                            .asText())
                    .isEqualTo("target-not-public");
            JsonNode hook = editor.post(
                            "/api/v1/webhooks",
                            "{\"url\": \"http://127.0.0.1:"
                                    + server.getAddress().getPort() + "/hook\", \"types\": [\"PROGRAMME\"]}")
                    .expect(201)
                    .json();

            List<String> written = new ArrayList<>();
            written.add(programme(editor));
            await().atMost(PATIENCE).until(() -> told().containsAll(written));
            verify(hook.at("/secret").asText());

            kill(suite);
            suite.service("stop", "exchanges-service");
            suite.service("start", "gateway");
            for (int i = 0; i < 5; i++) {
                written.add(programme(editor));
            }
            kill(suite);
            suite.service("start", "gateway");
            written.add(programme(editor));
            suite.service("start", "exchanges-service");

            await().atMost(PATIENCE).until(() -> told().containsAll(written));
            assertThat(told()).containsExactlyInAnyOrderElementsOf(Set.copyOf(written));
            verify(hook.at("/secret").asText());
        } finally {
            server.stop(0);
        }
    }

    /** Writes one and returns its id. */
    static String programme(Person editor) {
        return editor.post("/api/v1/programmes", """
                        {"code": "test-%s", "kind": "BILATERAL", "title": {"en": "Made up for a test"},
                         "parties": [{"region": "VN.14"}, {"region": "XB.010100"}],
                         "period": {"from": "2019-01-01", "to": "2019-12-31"}}
                        """.formatted(UUID.randomUUID()))
                .expect(201)
                .json()
                .at("/id")
                .asText();
    }

    private static void kill(RunningSuite suite) {
        ProcessHandle gateway = suite.javaChildren().stream()
                .filter(child -> child.info().commandLine().orElse("").contains("/gateway/target/"))
                .findFirst()
                .orElseThrow();
        gateway.destroyForcibly();
        gateway.onExit().join();
    }

    private Set<String> told() {
        return came.stream()
                .map(each -> each.body.replaceFirst(".*\"subject\":\"([^\"]+)\".*", "$1"))
                .collect(Collectors.toSet());
    }

    private void verify(String secret) throws WebhookVerificationException {
        for (Came each : came) {
            Map<String, List<String>> headers = each.headers.entrySet().stream()
                    .collect(Collectors.toMap(entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
            new Webhook(secret.substring("whsec_".length())).verify(each.body, headers);
        }
    }
}
