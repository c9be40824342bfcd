package io.provincelink.gateway.review;

import static io.provincelink.gateway.review.ReviewedServices.ADDRESS;
import static io.provincelink.gateway.review.ReviewedServices.indicators;
import static io.provincelink.gateway.review.ReviewedServices.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.gateway.Surroundings;
import io.provincelink.gateway.Wire;
import io.provincelink.testing.Api;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ReviewTest {

    private final ReviewedServices services = new ReviewedServices();

    @BeforeEach
    void everythingIsUp() {
        services.start();
    }

    @AfterEach
    void stop() {
        services.stop();
    }

    @Test
    void composesThePartsOfAllServices() {
        JsonNode review = Api.checked().get(ADDRESS).expect(200).json();
        assertThat(names(review))
                .containsExactlyInAnyOrder(
                        "programme", "results", "mechanisms", "twinnings", "donations", "assessment", "unavailable");
        assertThat(names(review.path("programme")))
                .containsExactlyInAnyOrder("id", "code", "kind", "title", "parties", "period", "status");
        assertThat(review.at("/programme/parties").toString()).isEqualTo("[\"VN.02\",\"CN.532600\"]");
        assertThat(indicators(review))
                .containsExactly(
                        "high-level-meetings", "delegations", "trade-turnover", "vehicle-permits", "twinned-districts");
        assertThat(review.at("/mechanisms/0/due").isNull()).isTrue();
        assertThat(review.at("/twinnings/0/sides/1/regions/0").asText()).isEqualTo("CN.532625");
        assertThat(review.at("/donations/0/items/0/figure/value").asInt()).isEqualTo(30_000);
        assertThat(review.at("/assessment/format").asText()).isEqualTo("ONLINE");
        assertThat(review.at("/unavailable")).isEmpty();
    }

    @Test
    void aResultSaysWhatWasPublishedAndWhatIsRecordedWithExactlyTheseKeys() {
        JsonNode turnover = result(Api.checked().get(ADDRESS).json(), "trade-turnover");
        assertThat(names(turnover))
                .containsExactlyInAnyOrder(
                        "indicator",
                        "title",
                        "unit",
                        "target",
                        "published",
                        "recorded",
                        "progress",
                        "basis",
                        "verdict");
        assertThat(names(turnover.at("/published/0")))
                .containsExactlyInAnyOrder("period", "periodAsPublished", "figure", "comparedToTarget", "source");
        assertThat(turnover.at("/published/0/figure").toString())
                .isEqualTo("{\"value\":6000000000,\"qualifier\":\"OVER\",\"unit\":\"USD\"}");
        assertThat(turnover.at("/published/0/comparedToTarget/exceedsByPercent").asInt())
                .isEqualTo(200);
        assertThat(turnover.at("/recorded/coverage").toString())
                .isEqualTo("{\"present\":0,\"expected\":60,\"unit\":\"month\"}");
        assertThat(turnover.at("/target").isNull()).isTrue();
        assertThat(turnover.at("/progress").isNull()).isTrue();
        assertThat(turnover.at("/basis").asText()).isEqualTo("PUBLISHED");
        assertThat(turnover.at("/verdict").asText()).isEqualTo("EXCEEDED");
        assertThat(names(
                        result(Api.checked().get(ADDRESS).json(), "delegations").at("/published/0")))
                .doesNotContain("comparedToTarget", "scopeNote");
    }

    @Test
    void aRowIsNamedAfterWhatItsFiguresCountWhereThatIsNarrower() {
        String permits = Told.published("180000", "ABOUT", "permit", null);
        String ofOneGate = permits.replaceFirst("\"indicator\":\"x\"", """
                "indicator":"x","title":{"en":"At one gate"},"scopeNote":{"en":"One gate"},"asOf":"2021-01-01\"""");
        services.trade.answering(
                "{\"indicators\":[" + Told.line("vehicle-permits", "permit", ofOneGate, "0", "0/60") + "]}");
        JsonNode narrow = result(Api.checked().get(ADDRESS).expect(200).json(), "vehicle-permits");
        assertThat(narrow.at("/title/en").asText()).isEqualTo("At one gate");
        assertThat(names(narrow.at("/published/0")))
                .containsExactlyInAnyOrder("period", "periodAsPublished", "figure", "source");
        services.trade.answering("{\"indicators\":["
                + Told.line("vehicle-permits", "permit", ofOneGate + "," + permits, "0", "0/60") + "]}");
        JsonNode mixed = result(Api.checked().get(ADDRESS).expect(200).json(), "vehicle-permits");
        assertThat(mixed.at("/title/en").asText()).isEqualTo("vehicle-permits");
        assertThat(names(mixed.at("/published/0")))
                .containsExactlyInAnyOrder("period", "periodAsPublished", "figure", "source");
    }

    @Test
    void aRowIsInTheCurrencyOfItsFigures() {
        String dong = Told.published("48900000000", "OVER", "VND", null);
        String onlyPublished = """
                {"indicator":"exports","title":{"en":"Exports"},"unit":"USD","published":[%s],"recorded":null}""".formatted(dong);
        services.trade.answering(
                "{\"indicators\":[" + onlyPublished + "," + Told.line("imports", "USD", dong, "5", "1/60") + "]}");

        JsonNode review = Api.checked().get(ADDRESS).expect(200).json();

        assertThat(result(review, "exports").at("/unit").asText()).isEqualTo("VND");
        assertThat(result(review, "imports").at("/unit").asText()).isEqualTo("USD");
    }

    @ParameterizedTest
    @CsvSource({
        // names this programme, by code or id
        Told.CODE + ", 2016-01-01/2020-12-31, EXCEEDED",
        Told.CODE + ", , EXCEEDED",
        Told.ID + ", 2016-01-01/2019-12-31, EXCEEDED",
        // names none, for this programme's period or another one
        ", 2016-01-01/2020-12-31, EXCEEDED",
        ", 2016-01-01/2020-12-30, NO_TARGET",
        ", 2015-01-01/2020-12-31, NO_TARGET",
        // names another one
        "ha-giang-wenshan-2011-2015, 2016-01-01/2020-12-31, NO_TARGET",
        "ha-giang-wenshan-2020-2024, , NO_TARGET",
    })
    void aComparisonCountsForTheProgrammeWhoseTargetItMeans(String programme, String period, Review.Verdict verdict) {
        String figure = Told.about(programme, period, Told.published("6000000000", "OVER", "USD", "200"));
        services.trade.answering("{\"indicators\":[" + Told.line("trade-turnover", "USD", figure, "0", "0/60") + "]}");
        JsonNode turnover = result(Api.checked().get(ADDRESS).expect(200).json(), "trade-turnover");
        assertThat(turnover.at("/verdict").asText()).isEqualTo(verdict.name());
        assertThat(names(turnover.at("/published/0")))
                .containsExactlyInAnyOrder("period", "periodAsPublished", "figure", "comparedToTarget", "source");
    }

    @Test
    void withATargetTheFigureStillDecidesWhereTheComparisonIsAnothersOne() {
        services.agreements.answering(services.telling(Told.programme("""
                [{"indicator":"trade-turnover","kind":"TOTAL","direction":"UP",
                  "target":{"value":9000000000,"qualifier":"EXACT","unit":"USD"}}]""")));
        String figure =
                Told.about("another", "2016-01-01/2020-12-31", Told.published("6000000000", "EXACT", "USD", "200"));
        services.trade.answering("{\"indicators\":[" + Told.line("trade-turnover", "USD", figure, "0", "0/60") + "]}");
        JsonNode turnover = result(Api.checked().get(ADDRESS).expect(200).json(), "trade-turnover");
        assertThat(turnover.at("/verdict").asText()).isEqualTo("BEHIND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "/", "a/b/c", "text/html;q=x", ""})
    void anAcceptHeaderThatNobodyUnderstandsIsNoFaultOfTheGateway(String accept) {
        for (String address : List.of(ADDRESS, "/api/v1/indicators")) {
            int status = Wire.get(address, "Accept: " + accept).status();
            assertThat(status).as(address).isBetween(200, 499);
        }
    }

    @Test
    void asksForTheProgrammesPartiesPeriodAndNamesAsTheCaller() {
        String token = Tokens.of("VN.02", "reader");
        Api.checked()
                .bearing(token)
                .with("Accept-Language", "vi")
                .get("/api/v1/programmes/" + Told.ID + "/review")
                .expect(200);
        String question = "/api/v1/review-part?parties=VN.02%2CCN.532600&period=2016-01-01%2F2020-12-31&programme="
                + Told.ID + "%2C" + Told.CODE + " Bearer " + token + " vi";
        assertThat(services.asked)
                .containsExactlyInAnyOrder(
                        "/api/v1/programmes/" + Told.ID + " Bearer " + token + " vi", question, question, question);
    }

    @Test
    void aGoalIsShownWithItsTargetProgressAndVerdict() {
        services.agreements.answering(services.telling(Told.programme("""
                [{"id":"0198c0de-0000-7000-8000-0000000000b1","indicator":"delegations","kind":"TOTAL","direction":"UP",
                  "target":{"value":100,"qualifier":"EXACT","unit":"delegation"}},
                 {"indicator":"mechanism-sessions","kind":"TOTAL","direction":"UP",
                  "target":{"value":5,"qualifier":"EXACT","unit":"session"}}]""")));
        JsonNode review = Api.checked().get(ADDRESS).expect(200).json();
        JsonNode delegations = result(review, "delegations");
        assertThat(delegations.at("/target/value").asInt()).isEqualTo(100);
        assertThat(delegations.at("/progress").toString())
                .isEqualTo("{\"value\":129,\"qualifier\":\"EXACT\",\"unit\":\"percent\"}");
        assertThat(delegations.at("/verdict").asText()).isEqualTo("EXCEEDED");
        assertThat(result(review, "mechanism-sessions").at("/verdict").asText()).isEqualTo("NO_DATA");
    }

    @Test
    void isNotSentAgainUntilAPartChanges() {
        var first = Api.checked().get(ADDRESS).expect(200);
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(first.header("Vary")).contains("Authorization");
        Api known = Api.checked().with("If-None-Match", first.etag());
        assertThat(known.get(ADDRESS).expect(304).response().asString()).isEmpty();
        services.trade.answering(Told.trade().replace("180000", "180001"));
        assertThat(known.get(ADDRESS).expect(200).etag()).isNotEqualTo(first.etag());
        services.trade.stop();
        known.get(ADDRESS).expect(200);
    }

    @Test
    void isTheSameReviewHoweverTheServicesWriteTheirParts() {
        String tag = Api.checked().get(ADDRESS).expect(200).etag();
        assertThat(Api.checked().get(ADDRESS).expect(200).etag()).isEqualTo(tag);
        services.trade.answering(Told.trade().replace("{\"indicators\":[", "{\"more\":1,\n \"indicators\" : [ "));
        services.agreements.answering(
                services.telling(Told.programme("[]").replace("2026-01-01T00:00:00Z", "2026-02-02T00:00:00Z")));
        Api.checked().with("If-None-Match", tag).get(ADDRESS).expect(304);
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(entry -> entry.getKey()).toList();
    }
}
