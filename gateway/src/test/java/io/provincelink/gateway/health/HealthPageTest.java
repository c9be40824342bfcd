package io.provincelink.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.OwnDatabase;
import io.provincelink.gateway.Surroundings;
import io.provincelink.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is ill, as operators read it at the management port. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@QuarkusTestResource(OwnDatabase.class)
class HealthPageTest {

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final FakeService agreements = FakeService.agreements();

    @BeforeEach
    void start() {
        agreements.answering("{}");
        await().until(() -> isUp("gateway-store"));
    }

    @AfterEach
    void stop() {
        agreements.stop();
    }

    private JsonPath health() {
        return RestAssured.get(management.resolve("/q/health")).jsonPath();
    }

    private boolean isUp(String part) {
        return "UP".equals(health().getString("checks.find { it.name == '" + part + "' }.status"));
    }

    private String more(String part) {
        return health().getString("checks.find { it.name == '" + part + "' }.data");
    }

    private String page() {
        return RestAssured.get(management.resolve("/q/status")).asString();
    }

    @Test
    void every_part_has_a_line() {
        assertThat(health().getList("checks.name", String.class))
                .contains(
                        "agreements-service",
                        "exchanges-service",
                        "trade-service",
                        "gateway-store",
                        "identity-server",
                        "webhooks",
                        "audit");
        assertThat(more("identity-server")).contains("fixed");
        assertThat(more("audit")).contains("waiting");
        assertThat(more("webhooks")).contains("oldest of");
        assertThat(isUp("webhooks")).isTrue();
    }

    @Test
    void a_service_that_is_down_is_named_and_the_gateway_stays_ready() {
        agreements.stop();
        Api.unchecked().get("/api/v1/agreements").expect(503);
        assertThat(isUp("agreements-service")).isFalse();
        assertThat(more("agreements-service")).contains("0 of 1").contains("not ready since ");
        assertThat(page())
                .contains("<td>agreements-service</td><td class=\"ill\">ill</td>")
                .doesNotContain("<script");
        assertThat(RestAssured.get(management.resolve("/q/health/ready")).statusCode())
                .isEqualTo(200);
        assertThat(Api.unchecked().get("/ready").status()).isEqualTo(200);
    }

    @Test
    void a_database_that_is_away_is_named_and_what_needs_it() {
        OwnDatabase.takeAway();
        try {
            await().until(() -> !isUp("webhooks"));
            assertThat(isUp("gateway-store")).isFalse();
            assertThat(isUp("identity-server")).isTrue();
            assertThat(page()).contains("<td>gateway-store</td><td class=\"ill\">ill</td>");
            assertThat(Api.unchecked().get("/ready").status()).isEqualTo(200);
        } finally {
            OwnDatabase.bringBack();
        }
        await().until(() -> isUp("webhooks"));
    }

    @Test
    void nothing_of_it_is_on_the_public_port() {
        Api.unchecked().get("/q/status").expect(404);
        Api.unchecked().get("/q/health").expect(404);
        Api.unchecked().get("/status").expect(404);
    }
}
