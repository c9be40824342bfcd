package io.provincelink.agreements.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Who files, replaces and withdraws which document. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class FilingTest {

    private static final String VIETNAMESE = "?role=AUTHENTIC_TEXT&language=vi";
    private static final String TRANSLATION = "?role=TRANSLATION&language=en";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api otherEditor = anonymous.as("XB.010100", "reader", "editor");
    private final Api otherApprover = anonymous.as("XB.010100", "reader", "approver");

    private final String agreement = "/api/v1/agreements/";

    private String recorded(String draft) {
        return agreement + editor.post("/api/v1/agreements", draft).expect(201).at("/code");
    }

    private String drafted() {
        return recorded(AgreementMother.unsigned(AgreementMother.code()));
    }

    private String signed() {
        String address = drafted();
        otherApprover
                .post(address + "/actions", "{\"type\": \"SIGN\", \"on\": \"2018-03-01\"}")
                .expect(200);
        return address;
    }

    private static Api.Answer file(Api who, String address, String query) {
        return who.send(
                "POST", address + "/documents" + query, MediaTypes.ODT, DocumentMother.odt("Điều 1. Một", "Hai."));
    }

    private static Api.Answer withdraw(Api who, String address, String id) {
        return who.with("If-Match", "*").delete(address + "/documents/" + id);
    }

    @Test
    void a_document_is_replaced_and_withdrawn_by_the_side_that_filed_it() {
        String address = drafted();
        String id = file(editor, address, TRANSLATION).expect(201).at("/id");

        var refused = file(otherEditor, address, "?replaces=" + id).expect(403);

        assertThat(refused.at("/type")).endsWith("document-of-others");
        assertThat(refused.at("/detail")).contains("XA.01");
        withdraw(otherEditor, address, id).expect(403);
        file(editor, address, "?replaces=" + id).expect(201);
        withdraw(editor, address, id).expect(200);
        // its own beside it
        file(otherEditor, address, TRANSLATION).expect(201);
    }

    @Test
    void what_one_side_withdrew_before_the_other_could_see_it_is_nothing_to_replace() {
        String address =
                recorded(AgreementMother.unsigned(AgreementMother.code()).replace("PARTIES", "OWN_SIDE"));
        String id = file(editor, address, TRANSLATION).expect(201).at("/id");
        withdraw(editor, address, id).expect(200);
        approver.post(address + "/publication", "{\"to\": \"PARTIES\"}").expect(200);

        assertThat(file(otherEditor, address, "?replaces=" + id).expect(400).at("/violations/0/code"))
                .isEqualTo("unknown-record");
        withdraw(otherEditor, address, id).expect(404);
    }

    @Test
    void there_is_one_authentic_text_in_a_language() {
        String address = drafted();
        String id = file(editor, address, VIETNAMESE).expect(201).at("/id");

        for (Api who : new Api[] {otherEditor, editor}) {
            var refused = file(who, address, VIETNAMESE).expect(409);
            assertThat(refused.at("/type")).endsWith("document-there-already");
            assertThat(refused.at("/detail")).contains("vi", "XA.01", id);
        }
        file(otherEditor, address, "?role=AUTHENTIC_TEXT&language=zh").expect(201);
        withdraw(editor, address, id).expect(200);
        file(otherEditor, address, VIETNAMESE).expect(201);
        // what was withdrawn does not come back beside it
        file(editor, address, "?replaces=" + id).expect(409);
    }

    @Test
    void from_the_first_signature_on_what_binds_is_an_approvers() {
        for (String address : new String[] {signed(), recorded(AgreementMother.shared(AgreementMother.code()))}) {
            for (String query :
                    new String[] {VIETNAMESE, "?role=SIGNED_SCAN&language=vi", "?role=ANNEX&language=vi&authentic=true"
                    }) {
                assertThat(file(editor, address, query).expect(403).at("/violations/0/message"))
                        .contains("approver");
                String id = file(approver, address, query).expect(201).at("/id");
                file(editor, address, "?replaces=" + id).expect(403);
                withdraw(editor, address, id).expect(403);
                file(otherApprover, address, "?replaces=" + id).expect(403);
                file(approver, address, "?replaces=" + id).expect(201);
                withdraw(approver, address, id).expect(200);
            }
            file(editor, address, TRANSLATION).expect(201);
            assertThat(file(approver, address, TRANSLATION).expect(403).at("/violations/0/message"))
                    .contains("editor");
        }
    }

    @Test
    void a_province_decides_nothing_for_its_district() {
        String address = recorded(AgreementMother.shared(AgreementMother.code())
                .replace("PROVINCIAL", "DISTRICT")
                .replace("XB.010100", "XB.010101"));

        assertThat(file(otherApprover, address, VIETNAMESE).expect(403).at("/type"))
                .endsWith("not-your-party");
        file(anonymous.as("XB.010101", "reader", "approver"), address, VIETNAMESE)
                .expect(201);
    }

    @Test
    void what_everybody_may_download_at_once_is_filed_by_an_approver() {
        String address = drafted();
        String id = file(editor, address, TRANSLATION).expect(201).at("/id");
        approver.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);
        otherApprover.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);

        file(editor, address, "?role=ANNEX&language=en").expect(403);
        file(editor, address, "?replaces=" + id).expect(403);
        file(otherApprover, address, "?role=ANNEX&language=en").expect(201);
        file(approver, address, "?replaces=" + id).expect(201);
    }

    @Test
    void no_text_is_called_authentic_in_a_language_that_is_not() {
        String address = drafted();
        String id = file(editor, address, VIETNAMESE).expect(201).at("/id");
        String etag = editor.get(address + "/text?lang=vi").etag();
        editor.with("If-Match", "*")
                .patch(address, "{\"authenticLanguages\": [\"zh\"]}")
                .expect(200);

        var text = editor.with("If-None-Match", etag)
                .get(address + "/text?lang=vi")
                .expect(200);

        assertThat(text.at("/authentic")).isEqualTo("false");
        assertThat(editor.get(address).at("/documents/0/authentic")).isEqualTo("false");
        assertThat(editor.get(address + "/documents/" + id).at("/authentic")).isEqualTo("false");
        editor.with("If-Match", "*")
                .patch(address, "{\"authenticLanguages\": [\"vi\", \"zh\"]}")
                .expect(200);
        assertThat(editor.get(address + "/text?lang=vi").at("/authentic")).isEqualTo("true");
    }
}
