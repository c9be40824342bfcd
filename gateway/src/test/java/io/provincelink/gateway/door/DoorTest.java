package io.provincelink.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.Surroundings;
import io.provincelink.gateway.Wire;
import io.provincelink.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DoorTest {

    @ParameterizedTest
    @CsvSource({
        "/breakdown, text/html, 500, internal",
        "/breakdown, application/json, 500, internal",
        "/breakdown/status, */*, 500, internal",
        "/breakdown/forbidden, text/html, 403, forbidden",
    })
    void whatNobodyForesawIsAProblemWithoutDetails(String path, String accept, int status, String type) {
        var answer = Api.unchecked().with("Accept", accept).get(path).expect(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/type")).isEqualTo("urn:provincelink:problem:" + type);
        assertThat(answer.at("/instance")).isEqualTo(path);
        assertThat(answer.response().asString())
                .doesNotContain(Breakdowns.SECRET)
                .doesNotContain("Exception");
    }

    @Test
    void anAnswerThatBreaksDownHalfwayLooksBrokenOff() {
        var seen = Wire.send("GET /breakdown/halfway HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body()).doesNotEndWith("0\r\n\r\n").doesNotContain(Breakdowns.SECRET);
    }

    @Test
    void whoeverKnowsTheAddressIsToldWhereTheDocsAreAndOfNoServerWhereThereIsNone() {
        var answer =
                Api.unchecked().get("/.well-known/oauth-protected-resource").expect(200);
        assertThat(answer.at("/resource_documentation")).startsWith("http://").endsWith("/docs");
        assertThat(answer.json().has("authorization_servers")).isFalse();
    }
}
