package io.provincelink.agreements.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.organisation.OrganisationMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test asks of a day on which no other test has projects, so that all pairs of the answer are its own. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AssistanceOverlapResourceTest {

    private static final String ALL = "/api/v1/assistance-projects";
    private static int nextYear = 1950;

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA", "reader", "editor");

    private String one;
    private String other;
    private int year;

    @BeforeEach
    void twoOrganisations() {
        one = OrganisationMother.published(anonymous, "One");
        other = OrganisationMother.published(anonymous, "Other");
        year = nextYear++;
    }

    private String project(String organisation, String region, String fields) {
        return """
                {"title": {"en": "Project"}, "organisation": "%s", "owner": {"region": "XA"}, "regions": ["%s"],
                 "fields": [%s], "period": {"from": "%d-01-01", "to": "%d-12-31"}, "status": "ACTIVE", "visibility": "PARTIES"}
                """.formatted(organisation, region, fields, year, year);
    }

    private String recorded(String project) {
        return editor.post(ALL, project).expect(201).at("/id");
    }

    private List<JsonNode> pairs(Api asking, String question) {
        List<JsonNode> pairs = new ArrayList<>();
        asking.get(ALL + "/overlaps?period=" + year + question)
                .expect(200)
                .json()
                .at("/items")
                .forEach(pairs::add);
        return pairs;
    }

    @Test
    void a_pair_is_shown_once_with_what_the_two_have_in_common() {
        String older = recorded(project(one, "XA.011", "\"HEALTH\", \"TRADE\""));
        String newer = recorded(project(other, "XA.01101", "\"EDUCATION\", \"HEALTH\""));

        List<JsonNode> pairs = pairs(editor, "");

        assertThat(pairs).hasSize(1);
        JsonNode pair = pairs.get(0);
        assertThat(pair.at("/first/id").asText()).isEqualTo(newer);
        assertThat(pair.at("/second/id").asText()).isEqualTo(older);
        assertThat(pair.at("/first/organisationName/en").asText()).isEqualTo("Other");
        assertThat(pair.at("/fields").toString()).isEqualTo("[\"HEALTH\"]");
        assertThat(pair.at("/regions").toString()).isEqualTo("[\"XA.011\",\"XA.01101\"]");
        assertThat(pair.at("/period/from").asText()).isEqualTo(year + "-01-01");
        assertThat(pair.at("/period/to").asText()).isEqualTo(year + "-12-31");
    }

    @ParameterizedTest
    @CsvSource({
        "XA.01101, XA.01101, 1",
        "XA.01101, XA.01, 1",
        "XA, XA.01101, 1",
        "XA.01101, XA.02101, 0",
        "XA.011, XA.021, 0",
        "XA.01, XA.02, 0"
    })
    void regions_meet_where_one_is_the_other_or_inside_it(String first, String second, int pairs) {
        recorded(project(one, first, "\"HEALTH\""));
        recorded(project(other, second, "\"HEALTH\""));

        assertThat(pairs(editor, "")).hasSize(pairs);
    }

    @Test
    void one_organisation_does_not_overlap_with_itself() {
        recorded(project(one, "XA.011", "\"HEALTH\""));
        recorded(project(one, "XA.011", "\"HEALTH\""));

        assertThat(pairs(editor, "")).isEmpty();
    }

    @Test
    void without_a_common_field_or_a_common_day_nothing_overlaps() {
        recorded(project(one, "XA.011", "\"HEALTH\""));
        recorded(project(other, "XA.011", "\"TRADE\""));
        recorded(project(other, "XA.011", ""));
        recorded(project(other, "XA.011", "\"HEALTH\"")
                .replace(year + "-01-01", (year - 100) + "-01-01")
                .replace(year + "-12-31", (year - 1) + "-12-31"));

        assertThat(pairs(editor, "&field=HEALTH")).isEmpty();
    }

    /** On the other side, where no other test sees them. */
    @Test
    void two_open_ends_overlap_for_ever() {
        Api county = anonymous.as("XB.010101", "reader", "editor");
        String open = project(one, "XB.010101", "\"TOURISM\"")
                .replace("\"XA\"", "\"XB.010101\"")
                .replace(", \"to\": \"%d-12-31\"".formatted(year), "");
        String first = county.post(ALL, open).expect(201).at("/id");
        String second = county.post(ALL, open.replace(one, other)).expect(201).at("/id");

        List<JsonNode> pairs = pairs(county, "/2020&field=TOURISM&region=XB.010000");

        assertThat(pairs).hasSize(1);
        assertThat(pairs.get(0).at("/second/id").asText()).isEqualTo(first);
        assertThat(pairs.get(0).at("/first/id").asText()).isEqualTo(second);
        assertThat(pairs.get(0).at("/period/to").isMissingNode()).isTrue();
    }

    @Test
    void both_of_a_pair_are_in_the_region_that_is_asked_for() {
        recorded(project(one, "XA.01101", "\"HEALTH\""));
        recorded(project(other, "XA.011", "\"HEALTH\""));

        assertThat(pairs(editor, "&region=XA.01101")).hasSize(1);
        assertThat(pairs(editor, "&region=XA.01")).hasSize(1);
        assertThat(pairs(editor, "&region=XA.02")).isEmpty();
        assertThat(pairs(editor, "&region=XA.01101&field=HEALTH")).hasSize(1);
        assertThat(pairs(editor, "&field=TRADE")).isEmpty();
    }

    @Test
    void pairs_of_a_closed_unit_are_its_successors_where_that_is_asked() {
        recorded(project(one, "XA.021", "\"HEALTH\""));
        recorded(project(other, "XA.021", "\"HEALTH\""));

        assertThat(pairs(editor, "&region=XA.01")).isEmpty();
        assertThat(pairs(editor, "&region=XA.01&rollup=current")).hasSize(1);
        assertThat(pairs(editor, "&region=XA.02&rollup=current")).hasSize(1);
        assertThat(pairs(editor, "&region=XB&rollup=current")).isEmpty();
        assertThat(editor.get(ALL + "/overlaps?rollup=all").expect(400).at("/violations/0/pointer"))
                .isEqualTo("?rollup");
    }

    @Test
    void a_pair_of_which_one_is_hidden_does_not_exist() {
        String first = recorded(project(one, "XA.011", "\"HEALTH\""));
        String second = recorded(project(other, "XA.011", "\"HEALTH\""));
        Api approver = anonymous.as("XA", "approver");

        assertThat(pairs(anonymous, "")).isEmpty();
        approver.post(ALL + "/" + first + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);
        assertThat(pairs(anonymous, "")).isEmpty();
        approver.post(ALL + "/" + second + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);

        assertThat(pairs(anonymous, "")).hasSize(1);
    }

    @Test
    void pages_hold_each_pair_once() {
        for (int i = 0; i < 3; i++) {
            recorded(project(one, "XA.011", "\"HEALTH\""));
        }
        recorded(project(other, "XA.011", "\"HEALTH\""));
        recorded(project(other, "XA.011", "\"HEALTH\""));
        List<String> seen = new ArrayList<>();

        String next = ALL + "/overlaps?limit=2&period=" + year;
        while (!next.equals("null")) {
            var page = editor.get(next).expect(200);
            page.json()
                    .at("/items")
                    .forEach(pair -> seen.add(pair.at("/first/id").asText()
                            + pair.at("/second/id").asText()));
            next = page.at("/next");
        }

        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void wrong_questions_are_refused() {
        anonymous.get(ALL + "/overlaps?region=XA.099").expect(400);
        anonymous.get(ALL + "/overlaps?field=MAGIC").expect(400);
        anonymous.get(ALL + "/overlaps?period=x").expect(400);
        anonymous.get(ALL + "/overlaps?cursor=x").expect(400);
        anonymous.get(ALL + "/overlaps?limit=0").expect(400);
    }
}
