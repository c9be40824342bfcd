package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged gateway composes out of the published dataset. */
@ExtendWith(SharedSuite.class)
class CompositionIT {

    private static final String PARTNERSHIP = "/api/v1/partnerships?parties=VN.02,CN.532600";

    private final RunningSuite suite;

    CompositionIT(RunningSuite suite) {
        this.suite = suite;
    }

    private JsonNode asked(String address) {
        JsonNode answer = suite.get(address).expect(200).json();
        assertThat(answer.at("/unavailable")).as(address).isEmpty();
        return answer;
    }

    @Test
    void two_provinces_have_their_programme_talks_twins_and_gifts_together() {
        JsonNode answer = asked(PARTNERSHIP);

        assertThat(answer.at("/parties").findValuesAsText("code")).containsExactly("VN.02", "CN.532600");
        assertThat(answer.at("/parties/0/successors").toString()).isEqualTo("[\"VN.08\"]");
        assertThat(answer.at("/programmes/past/items").findValuesAsText("code")).contains("ha-giang-wenshan-2016-2020");
        assertThat(answer.at("/agreements/items").findValuesAsText("code"))
                .contains("ha-giang-wenshan-cooperation-programme-2021-2025");
        assertThat(answer.at("/mechanisms/items").findValuesAsText("type")).contains("MECHANISM");
        assertThat(answer.at("/meetings/last").findValuesAsText("type")).contains("MEETING");
        assertThat(answer.at("/twinnings/items")).isNotEmpty();
        assertThat(answer.at("/donations/items").findValuesAsText("href"))
                .contains("/api/v1/donations/0198c0de-0000-7000-8000-000000000031");
        assertThat(answer.at("/trade").isArray()).isTrue();
    }

    @Test
    void what_ha_giang_had_is_in_the_overview_of_its_successor() {
        JsonNode alone = asked("/api/v1/regions/VN.08/overview");
        JsonNode whole = asked("/api/v1/regions/VN.08/overview?rollup=current");

        assertThat(whole.at("/programmes").findValuesAsText("code")).contains("ha-giang-wenshan-2016-2020");
        assertThat(alone.at("/programmes").findValuesAsText("code")).doesNotContain("ha-giang-wenshan-2016-2020");
        assertThat(whole.at("/region/code").asText()).isEqualTo("VN.08");
        assertThat(whole.at("/twinnings/items")).isNotEmpty();
        assertThat(whole.at("/aid/total/projects").isNumber()).isTrue();
    }

    @Test
    void who_does_what_in_a_district_is_one_list_with_pages() {
        JsonNode answer = asked("/api/v1/activities?region=VN.066&limit=1");
        JsonNode all = asked("/api/v1/activities?region=VN.066&limit=200");

        assertThat(all.at("/items").findValuesAsText("type")).contains("ASSISTANCE_PROJECT", "PROGRAMME", "MEETING");
        assertThat(all.at("/overlapsComplete").asBoolean()).isTrue();
        int pages = 1;
        while (!answer.at("/next").isNull()) {
            answer = asked(answer.at("/next").asText());
            pages++;
        }
        assertThat(pages).isEqualTo(all.at("/items").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"v%C4%83n%20s%C6%A1n", "VAN%20SON", "%E6%96%87%E5%B1%B1", "wenshan"})
    void one_search_finds_records_of_several_services_with_or_without_marks(String q) {
        JsonNode answer = asked("/api/v1/search?limit=200&q=" + q);

        assertThat(answer.at("/items").findValuesAsText("type")).contains("PROGRAMME", "MECHANISM", "MEETING");
        List<Integer> relevance = answer.at("/items").findValues("relevance").stream()
                .map(JsonNode::asInt)
                .toList();
        assertThat(relevance).isSortedAccordingTo((one, other) -> other - one);
    }

    @Test
    void a_gate_is_found_by_either_of_its_names() {
        for (String q : List.of("thanh%20thuy", "%E5%A4%A9%E4%BF%9D")) {
            assertThat(asked("/api/v1/search?types=GATE&q=" + q).at("/items").findValuesAsText("code"))
                    .contains("thanh-thuy-tianbao");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PARTNERSHIP,
                "/api/v1/regions/VN.02/overview",
                "/api/v1/activities?region=VN.02",
                "/api/v1/search?q=ha%20giang",
                "/api/v1/indicators"
            })
    void who_has_an_answer_gets_304(String address) {
        String etag = suite.get(address).expect(200).header("ETag");

        assertThat(etag).isNotEmpty();
        suite.getIfNoneMatch(etag, address).expect(304);
    }

    @Test
    void a_draft_of_one_side_is_in_that_sides_answers_alone() {
        Person editor = Person.of(suite, "VN.08", "reader", "editor");
        String code = "composition-" + System.nanoTime();
        String draft = """
                {"code": "%s", "kind": "MEMORANDUM", "level": "PROVINCIAL", "visibility": "OWN_SIDE", "title": {"en": "Zzyzx"},
                 "parties": [{"region": "VN.08"}, {"region": "CN.532600"}], "signedOn": "2026-01-05"}
                """;
        String id = editor.post("/api/v1/agreements", draft.formatted(code))
                .expect(201)
                .json()
                .at("/id")
                .asText();
        String[] addresses = {"/api/v1/partnerships?parties=VN.08,CN.532600", "/api/v1/search?q=zzyzx"};

        for (String address : addresses) {
            assertThat(editor.get(address).expect(200).json().toString())
                    .as(address)
                    .contains(id);
            assertThat(suite.get(address).expect(200).json().toString())
                    .as(address)
                    .doesNotContain(id);
            assertThat(Person.of(suite, "CN.532600", "reader")
                            .get(address)
                            .expect(200)
                            .json()
                            .toString())
                    .as(address)
                    .doesNotContain(id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"partnership-part", "overview-part", "activity-part", "search-part"})
    void the_parts_are_closed_to_the_outside(String part) {
        suite.get("/api/v1/" + part + "?parties=VN.02,CN.532600").expect(404);
    }
}
