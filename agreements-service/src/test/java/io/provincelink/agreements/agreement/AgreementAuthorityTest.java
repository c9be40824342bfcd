package io.provincelink.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Who may record what of an agreement's life, and for which party. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AgreementAuthorityTest {

    private static final String ALL = "/api/v1/agreements";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api otherEditor = anonymous.as("XB.010100", "reader", "editor");
    private final Api otherApprover = anonymous.as("XB.010100", "reader", "approver");

    private String drafted() {
        return drafted(AgreementMother.unsigned(AgreementMother.code()));
    }

    private String drafted(String draft) {
        return editor.post(ALL, draft).expect(201).header("Location");
    }

    private static String action(String type, String on, String... more) {
        return "{\"type\": \"%s\", \"on\": \"%s\"%s}"
                .formatted(type, on, more.length == 0 ? "" : ", " + String.join(", ", more));
    }

    private Api.Answer act(Api who, String address, String type, String on, String... more) {
        return who.post(address + "/actions", action(type, on, more));
    }

    @Test
    void what_an_editor_may_not_do_an_approver_does_and_the_other_way_round() {
        String address = drafted();

        for (String type : new String[] {"SUBMIT", "REQUEST_OPINION", "OPINION_RECEIVED", "COPY_FILED"}) {
            act(approver, address, type, "2018-01-01").expect(403);
        }
        for (String type : new String[] {"AUTHORISE", "SIGN", "ENTER_INTO_FORCE", "SUSPEND", "RESUME", "TERMINATE"}) {
            act(editor, address, type, "2018-01-01").expect(403);
        }
        act(editor, address, "AMEND", "2018-01-01", "\"note\": {\"en\": \"x\"}").expect(403);
        act(editor, address, "EXTEND", "2018-01-01", "\"until\": \"2019-01-01\"")
                .expect(403);
        act(anonymous.as("XA.01", "reader"), address, "SUBMIT", "2018-01-01").expect(403);
        act(anonymous.bearing(Tokens.operator()), address, "SIGN", "2018-01-01").expect(403);
        act(anonymous, address, "SIGN", "2018-01-01").expect(401);
    }

    @Test
    void who_lacks_a_role_is_told_which() {
        String address = drafted();

        for (Api.Answer refused : new Api.Answer[] {
            act(editor, address, "SIGN", "2018-03-01"),
            editor.post(address + "/publication", "{\"to\": \"PUBLIC\"}"),
            approver.with("If-Match", "*").patch(address, "{}")
        }) {
            refused.expect(403);
            assertThat(refused.at("/type")).endsWith("forbidden");
            assertThat(refused.at("/violations/0/pointer")).isEqualTo("Authorization:");
            assertThat(refused.at("/violations/0/code")).isEqualTo("role-needed");
        }
        assertThat(act(editor, address, "SIGN", "2018-03-01").at("/violations/0/message"))
                .contains("approver");
        assertThat(approver.with("If-Match", "*").patch(address, "{}").at("/violations/0/message"))
                .contains("editor");
    }

    @Test
    void nobody_signs_for_another_party() {
        String address = drafted();

        act(otherApprover, address, "SIGN", "2018-03-01", "\"region\": \"XA.01\"")
                .expect(403);
        act(anonymous.as("XB.010000", "reader", "approver"), address, "SIGN", "2018-03-01")
                .expect(403);
        act(anonymous.as("VN.15", "reader", "approver"), address, "SIGN", "2018-03-01")
                .expect(404);
        act(otherApprover, address, "SIGN", "2018-03-01", "\"region\": \"VN.15\"")
                .expect(400);
        act(otherApprover, address, "SIGN", "2018-03-01").expect(200);
        act(otherApprover, address, "SIGN", "2018-03-01").expect(409);
        act(otherEditor, address, "SUBMIT", "2018-01-01", "\"region\": \"XA.01\"")
                .expect(403);
    }

    @Test
    void a_stranger_does_nothing_with_what_everybody_reads() {
        String address = drafted();
        approver.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);
        otherApprover.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);

        act(anonymous.as("VN.15", "reader", "approver"), address, "SIGN", "2018-03-01")
                .expect(403);
        act(anonymous.as("VN.15", "reader", "editor"), address, "SUBMIT", "2018-03-01")
                .expect(403);
    }

    @Test
    void nobody_signs_what_the_other_side_cannot_see() {
        String address =
                drafted(AgreementMother.unsigned(AgreementMother.code()).replace("PARTIES", "OWN_SIDE"));

        var refused = act(approver, address, "SIGN", "2018-03-01").expect(409);
        assertThat(refused.at("/detail")).doesNotContain("SIGN");
        assertThat(refused.at("/violations/0/code")).isEqualTo("shown-first");
        act(otherApprover, address, "SIGN", "2018-03-01").expect(404);
        approver.post(address + "/publication", "{\"to\": \"PARTIES\"}").expect(200);
        act(approver, address, "SIGN", "2018-03-01").expect(200);
    }

    @Test
    void a_successor_signs_for_each_of_those_that_it_succeeded() {
        String address = drafted(AgreementMother.unsigned(AgreementMother.code())
                .replace("{\"region\": \"XB.010100\"}", "{\"region\": \"XA.02\"}, {\"region\": \"XB.010100\"}"));

        act(approver, address, "SIGN", "2018-03-01").expect(200);
        act(approver, address, "SIGN", "2018-03-01").expect(200);
        act(approver, address, "SIGN", "2018-03-01").expect(409);
        var signed = act(otherApprover, address, "SIGN", "2018-03-01").expect(200);

        assertThat(signed.json().at("/signatures").findValuesAsText("region"))
                .containsExactly("XA.01", "XA.02", "XB.010100");
    }
}
