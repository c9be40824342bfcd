package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.assistance.AssistanceProjectMother;
import io.provincelink.agreements.organisation.OrganisationMother;
import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The share of this service in who does what where. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ActivityPartTest {

    private static final String PART = "/api/v1/activity-part?region=";

    /** What the gateway asks is no part of the contract. */
    private final Api anonymous = Api.unchecked();

    private final Api editor = anonymous.as("XA.01", "reader", "editor");

    private static JsonNode part(Api reader, String rest) {
        return reader.get(PART + rest).expect(200).json();
    }

    @Test
    void programmes_and_projects_stand_in_one_list_newest_first() {
        String programme = created("programmes", ProgrammeMother.shared(ProgrammeMother.code()));
        String project = project();

        JsonNode seen = part(editor, "XA.01&limit=200");
        JsonNode behind = part(editor, "XA.01&limit=1&after=" + project);

        List<String> ids = new ArrayList<>();
        seen.at("/items").forEach(item -> ids.add(item.at("/id").asText()));
        assertThat(ids).containsSubsequence(project, programme);
        assertThat(behind.at("/items/0/id").asText()).isEqualTo(programme);
        assertThat(behind.at("/items/0/type").asText()).isEqualTo("PROGRAMME");
        assertThat(part(editor, "XA.01&limit=1").at("/items")).hasSize(2);
    }

    @Test
    void work_that_may_overlap_comes_whatever_the_page_is() {
        String project = project();
        created("programmes", ProgrammeMother.shared(ProgrammeMother.code()));

        JsonNode works = part(editor, "XA.01&limit=1&after=" + project).at("/works");

        JsonNode work = works.get(0);
        assertThat(work.at("/activity/id").asText()).isEqualTo(project);
        assertThat(work.at("/around").toString()).isEqualTo("[\"XA\",\"XA.01\",\"XA.011\",\"XA.01101\"]");
        assertThat(works.findValuesAsText("type")).containsOnly("ASSISTANCE_PROJECT");
    }

    @ParameterizedTest
    @CsvSource({
        "XA.01101&field=HEALTH&period=2017, true",
        "XA.011&types=ASSISTANCE_PROJECT, true",
        "XA.01101&field=TOURISM, false",
        "XA.01101&period=2019, false",
        "XA.01101&types=PROGRAMME, false",
        "XB.010100, false",
    })
    void filters_are_those_of_the_lists(String rest, boolean has) {
        String project = project();

        assertThat(part(editor, rest).at("/items").findValuesAsText("id").contains(project))
                .isEqualTo(has);
    }

    @Test
    void what_one_may_not_see_is_not_there() {
        String own = created("programmes", ProgrammeMother.ownSide(ProgrammeMother.code()));
        String project = project();

        assertThat(part(editor, "XA.01").toString()).contains(own, project);
        assertThat(part(anonymous.as("XB.010100", "reader"), "XA.01").toString())
                .doesNotContain(own, project);
        assertThat(part(anonymous, "XA.01").toString()).doesNotContain(own, project);
    }

    @Test
    void the_question_must_be_good() {
        anonymous.get(PART + "XA.99").expect(400);
        anonymous.get(PART + "XA.01&period=long").expect(400);
        anonymous.get(PART + "XA.01&limit=0").expect(400);
    }

    private String project() {
        String organisation = created("organisations", OrganisationMother.ngo("Doers"));
        return created("assistance-projects", AssistanceProjectMother.shared(organisation));
    }

    private String created(String collection, String draft) {
        return editor.post("/api/v1/" + collection, draft).expect(201).at("/id");
    }
}
