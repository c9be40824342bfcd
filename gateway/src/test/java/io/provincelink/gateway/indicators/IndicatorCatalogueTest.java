package io.provincelink.gateway.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.Surroundings;
import io.provincelink.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class IndicatorCatalogueTest {

    private final FakeService agreements = FakeService.agreements();
    private final FakeService exchanges = FakeService.exchanges();
    private final FakeService trade = FakeService.trade();

    @BeforeEach
    void everythingIsUp() {
        agreements.answering(items("grants"));
        exchanges.answering(items("delegations"));
        trade.answering(items("exports"));
    }

    @AfterEach
    void stop() {
        agreements.stop();
        exchanges.stop();
        trade.stop();
    }

    @Test
    void listsTheIndicatorsOfAllServicesInTheOrderOfAReview() {
        JsonNode answer = Api.checked().get("/api/v1/indicators").expect(200).json();
        assertThat(answer.path("items").findValuesAsText("code")).containsExactly("delegations", "exports", "grants");
        assertThat(answer.path("unavailable")).isEmpty();
    }

    @Test
    void saysWhoseAreMissing() {
        exchanges.stop();
        trade.answering("{}");
        JsonNode answer = Api.checked().get("/api/v1/indicators").expect(200).json();
        assertThat(answer.path("items").findValuesAsText("code")).containsExactly("grants");
        assertThat(answer.path("unavailable").toString()).isEqualTo("[\"exchanges-service\",\"trade-service\"]");
    }

    @Test
    void isNotSentAgainUntilAServiceSaysSomethingElse() {
        String tag = Api.checked().get("/api/v1/indicators").expect(200).etag();
        Api known = Api.checked().with("If-None-Match", tag);
        assertThat(known.get("/api/v1/indicators").expect(304).response().asString())
                .isEmpty();
        trade.answering(items("imports"));
        known.get("/api/v1/indicators").expect(200);
    }

    @Test
    void takesNoOtherMethod() {
        var answer = Api.unchecked().post("/api/v1/indicators", "{}").expect(405);
        assertThat(answer.at("/type")).isEqualTo("urn:provincelink:problem:method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    private static String items(String code) {
        return """
                {"items":[{"code":"%s","title":{"en":"%s"},"unit":"grant","counted":{"en":"one by one"},"more":1}]}""".formatted(code, code);
    }
}
