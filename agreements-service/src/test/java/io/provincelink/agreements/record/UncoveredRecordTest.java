package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.programme.ProgrammeMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** That nobody's reading of a record is noted any more is no editor's word. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class UncoveredRecordTest {

    private static final String AGREEMENTS = "/api/v1/agreements";
    private static final String HARMLESS = "{\"fields\": [\"TRADE\"]}";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api deciding =
            anonymous.as("XB.010100", "reader", "editor", "approver").with("If-Match", "*");

    private String police() {
        return editor.post(
                        AGREEMENTS,
                        AgreementMother.shared(AgreementMother.code()).replace("\"HEALTH\"", "\"POLICE\""))
                .expect(201)
                .header("Location");
    }

    @Test
    void a_sensitive_agreement_ceases_to_be_so_by_an_approver_alone() {
        String address = police();
        String etag = editor.get(address).etag();

        var refused = editor.with("If-Match", etag).patch(address, HARMLESS).expect(403);

        assertThat(refused.at("/violations/0/code")).isEqualTo("role-needed");
        assertThat(refused.at("/violations/0/message")).contains("approver");
        assertThat(editor.get(address).etag()).isEqualTo(etag);
        anonymous
                .as("XB.010000", "reader", "editor", "approver")
                .with("If-Match", "*")
                .patch(address, HARMLESS)
                .expect(403);
        deciding.patch(address, HARMLESS).expect(200);
        assertThat(editor.get(address + "/history").at("/items/0/changes/0/pointer"))
                .startsWith("/fields");
    }

    @Test
    void what_stays_sensitive_is_an_editors_work() {
        String address = police();

        editor.with("If-Match", "*")
                .patch(address, "{\"fields\": [\"JUSTICE\"], \"note\": {\"en\": \"x\"}}")
                .expect(200);
    }

    @Test
    void nor_does_a_partners_system_uncover_it_under_its_own_key() {
        String path = AGREEMENTS + "/by-external-id/uncovered/" + AgreementMother.code();
        String draft = AgreementMother.shared(AgreementMother.code());
        editor.put(path, draft.replace("\"HEALTH\"", "\"POLICE\"")).expect(201);

        editor.with("If-Match", "*").put(path, draft).expect(403);
    }

    @Test
    void the_same_holds_for_programmes() {
        String address = editor.post(
                        "/api/v1/programmes",
                        ProgrammeMother.shared(ProgrammeMother.code()).replace("\"HEALTH\"", "\"JUSTICE\""))
                .expect(201)
                .header("Location");

        editor.with("If-Match", "*").patch(address, HARMLESS).expect(403);
        deciding.patch(address, HARMLESS).expect(200);
    }
}
