package io.provincelink.agreements.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.assistance.AssistanceProjectMother;
import io.provincelink.agreements.organisation.OrganisationMother;
import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.agreements.twinning.TwinningMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class OverviewPartTest {

    private static final String PART = "/api/v1/overview-part?region=";

    /** What the gateway asks is no part of the contract. */
    private final Api anonymous = Api.unchecked();

    private final Api editor = anonymous.as("XA.01", "reader", "editor");

    private static JsonNode part(Api reader, String region) {
        return reader.get(PART + region).expect(200).json();
    }

    @Test
    void aid_is_counted_as_the_summary_counts_it() {
        JsonNode before = part(editor, "XA.011").at("/aid/total");
        String organisation = created("organisations", OrganisationMother.ngo("Overview"));
        String project = created(
                "assistance-projects",
                AssistanceProjectMother.shared(organisation)
                        .replace(
                                "\"EDUCATION\"], \"period\": {\"from\": \"2016-01-01\", \"to\": \"2018-12-31\"}",
                                "\"EDUCATION\"], \"period\": {\"from\": \"2016-01-01\", \"to\": \"2099-12-31\"}"));
        editor.post(
                        "/api/v1/assistance-projects/" + project + "/transactions",
                        AssistanceProjectMother.transaction("DISBURSEMENT", "2017-01-02", "250000", "VND"))
                .expect(201);

        JsonNode seen = part(editor, "XA.011");

        JsonNode total = seen.at("/aid/total");
        assertThat(total.at("/projects").asInt())
                .isEqualTo(before.at("/projects").asInt() + 1);
        assertThat(money(total, "disbursed") - money(before, "disbursed")).isEqualTo(250_000);
        assertThat(money(total, "planned") - money(before, "planned")).isEqualTo(1_000_000);
        assertThat(seen.at("/aid/running/items").findValuesAsText("id")).contains(project);
        assertThat(part(anonymous, "XA.011").toString()).doesNotContain(project);
    }

    @Test
    void programmes_and_twins_are_those_of_the_region_and_of_units_inside_it() {
        String programme = created("programmes", ProgrammeMother.shared(ProgrammeMother.code()));
        String twinning = created("twinnings", TwinningMother.districts());

        JsonNode province = part(editor, "XA.01");
        JsonNode country = part(editor, "XA");
        JsonNode elsewhere = part(editor, "XA.02");

        assertThat(province.at("/programmes/past/items").findValuesAsText("id")).contains(programme);
        assertThat(province.at("/twinnings/items").findValuesAsText("id")).contains(twinning);
        assertThat(country.toString()).contains(programme, twinning);
        assertThat(elsewhere.toString()).doesNotContain(programme, twinning);
    }

    @Test
    void a_private_record_is_in_its_own_sides_overview_alone() {
        String own = created("programmes", ProgrammeMother.ownSide(ProgrammeMother.code()));

        assertThat(part(editor, "XA.01").toString()).contains(own);
        assertThat(part(anonymous.as("XB.010100", "reader"), "XA.01").toString())
                .doesNotContain(own);
        assertThat(part(anonymous, "XA.01").toString()).doesNotContain(own);
    }

    @Test
    void what_a_closed_unit_had_is_under_its_successor_when_that_is_asked_for() {
        String draft = ProgrammeMother.shared(ProgrammeMother.code());
        String programme = anonymous
                .as("XA.01", "reader", "editor")
                .post("/api/v1/programmes", draft.replace("XA.01\"", "XA.02\""))
                .expect(201)
                .at("/id");

        assertThat(part(editor, "XA.01").toString()).doesNotContain(programme);
        assertThat(part(editor, "XA.01&rollup=current").toString()).contains(programme);
    }

    @Test
    void the_question_must_be_whole() {
        anonymous.get("/api/v1/overview-part").expect(400);
        anonymous.get(PART + "XA.99").expect(400);
        anonymous.get(PART + "XA.01&rollup=yes").expect(400);
    }

    private static long money(JsonNode total, String what) {
        for (JsonNode sums : total.at("/money")) {
            if (sums.at("/currency").asText().equals("VND")) {
                return sums.path(what).asLong();
            }
        }
        return 0;
    }

    private String created(String collection, String draft) {
        return editor.post("/api/v1/" + collection, draft).expect(201).at("/id");
    }
}
