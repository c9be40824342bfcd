package io.provincelink.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.time.Today;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was signed stays signed: who states that it was, and who may still change the words. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class StatedSigningTest {

    private static final String ALL = "/api/v1/agreements";
    private static final String SIGNED = "{\"signedOn\": \"2018-03-01\"}";
    private static final String IN_FORCE = "{\"period\": {\"from\": \"2018-04-01\", \"to\": \"2030-03-31\"}}";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor").with("If-Match", "*");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api otherEditor =
            anonymous.as("XB.010100", "reader", "editor").with("If-Match", "*");
    private final Api otherApprover = anonymous.as("XB.010100", "reader", "approver");

    private String drafted() {
        return recorded(AgreementMother.unsigned(AgreementMother.code()));
    }

    private String stated() {
        return recorded(AgreementMother.shared(AgreementMother.code()));
    }

    private String recorded(String draft) {
        return anonymous
                .as("XA.01", "reader", "editor")
                .post(ALL, draft)
                .expect(201)
                .header("Location");
    }

    private static void sign(Api who, String address) {
        who.post(address + "/actions", "{\"type\": \"SIGN\", \"on\": \"2018-03-01\"}")
                .expect(200);
    }

    @Test
    void a_signing_day_is_not_ahead() {
        LocalDate ahead = LocalDate.now(Today.ZONE).plusDays(2); // also when midnight passes here
        String draft = AgreementMother.shared(AgreementMother.code())
                .replace("\"signedOn\": \"2018-03-01\"", "\"signedOn\": \"2099-01-01\"");

        var refused = editor.post(ALL, draft).expect(400);
        assertThat(refused.json().at("/violations").findValuesAsText("pointer")).contains("/signedOn");
        var changed =
                editor.patch(stated(), "{\"signedOn\": \"" + ahead + "\"}").expect(400);
        assertThat(changed.at("/violations/0/pointer")).isEqualTo("/signedOn");
        assertThat(changed.at("/violations/0/code")).isEqualTo("after-today");
    }

    @ParameterizedTest
    @ValueSource(strings = {SIGNED, IN_FORCE})
    void only_the_side_that_wrote_a_record_states_its_days(String days) {
        String address = drafted();

        var refused = otherEditor.patch(address, days).expect(403);

        assertThat(refused.at("/type")).endsWith("stated-by-writer");
        assertThat(refused.at("/detail")).contains("XA.01");
        assertThat(editor.get(address).at("/status")).isEqualTo("DRAFT");
        editor.patch(address, days).expect(200);
    }

    @Test
    void a_signature_that_rests_on_a_stated_day_says_so_and_one_given_here_does_not() {
        var stated = editor.get(stated());
        assertThat(stated.json().at("/signatures").findValuesAsText("stated")).containsExactly("true", "true");
        String address = drafted();
        sign(approver, address);

        var signed = otherEditor.get(address);

        assertThat(signed.json().at("/signatures")).hasSize(1);
        assertThat(signed.json().at("/signatures/0").has("stated")).isFalse();
        assertThat(editor.get(stated() + "/chain").at("/items/0/signatures/0/stated"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"PLAN\"}",
                "{\"level\": \"DISTRICT\"}",
                "{\"title\": {\"en\": \"Another\"}}",
                "{\"parties\": [{\"region\": \"XA.01\"}, {\"region\": \"XB.010100\"}]}",
                "{\"legalBasis\": []}",
                "{\"authenticLanguages\": [\"vi\"]}",
                "{\"prevailingLanguage\": \"vi\"}"
            })
    void what_one_party_has_signed_nobody_changes(String words) {
        String address = drafted();
        String draft = drafted();
        sign(approver, address);

        for (Api side : new Api[] {editor, otherEditor}) {
            var refused = side.patch(address, words).expect(409);
            assertThat(refused.at("/type")).endsWith("problem:signed");
            assertThat(refused.at("/detail")).contains(AgreementSubstance.REST);
        }
        // what is only drafted both sides work on
        otherEditor.patch(draft, words).expect(200);
    }

    @Test
    void what_is_not_of_the_substance_may_be_said_after_the_signature() {
        String address = drafted();
        sign(approver, address);

        otherEditor
                .patch(
                        address,
                        "{\"fields\": [\"CULTURE\"], \"note\": {\"en\": \"x\"}, \"externalIds\": [], \"restsOn\": []}")
                .expect(200);
    }

    @Test
    void a_record_of_what_was_signed_is_corrected_by_the_side_that_wrote_it() {
        String address = stated();
        String title = "{\"title\": {\"en\": \"Corrected\"}}";

        var refused = otherEditor.patch(address, title).expect(403);
        assertThat(refused.at("/type")).endsWith("stated-by-writer");
        assertThat(refused.at("/detail")).contains("XA.01", AgreementSubstance.REST);
        otherEditor.patch(address, "{\"note\": {\"en\": \"x\"}}").expect(200);
        otherApprover
                .post(address + "/actions", "{\"type\": \"AMEND\", \"on\": \"2019-01-01\", \"note\": {\"en\": \"x\"}}")
                .expect(200);

        assertThat(editor.patch(address, title).expect(200).at("/title/en")).isEqualTo("Corrected");
    }
}
