package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.assistance.AssistanceProjectMother;
import io.provincelink.agreements.donation.DonationMother;
import io.provincelink.agreements.legalact.LegalActMother;
import io.provincelink.agreements.observation.ObservationMother;
import io.provincelink.agreements.organisation.OrganisationMother;
import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.agreements.twinning.TwinningMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A record names only what all of its readers may see: else its text would tell of what is hidden from them. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class HiddenReferenceTest {

    private static final String AGREEMENTS = "/api/v1/agreements";
    private static final String PROGRAMMES = "/api/v1/programmes";
    private static final String ACTS = "/api/v1/legal-acts";
    private static final String OBSERVATIONS = "/api/v1/observations?indicator=grants";
    private static final String TO_PARTIES = "{\"to\": \"PARTIES\"}";
    private static final String TO_PUBLIC = "{\"to\": \"PUBLIC\"}";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api otherSide = anonymous.as("XB.010100", "reader", "editor", "approver");

    /** Where one record of two sides names another record. */
    enum Naming {
        AGREEMENT_RESTS_ON(AGREEMENTS, AGREEMENTS, "restsOn", true),
        AGREEMENT_RENEWS(AGREEMENTS, AGREEMENTS, "renews", false),
        PROGRAMME_AGREEMENTS(PROGRAMMES, AGREEMENTS, "agreements", true),
        PROGRAMME_PREDECESSOR(PROGRAMMES, PROGRAMMES, "predecessor", false),
        PROGRAMME_PARENT(PROGRAMMES, PROGRAMMES, "parent", false),
        TWINNING_AGREEMENT("/api/v1/twinnings", AGREEMENTS, "agreement", false),
        DONATION_PROGRAMME("/api/v1/donations", PROGRAMMES, "programme", false);

        private final String path;
        private final String named;
        private final String field;
        private final boolean isList;

        Naming(String path, String named, String field, boolean isList) {
            this.path = path;
            this.named = named;
            this.field = field;
            this.isList = isList;
        }

        private String pointer() {
            return "/" + field + (isList ? "/0" : "");
        }

        private String value(String code) {
            return isList ? "[\"" + code + "\"]" : "\"" + code + "\"";
        }

        /** A record that both sides see, with the reference. */
        private String draft(String code) {
            String draft =
                    switch (path) {
                        case AGREEMENTS -> AgreementMother.shared(AgreementMother.code());
                        case PROGRAMMES -> ProgrammeMother.shared(ProgrammeMother.code());
                        case "/api/v1/twinnings" -> TwinningMother.communes("EXACT", 1, 1);
                        default -> DonationMother.shared("words").replace("\"programme\": \"words\",", "");
                    };
            return AgreementMother.with(draft, field, value(code));
        }

        private String ownDraft(String code) {
            return draft(code).replace("\"PARTIES\"", "\"OWN_SIDE\"");
        }
    }

    /** Code of a record of both sides that the writer's side alone may see yet. */
    private String hidden(String path) {
        String code = path.equals(AGREEMENTS) ? AgreementMother.code() : ProgrammeMother.code();
        String draft = path.equals(AGREEMENTS) ? AgreementMother.ownSide(code) : ProgrammeMother.ownSide(code);
        editor.post(path, draft).expect(201);
        return code;
    }

    private String created(String path, String draft) {
        return String.valueOf(editor.post(path, draft).expect(201).header("Location"));
    }

    private void publish(String address) {
        approver.post(address + "/publication", TO_PUBLIC).expect(200);
        otherSide.post(address + "/publication", TO_PUBLIC).expect(200);
    }

    private static String fault(Api.Answer refused) {
        return refused.at("/violations/0/pointer") + " " + refused.at("/violations/0/code");
    }

    @ParameterizedTest
    @EnumSource
    void what_the_other_side_reads_does_not_name_what_it_may_not_see(Naming naming) {
        String hidden = hidden(naming.named);

        var refused = editor.post(naming.path, naming.draft(hidden)).expect(400);

        assertThat(fault(refused)).isEqualTo(naming.pointer() + " hidden-from-readers");
        approver.post(naming.named + "/" + hidden + "/publication", TO_PARTIES).expect(200);
        var created = editor.post(naming.path, naming.draft(hidden)).expect(201);
        assertThat(otherSide.get(created.header("Location")).expect(200).at(naming.pointer()))
                .isEqualTo(hidden);
    }

    @ParameterizedTest
    @EnumSource
    void a_draft_of_the_own_side_names_its_other_drafts_and_is_shown_after_them(Naming naming) {
        String hidden = hidden(naming.named);
        String address = created(naming.path, naming.ownDraft(hidden));

        var refused = approver.post(address + "/publication", TO_PARTIES).expect(409);

        assertThat(refused.at("/type")).isEqualTo("urn:provincelink:problem:names-hidden");
        assertThat(fault(refused)).isEqualTo(naming.pointer() + " hidden-from-readers");
        otherSide.get(address).expect(404);
        approver.post(naming.named + "/" + hidden + "/publication", TO_PARTIES).expect(200);
        approver.post(address + "/publication", TO_PARTIES).expect(200);
        otherSide.get(address).expect(200);
    }

    @ParameterizedTest
    @EnumSource
    void what_everybody_reads_names_what_everybody_may_see(Naming naming) {
        String named = hidden(naming.named);
        approver.post(naming.named + "/" + named + "/publication", TO_PARTIES).expect(200);
        String address = created(naming.path, naming.draft(named));
        approver.post(address + "/publication", TO_PUBLIC).expect(200);

        assertThat(fault(otherSide.post(address + "/publication", TO_PUBLIC).expect(409)))
                .isEqualTo(naming.pointer() + " hidden-from-readers");

        anonymous.get(address).expect(404);
        publish(naming.named + "/" + named);
        otherSide.post(address + "/publication", TO_PUBLIC).expect(200);
        assertThat(anonymous.get(address).expect(200).at(naming.pointer())).isEqualTo(named);
    }

    @ParameterizedTest
    @EnumSource
    void a_reference_that_is_added_later_is_held_to_the_same(Naming naming) {
        String shown = hidden(naming.named);
        approver.post(naming.named + "/" + shown + "/publication", TO_PARTIES).expect(200);
        String address = created(naming.path, naming.draft(shown));
        Api any = editor.with("If-Match", "*");

        var refused = any.patch(address, "{\"" + naming.field + "\": " + naming.value(hidden(naming.named)) + "}")
                .expect(400);

        assertThat(fault(refused)).isEqualTo(naming.pointer() + " hidden-from-readers");
        assertThat(editor.get(address).at(naming.pointer())).isEqualTo(shown);
        any.patch(address, "{\"note\": {\"en\": \"else\"}}").expect(200);
    }

    @Test
    void an_agreement_of_both_sides_rests_on_a_legal_act_once_everybody_may_read_that() {
        String act = LegalActMother.code();
        editor.post(ACTS, LegalActMother.decision(act)).expect(201);
        String draft =
                AgreementMother.with(AgreementMother.shared(AgreementMother.code()), "restsOn", "[\"" + act + "\"]");

        assertThat(fault(editor.post(AGREEMENTS, draft).expect(400))).isEqualTo("/restsOn/0 hidden-from-readers");

        approver.post(ACTS + "/" + act + "/publication", TO_PUBLIC).expect(200);
        editor.post(AGREEMENTS, draft).expect(201);
    }

    @Test
    void a_legal_act_becomes_public_after_those_that_it_names() {
        String basis = LegalActMother.code();
        editor.post(ACTS, LegalActMother.decision(basis)).expect(201);
        String act = created(
                ACTS,
                AgreementMother.with(LegalActMother.decision(LegalActMother.code()), "basis", "[\"" + basis + "\"]"));

        assertThat(fault(approver.post(act + "/publication", TO_PUBLIC).expect(409)))
                .isEqualTo("/basis/0 hidden-from-readers");

        approver.post(ACTS + "/" + basis + "/publication", TO_PUBLIC).expect(200);
        approver.post(act + "/publication", TO_PUBLIC).expect(200);
    }

    @Test
    void a_project_of_a_district_does_not_name_what_the_province_keeps_to_itself() {
        String organisation = OrganisationMother.published(anonymous, "References");
        String programme = hidden(PROGRAMMES);
        String draft = AgreementMother.with(
                AssistanceProjectMother.shared(organisation), "programme", "\"" + programme + "\"");
        String path = "/api/v1/assistance-projects";

        assertThat(fault(editor.post(path, draft).expect(400))).isEqualTo("/programme hidden-from-readers");

        publish(PROGRAMMES + "/" + programme);
        editor.post(path, draft).expect(201);
    }

    @Test
    void a_published_figure_names_a_programme_that_everybody_may_see() {
        String programme = hidden(PROGRAMMES);
        String figure = ObservationMother.undated("references", programme);

        assertThat(fault(editor.post(OBSERVATIONS, figure).expect(400))).isEqualTo("/programme hidden-from-readers");
        // who does not see it learns nothing: it is as good as words
        otherSide.post(OBSERVATIONS, figure).expect(201);
        otherSide
                .post(OBSERVATIONS, ObservationMother.undated("references", "no-such-programme"))
                .expect(201);

        publish(PROGRAMMES + "/" + programme);
        editor.post(OBSERVATIONS, figure).expect(201);
    }

    @Test
    void the_fault_says_what_to_do_in_each_language() {
        String draft = Naming.PROGRAMME_PARENT.draft(hidden(PROGRAMMES));

        for (String language : new String[] {"vi", "zh", "en"}) {
            assertThat(editor.with("Accept-Language", language)
                            .post(PROGRAMMES, draft)
                            .expect(400)
                            .at("/violations/0/message"))
                    .as(language)
                    .isNotEqualTo("null")
                    .doesNotContain("hidden-from-readers");
        }
    }
}
