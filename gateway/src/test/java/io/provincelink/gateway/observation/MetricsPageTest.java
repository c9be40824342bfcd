package io.provincelink.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.Surroundings;
import io.provincelink.testing.Api;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What whoever watches the suite reads at the management port. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class MetricsPageTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URI page;

    private final FakeService trade = FakeService.trade();

    @BeforeEach
    void start() {
        trade.answering("{}");
    }

    @AfterEach
    void stop() {
        trade.stop();
    }

    private String metrics() {
        return RestAssured.get(page).asString();
    }

    @Test
    void routes_and_clients_have_series_of_their_own() {
        Api.unchecked()
                .bearing(Tokens.with(Map.of("azp", "observed")))
                .get("/api/v1/gates/x1")
                .expect(200);
        Api.unchecked()
                .bearing(Tokens.with(Map.of("azp", "observed")))
                .get("/api/v1/gates/x2")
                .expect(200);
        Api.unchecked().get("/api/v1/partnerships").expect(400);
        assertThat(metrics().lines())
                .anyMatch(line -> line.startsWith("provincelink_gateway_client_requests_total{client=\"observed\"")
                        && line.contains("route=\"/api/v1/gates/{id}\"")
                        && line.contains("status=\"2xx\"")
                        && line.endsWith(" 2.0"))
                .anyMatch(line -> line.startsWith("provincelink_gateway_route_seconds_bucket{")
                        && line.contains("route=\"/api/v1/gates/{id}\"")
                        && line.contains("le=\"0.5\""))
                .anyMatch(line -> line.startsWith("provincelink_gateway_client_requests_total{client=\"anonymous\"")
                        && line.contains("route=\"/api/v1/partnerships\"")
                        && line.contains("status=\"4xx\""));
    }

    @Test
    void a_client_that_only_says_who_it_is_has_none() {
        String forged = Tokens.foreignSigned("VN.02", "editor");
        Api.unchecked().bearing(forged).get("/api/v1/gates/a-made-up-address").expect(401);
        Api.unchecked().get("/api/v1/made-up-" + System.nanoTime()).expect(404);
        assertThat(metrics())
                .doesNotContain("made-up")
                .containsPattern(
                        "client_requests_total\\{client=\"anonymous\",method=\"GET\",route=\"unknown\",status=\"4xx\"}");
    }
}
