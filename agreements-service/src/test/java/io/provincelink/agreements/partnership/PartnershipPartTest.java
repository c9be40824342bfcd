package io.provincelink.agreements.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.assistance.AssistanceProjectMother;
import io.provincelink.agreements.donation.DonationMother;
import io.provincelink.agreements.organisation.OrganisationMother;
import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.agreements.twinning.TwinningMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class PartnershipPartTest {

    private static final String PART = "/api/v1/partnership-part?parties=XA.01,XB.010100";

    /** What the gateway asks is no part of the contract. */
    private final Api anonymous = Api.unchecked();

    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api otherSide = anonymous.as("XB.010100", "reader");

    private JsonNode part(Api reader) {
        return reader.get(PART).expect(200).json();
    }

    @Test
    void what_the_two_have_together_is_shown_in_short() {
        String agreement = created("agreements", AgreementMother.shared(AgreementMother.code()));
        String twinning = created("twinnings", TwinningMother.districts());
        String donation = created("donations", DonationMother.shared("x"));

        JsonNode seen = part(otherSide);

        JsonNode first = seen.at("/agreements/items/0");
        assertThat(first.at("/id").asText()).isEqualTo(agreement);
        assertThat(first.at("/type").asText()).isEqualTo("AGREEMENT");
        assertThat(first.at("/href").asText()).isEqualTo("/api/v1/agreements/" + agreement);
        assertThat(first.at("/status").asText()).isEqualTo("EXPIRED");
        assertThat(first.at("/who/0/name/en").asText()).isEqualTo("People's committee");
        assertThat(first.at("/period").toString()).isEqualTo("{\"from\":\"2018-04-01\",\"to\":\"2022-03-31\"}");
        assertThat(seen.at("/twinnings/items/0/id").asText()).isEqualTo(twinning);
        assertThat(seen.at("/twinnings/items/0/title/zh").asText()).isEqualTo("甲十一县 – 乙一县");
        assertThat(seen.at("/donations/items/0/id").asText()).isEqualTo(donation);
        assertThat(seen.at("/donations/items/0/title/en").asText()).isEqualTo("Masks");
        assertThat(seen.at("/donations/items/0/who/0/name/vi").asText()).isEqualTo("Tỉnh B Một");
    }

    @Test
    void programmes_stand_by_the_calendar_and_ask_for_what_they_lack_near_their_end() {
        LocalDate today = LocalDate.now();
        String running = programme(today.minusYears(4), today.plusMonths(2));
        String planned = programme(today.plusMonths(7), today.plusYears(5));
        String past = programme(today.minusYears(9), today.minusYears(4));

        JsonNode seen = part(editor);

        assertThat(seen.at("/programmes/running/items").findValuesAsText("id"))
                .contains(running)
                .doesNotContain(planned, past);
        assertThat(seen.at("/programmes/planned/items").findValuesAsText("id"))
                .contains(planned)
                .doesNotContain(running, past);
        assertThat(seen.at("/programmes/past/items").findValuesAsText("id"))
                .contains(past)
                .doesNotContain(running, planned);
        assertThat(warned(seen, "PROGRAMME_NOT_RENEWED")).contains(running).doesNotContain(planned, past);
        assertThat(warned(seen, "PROGRAMME_NOT_REVIEWED")).contains(running).doesNotContain(planned, past);
    }

    @Test
    void a_project_is_theirs_when_it_serves_one_of_their_programmes() {
        String code = ProgrammeMother.code();
        created("programmes", ProgrammeMother.shared(code));
        String organisation = created("organisations", OrganisationMother.ngo("Helpers"));
        // a unit inside would read the programme's name without seeing the programme
        String project = AssistanceProjectMother.shared(organisation)
                .replace(
                        "{\"region\": \"XA.011\", \"body\": {\"region\": \"XA.011\"",
                        "{\"region\": \"XA.01\", \"body\": {\"region\": \"XA.01\"");
        String serving =
                created("assistance-projects", project.replaceFirst("\\{", "{\"programme\": \"" + code + "\", "));
        String other = created("assistance-projects", project);

        JsonNode assistance = part(editor).at("/assistance/items");

        assertThat(assistance.findValuesAsText("id")).contains(serving).doesNotContain(other);
        assertThat(assistance.at("/0/who/0/name/en").asText()).isEqualTo("Helpers");
        assertThat(assistance.at("/0/who/1/region").asText()).isEqualTo("XA.01");
    }

    @Test
    void what_one_side_keeps_to_itself_is_shown_to_that_side_alone() {
        String own = created("agreements", AgreementMother.ownSide(AgreementMother.code()));
        String shared = created("agreements", AgreementMother.shared(AgreementMother.code()));

        assertThat(part(editor).toString()).contains(own, shared);
        assertThat(part(otherSide).toString()).contains(shared).doesNotContain(own);
        assertThat(part(anonymous).toString()).doesNotContain(own, shared);
        assertThat(part(anonymous.as("VN.15", "reader")).toString()).doesNotContain(own, shared);
    }

    @Test
    void an_agreement_of_a_closed_unit_without_a_successor_is_a_warning() {
        String agreement = created(
                "agreements",
                AgreementMother.shared(AgreementMother.code())
                        .replace("\"region\": \"XA.01\"", "\"region\": \"XA.011\"")
                        .replace("PROVINCIAL", "DISTRICT"));

        assertThat(warned(part(editor), "SUCCESSOR_UNDECIDED")).contains(agreement);
    }

    @Test
    void the_question_must_be_whole() {
        anonymous.get("/api/v1/partnership-part").expect(400);
        anonymous.get("/api/v1/partnership-part?parties=XA.99,XB.010100").expect(400);
        anonymous.get(PART + "&rollup=yes").expect(400);
        anonymous.get(PART + "&rollup=current").expect(200);
    }

    private static List<String> warned(JsonNode part, String code) {
        List<String> ids = new ArrayList<>();
        part.at("/warnings").forEach(warning -> {
            if (warning.at("/code").asText().equals(code)) {
                ids.add(warning.at("/about/id").asText());
            }
        });
        return ids;
    }

    private String programme(LocalDate from, LocalDate to) {
        String draft = ProgrammeMother.shared(ProgrammeMother.code())
                .replace("2016-01-01", from.toString())
                .replace("2020-12-31", to.toString())
                .replaceFirst("(?s),\\s*\"milestones\": \\[.*?\\]\\s*\\}$", "}");
        return created("programmes", draft);
    }

    private String created(String collection, String draft) {
        return editor.post("/api/v1/" + collection, draft).expect(201).at("/id");
    }
}
