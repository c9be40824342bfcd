package io.provincelink.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.Surroundings;
import io.provincelink.testing.Api;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class FeedTest {

    private static final String FEED = "/api/v1/changes";

    private final FakeFeed agreements = new FakeFeed(1, FakeService.agreements());
    private final FakeFeed exchanges = new FakeFeed(2, FakeService.exchanges());
    private final FakeFeed trade = new FakeFeed(3, FakeService.trade());
    private final List<FakeFeed> all = List.of(agreements, exchanges, trade);

    @BeforeEach
    void everythingIsUp() {
        agreements.happens("PROGRAMME", "08:00:01", "{\"a\": 1.50}");
        exchanges.happens("MEETING", "08:00:02", "{}");
        trade.happens("GATE", "08:00:03", "{}");
        // a clock that went back: the order within a service stays
        agreements.happens("TWINNING", "08:00:05", "{}");
        agreements.happens("AGREEMENT", "08:00:04", "{}");
        exchanges.happens("OBSERVATION", "08:00:06", "{}");
        all.forEach(FakeFeed::start);
    }

    @AfterEach
    void stop() {
        all.forEach(FakeFeed::stop);
    }

    /** Follows to the end in pages of this size. */
    private List<String> follow(String question, int limit) {
        List<String> told = new ArrayList<>();
        JsonNode page = Api.checked()
                .get(FEED + question + "limit=" + limit)
                .expect(200)
                .json();
        while (!page.path("items").isEmpty()) {
            assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
            told.addAll(page.path("items").findValuesAsText("type"));
            page = after(page, question, limit);
        }
        return told;
    }

    private static JsonNode after(JsonNode page, String question, int limit) {
        return Api.checked()
                .get(FEED + question + "limit=" + limit + "&after="
                        + page.path("nextCursor").asText())
                .expect(200)
                .json();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "50"})
    void tellsTheChangesOfAllServicesByTimeAndEachServicesInItsOrder(int limit) {
        assertThat(follow("?", limit))
                .containsExactly("PROGRAMME", "MEETING", "GATE", "TWINNING", "AGREEMENT", "OBSERVATION");
    }

    @Test
    void aChangeHasItsPlaceItsAddressAndItsRecordAsTheServiceWroteIt() {
        var answer = Api.checked().get(FEED + "?include=record").expect(200);
        JsonNode second = answer.json().at("/items/1");
        assertThat(answer.response().asString()).contains("\"record\":{\"a\": 1.50}");
        assertThat(second.path("href").asText())
                .isEqualTo("/api/v1/meetings/" + second.path("id").asText());
        assertThat(answer.json().at("/items/5").has("href")).isFalse();
        JsonNode rest = Api.checked()
                .get(FEED + "?after=" + second.path("cursor").asText())
                .expect(200)
                .json();
        assertThat(rest.path("items").findValuesAsText("type"))
                .containsExactly("GATE", "TWINNING", "AGREEMENT", "OBSERVATION");
    }

    @Test
    void theEndHasTheSameCursorUntilSomethingHappens() {
        JsonNode page = Api.checked().get(FEED).json();
        JsonNode end = after(page, "?", 50);
        assertThat(end.path("items")).isEmpty();
        assertThat(end.path("nextCursor")).isEqualTo(page.path("nextCursor"));
        trade.happens("TRADE_FIGURE", "08:00:00", "{}");
        assertThat(after(end, "?", 50).path("items").findValuesAsText("type")).containsExactly("TRADE_FIGURE");
    }

    @Test
    void whatAServiceHasToTellThatIsDownComesLaterAndOnce() {
        exchanges.stop();
        JsonNode without = Api.checked().get(FEED).expect(200).json();
        assertThat(without.path("items").findValuesAsText("type"))
                .containsExactly("PROGRAMME", "GATE", "TWINNING", "AGREEMENT");
        assertThat(without.path("unavailable").toString()).isEqualTo("[\"exchanges-service\"]");
        exchanges.start();
        JsonNode rest = after(without, "?", 50);
        assertThat(rest.path("items").findValuesAsText("type")).containsExactly("MEETING", "OBSERVATION");
        assertThat(rest.path("unavailable")).isEmpty();
        trade.service().answering("{\"items\":[{}],\"nextCursor\":\"x\"}");
        assertThat(after(rest, "?", 50).path("unavailable").toString()).isEqualTo("[\"trade-service\"]");
    }

    @Test
    void withoutAnyServiceThereIsNoFeed() {
        all.forEach(FakeFeed::stop);
        assertThat(Api.checked().get(FEED).expect(503).at("/type")).isEqualTo("urn:provincelink:problem:unavailable");
    }

    @Test
    void aCursorThatAServiceDoesNotKnowAnyMoreIsGone() {
        String foreign = trade.cursor(1);
        assertThat(Api.checked().get(FEED + "?after=" + foreign).expect(410).at("/type"))
                .isEqualTo("urn:provincelink:problem:gone");
    }

    @Test
    void theCursorOfABundleFollowsAgreementsServiceAlone() {
        JsonNode page = Api.checked()
                .get(FEED + "?after=" + agreements.cursor(1))
                .expect(200)
                .json();
        assertThat(page.path("items").findValuesAsText("type")).containsExactly("TWINNING", "AGREEMENT");
        assertThat(page.path("nextCursor").asText()).isEqualTo(agreements.cursor(3));
        assertThat(Api.checked()
                        .get(FEED + "?types=GATE&after=" + agreements.cursor(1))
                        .expect(400)
                        .at("/violations/0/message"))
                .contains("PROGRAMME")
                .doesNotContain("MEETING");
        assertThat(exchanges.asked).isEmpty();
        agreements.stop();
        Api.checked().get(FEED + "?after=" + agreements.cursor(1)).expect(503);
    }

    @Test
    void onlyTheServicesThatKeepSuchRecordsAreAsked() {
        assertThat(follow("?types=MEETING,TWINNING&", 50)).containsExactly("MEETING", "TWINNING");
        assertThat(trade.asked).isEmpty();
        assertThat(exchanges.asked).allSatisfy(line -> assertThat(line).contains("types=MEETING "));
        assertThat(follow("?types=OBSERVATION&", 50)).containsExactly("OBSERVATION");
    }

    @Test
    void theServicesKnowWhoAsksAndForWhichRegion() {
        String token = Tokens.of("VN.02", "reader");
        Api.checked()
                .bearing(token)
                .with("Provincelink-On-Behalf-Of", "CN.532600")
                .get(FEED + "?region=VN.08&limit=7")
                .expect(200);
        assertThat(trade.asked).containsExactly("/api/v1/changes?limit=7&region=VN.08 Bearer " + token + " null");
    }

    @Test
    void nobodyNamesAUnitThroughTheDoor() {
        Api.unchecked()
                .with("provincelink-on-behalf-of", "CN.532600")
                .get("/api/v1/gates")
                .expect(200);
        assertThat(trade.asked).containsExactly("/api/v1/gates null null");
    }

    @ParameterizedTest
    @CsvSource({
        "types=GATE%2CNOTHING, ?types, unknown-value",
        "include=all, ?include, unknown-value",
        "region=VN.99, ?region, unknown-region",
        "limit=0, ?limit, Min",
        "limit=x, ?limit, wrong-format",
        "after=x, ?after, bad-cursor",
        "after=AQEB, ?after, bad-cursor",
        "after=AQ, ?after, bad-cursor",
        "wait=soon, ?wait, wrong-format",
        "wait=30, ?wait, wrong-format",
        "wait=61s, ?wait, out-of-range",
        "wait=PT2M, ?wait, out-of-range",
        "wait=-PT1S, ?wait, out-of-range",
        "wait=PT99999999999H, ?wait, out-of-range",
        "cursor=x, ?cursor, unknown-parameter",
    })
    void badInputIsNamed(String parameter, String pointer, String code) {
        var answer = Api.checked().get(FEED + "?" + parameter).expect(400);
        assertThat(answer.at("/violations/0/pointer")).isEqualTo(pointer);
        assertThat(answer.at("/violations/0/code")).isEqualToIgnoringCase(code);
        assertThat(trade.asked).isEmpty();
    }

    @Test
    void severalFaultsAreNamedAtOnce() {
        var answer = Api.checked().get(FEED + "?types=x&wait=y&region=z").expect(400);
        assertThat(answer.json().path("violations").findValuesAsText("pointer"))
                .containsExactly("?region", "?types", "?wait");
    }

    @Test
    void recordsThatAreTooManyToBeReadAtOnceComeInShorterPages() {
        String large = "{\"a\":\"" + "x".repeat(3 << 20) + "\"}";
        for (int i = 10; i < 14; i++) {
            trade.happens("GATE", "09:00:" + i, large);
        }
        assertThat(follow("?types=GATE&include=record&", 50)).hasSize(5);
    }
}
