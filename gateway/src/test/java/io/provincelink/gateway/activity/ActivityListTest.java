package io.provincelink.gateway.activity;

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
class ActivityListTest {

    private static final String ADDRESS = "/api/v1/activities?region=XA.01";

    private static final String PROJECT = brief("ASSISTANCE_PROJECT", 3, "Wells");
    private static final String ADOPTION = brief("ADOPTION", 2, "Clubs");

    private final ToldServices services = new ToldServices();

    @BeforeEach
    void everythingIsUp() {
        services.start(
                part(PROJECT + "," + brief("PROGRAMME", 1, "Programme"), work(PROJECT, "an-organisation")),
                part(brief("MEETING", 4, "Talks") + "," + ADOPTION, work(ADOPTION, "XA.01")),
                part("", ""));
    }

    @AfterEach
    void stop() {
        services.stop();
    }

    private static String part(String items, String works) {
        return "{\"items\":[" + items + "],\"works\":[" + works + "],\"cut\":false}";
    }

    private static String work(String activity, String worker) {
        return "{\"activity\":%s,\"worker\":\"%s\",\"around\":[\"XA\",\"XA.01\"]}".formatted(activity, worker);
    }

    @Test
    void putsTheActivitiesOfAllServicesIntoOneListNewestFirst() {
        JsonNode answer = Api.checked().get(ADDRESS).expect(200).json();
        assertThat(answer.at("/items").findValuesAsText("type"))
                .containsExactly("MEETING", "ASSISTANCE_PROJECT", "ADOPTION", "PROGRAMME");
        assertThat(answer.at("/items/1/who/0/region").asText()).isEqualTo("XA.01");
        assertThat(answer.at("/unavailable")).isEmpty();
    }

    @Test
    void workOfTwoServicesThatMeetsIsAnOverlap() {
        JsonNode answer = Api.checked().get(ADDRESS).expect(200).json();
        assertThat(answer.at("/overlaps")).hasSize(1);
        JsonNode overlap = answer.at("/overlaps/0");
        assertThat(overlap.at("/first/title/en").asText()).isEqualTo("Wells");
        assertThat(overlap.at("/second/title/en").asText()).isEqualTo("Clubs");
        assertThat(overlap.at("/regions").toString()).isEqualTo("[\"XA.01\"]");
        assertThat(overlap.at("/fields").toString()).isEqualTo("[\"HEALTH\"]");
        assertThat(overlap.at("/period").toString()).isEqualTo("{\"from\":\"2016-01-01\",\"to\":\"2018-12-31\"}");
        assertThat(answer.at("/overlapsComplete").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"HEALTH\" | \"TOURISM\" | true",
                "2016-01-01 | 2018-12-31 | false",
                "\"2016-01-01\",\"to\":\"2018-12-31\" | \"2019-01-01\",\"to\":null | true",
                "\"2016-01-01\" | null | false",
                "{\"from\":\"2016-01-01\",\"to\":\"2018-12-31\"} | null | true",
                "\"where\":[\"XA.01\"] | \"where\":[\"XA.011\"] | true",
                "\"where\":[\"XA.01\"] | \"where\":[\"XA\"] | false",
                "\"worker\":\"XA.01\" | \"worker\":\"an-organisation\" | true",
            })
    void workThatHasNothingInCommonIsNone(String same, String other, boolean apart) {
        String adoption = work(ADOPTION, "XA.01");
        assertThat(adoption).contains(same);
        String changed = adoption.replace(same, other);
        // a work is around by its own places
        services.exchanges.answering(
                part("", other.contains("XA.011") ? changed.replace("[\"XA\",\"XA.01\"]", "[\"XB\"]") : changed));
        assertThat(Api.checked().get(ADDRESS).expect(200).json().at("/overlaps").isEmpty())
                .isEqualTo(apart);
    }

    @Test
    void whoIsMissingIsNamedAndOverlapsAreNotAllThen() {
        services.exchanges.stop();
        JsonNode answer = Api.checked().get(ADDRESS).expect(200).json();
        assertThat(answer.at("/unavailable").toString()).isEqualTo("[\"exchanges-service\"]");
        assertThat(answer.at("/overlapsComplete").asBoolean()).isFalse();
        assertThat(answer.at("/overlaps")).isEmpty();
        services.stop();
        Api.checked().get(ADDRESS).expect(503);
    }

    @Test
    void asksWhoKeepsWhatIsAskedForOnceAndAsTheCaller() {
        String token = Tokens.of("XA.01", "reader");
        Api.checked()
                .bearing(token)
                .get(ADDRESS + "&field=HEALTH&period=2016/2020&types=PROGRAMME,ADOPTION&rollup=current&limit=7")
                .expect(200);
        String question = "/api/v1/activity-part?limit=7&region=XA.01&rollup=current&field=HEALTH&period=2016%2F2020"
                + "&types=PROGRAMME%2CADOPTION Bearer " + token + " null";
        assertThat(services.asked).containsExactly(question, question);
    }

    @Test
    void theNextPageGoesOnBehindTheLastActivityOfThisOne() {
        JsonNode first = Api.checked().get(ADDRESS + "&limit=2").expect(200).json();
        assertThat(first.at("/items").findValuesAsText("type")).containsExactly("MEETING", "ASSISTANCE_PROJECT");
        services.asked.clear();
        Api.checked().get(first.at("/next").asText()).expect(200);
        assertThat(services.asked)
                .hasSize(2)
                .allMatch(question -> question.contains("&after=0198c0de-0000-7000-8000-000000000003"));
    }

    @Test
    void isNotSentAgainUntilAPartChanges() {
        String tag = Api.checked().get(ADDRESS).expect(200).etag();
        Api.checked().with("If-None-Match", tag).get(ADDRESS).expect(304);
        services.exchanges.answering(part("", ""));
        Api.checked().with("If-None-Match", tag).get(ADDRESS).expect(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?region=XA.99 | ?region",
                "?region=XA.01,XA.02 | ?region",
                "?field=HEALING | ?field",
                "?period=long | ?period",
                "?types=PROGRAMME,DANCE | ?types",
                "?limit=0 | ?limit",
                "?cursor=abc | ?cursor",
                "?rollup=yes | ?rollup",
            })
    void namesWhatIsWrongWithTheQuestion(String query, String pointer) {
        var answer = Api.unchecked().get("/api/v1/activities" + query).expect(400);
        assertThat(answer.json().at("/violations").findValuesAsText("pointer")).contains(pointer);
        assertThat(services.asked).isEmpty();
    }
}
