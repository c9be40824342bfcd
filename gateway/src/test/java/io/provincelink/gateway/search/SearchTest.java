package io.provincelink.gateway.search;

import static io.provincelink.gateway.ToldServices.brief;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.gateway.Surroundings;
import io.provincelink.gateway.ToldServices;
import io.provincelink.testing.Api;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SearchTest {

    private static final String ADDRESS = "/api/v1/search?q=th%E1%BB%A7y";

    private final ToldServices services = new ToldServices();

    @BeforeEach
    void everythingIsUp() {
        services.start(
                found(hit(90, "PROGRAMME", 4), hit(90, "AGREEMENT", 2), hit(30, "DONATION", 9)),
                found(hit(100, "MEETING", 1), hit(90, "MECHANISM", 3)),
                found().replace("\"cut\":[]", "\"cut\":[\"GATE\"]"));
    }

    @AfterEach
    void stop() {
        services.stop();
    }

    private static String hit(int relevance, String type, int number) {
        return "{\"relevance\":%d,\"record\":%s,\"foundIn\":\"Thanh Thủy\"}"
                .formatted(relevance, brief(type, number, type));
    }

    private static String found(String... hits) {
        return "{\"hits\":[" + String.join(",", hits) + "],\"cut\":[]}";
    }

    @Test
    void mergesTheHitsOfAllServicesTheBestFirstAndTheNewestOfThese() {
        JsonNode answer = Api.checked().get(ADDRESS).expect(200).json();
        assertThat(answer.at("/items").findValuesAsText("type"))
                .containsExactly("MEETING", "PROGRAMME", "MECHANISM", "AGREEMENT", "DONATION");
        assertThat(answer.at("/items/0/foundIn").asText()).isEqualTo("Thanh Thủy");
        assertThat(answer.at("/cut").toString()).isEqualTo("[\"GATE\"]");
        assertThat(answer.at("/next").isNull()).isTrue();
        assertThat(answer.at("/unavailable")).isEmpty();
    }

    @Test
    void asksEachServiceOnceAndAsTheCaller() {
        String token = Tokens.of("XA.01", "reader");
        Api.checked().bearing(token).get(ADDRESS + "&limit=7").expect(200);
        String question = "/api/v1/search-part?q=th%E1%BB%A7y&limit=7 Bearer " + token + " null";
        assertThat(services.asked).containsExactly(question, question, question);
    }

    @Test
    void asksOnlyWhoKeepsWhatIsSearchedFor() {
        JsonNode answer = Api.checked()
                .get(ADDRESS + "&types=MEETING,DELEGATION")
                .expect(200)
                .json();
        assertThat(services.asked).hasSize(1).first().asString().contains("&types=MEETING%2CDELEGATION");
        services.exchanges.stop();
        Api.checked().get(ADDRESS + "&types=MEETING,DELEGATION").expect(503);
        assertThat(answer.at("/unavailable")).isEmpty();
    }

    @Test
    void theNextPageGoesOnBehindTheLastHitOfThisOne() {
        JsonNode first = Api.checked().get(ADDRESS + "&limit=2").expect(200).json();
        assertThat(first.at("/items").findValuesAsText("type")).containsExactly("MEETING", "PROGRAMME");
        services.asked.clear();
        Api.checked().get(first.at("/next").asText()).expect(200);
        assertThat(services.asked)
                .hasSize(3)
                .allMatch(question -> question.contains("&after=90%200198c0de-0000-7000-8000-000000000004&limit=2"));
        Api.unchecked().get(first.at("/next").asText().replace("q=th", "q=t")).expect(400);
    }

    @Test
    void whoIsMissingIsNamed() {
        services.agreements.answering("{\"hits\":[{\"relevance\":1}],\"cut\":[]}");
        JsonNode answer = Api.checked().get(ADDRESS).expect(200).json();
        assertThat(answer.at("/unavailable").toString()).isEqualTo("[\"agreements-service\"]");
        assertThat(answer.at("/items")).hasSize(2);
        services.stop();
        Api.checked().get(ADDRESS).expect(503);
    }

    @Test
    void isNotSentAgainUntilAPartChanges() {
        String tag = Api.checked().get(ADDRESS).expect(200).etag();
        Api.checked().with("If-None-Match", tag).get(ADDRESS).expect(304);
        services.trade.answering(found());
        Api.checked().with("If-None-Match", tag).get(ADDRESS).expect(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ?q",
                "?q= | ?q",
                "?q=%20-%20 | ?q",
                "?q=a&types=GATE,DOOR | ?types",
                "?q=a&limit=201 | ?limit",
                "?q=a&cursor=abc | ?cursor",
                "?query=a | ?query",
            })
    void namesWhatIsWrongWithTheQuestion(String query, String pointer) {
        var answer = Api.unchecked().get("/api/v1/search" + query).expect(400);
        assertThat(answer.json().at("/violations").findValuesAsText("pointer")).contains(pointer);
        assertThat(services.asked).isEmpty();
    }

    @Test
    void aQuestionIsNotWithoutEnd() {
        var answer = Api.unchecked().get("/api/v1/search?q=" + "a".repeat(201)).expect(400);
        assertThat(answer.at("/violations/0/code")).isEqualTo("too-long-text");
    }
}
