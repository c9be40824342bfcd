package io.provincelink.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What should not have been recorded is taken back by the party that recorded it, as long as nothing was built upon it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class TakenBackActionTest {

    private static final String ALL = "/api/v1/agreements";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api otherApprover = anonymous.as("XB.010100", "reader", "approver");

    private String drafted(String draft) {
        return editor.post(ALL, draft).expect(201).header("Location");
    }

    private Api.Answer act(Api who, String address, String type, String on) {
        return who.post(address + "/actions", "{\"type\": \"%s\", \"on\": \"%s\"}".formatted(type, on))
                .expect(200);
    }

    private String inForce() {
        String address = drafted(AgreementMother.unsigned(AgreementMother.code()));
        act(approver, address, "SIGN", "2018-03-01");
        act(otherApprover, address, "SIGN", "2018-03-02");
        act(approver, address, "ENTER_INTO_FORCE", "2018-04-01");
        return address;
    }

    private static JsonNode toldOf(Api.Answer agreement) {
        ObjectNode told = (ObjectNode) agreement.expect(200).json();
        told.remove("updatedAt");
        return told;
    }

    @Test
    void a_termination_on_the_wrong_day_is_undone_and_recorded_anew() {
        String address = inForce();
        JsonNode before = toldOf(approver.get(address));
        var wrong = act(approver, address, "TERMINATE", "2019-01-01");
        String number = wrong.at("/actions/3/number");
        assertThat(number).isEqualTo("4");

        var undone = approver.with("If-Match", wrong.etag()).delete(address + "/actions/" + number);

        assertThat(toldOf(undone)).isEqualTo(before);
        assertThat(undone.etag())
                .isNotEqualTo(wrong.etag())
                .isEqualTo(approver.get(address).etag());
        assertThat(editor.get(address + "?asOf=2019-06-01").at("/status")).isEqualTo("IN_FORCE");
        assertThat(act(approver, address, "TERMINATE", "2019-02-01").at("/status"))
                .isEqualTo("TERMINATED");
        String history = editor.get(address + "/history").expect(200).response().asString();
        assertThat(history).contains("2019-01-01").contains("2019-02-01");
    }

    @Test
    void the_version_that_was_read_is_compared() {
        String address = inForce();
        String stale = editor.get(address).etag();
        act(approver, address, "TERMINATE", "2019-01-01");

        Api.unchecked()
                .as("XA.01", "reader", "approver")
                .delete(address + "/actions/4")
                .expect(428);
        approver.with("If-Match", stale).delete(address + "/actions/4").expect(412);
        approver.with("If-Match", "*").delete(address + "/actions/4").expect(200);
    }

    @Test
    void nobody_else_takes_it_back_and_nobody_without_the_role_that_it_needed() {
        String address = inForce();
        act(approver, address, "TERMINATE", "2019-01-01");
        String action = address + "/actions/4";

        assertThat(otherApprover
                        .with("If-Match", "*")
                        .delete(action)
                        .expect(403)
                        .at("/detail"))
                .contains("XA.01");
        assertThat(editor.with("If-Match", "*").delete(action).expect(403).at("/violations/0/code"))
                .isEqualTo("role-needed");
        anonymous
                .as("VN.15", "reader", "approver")
                .with("If-Match", "*")
                .delete(action)
                .expect(404);
        anonymous.with("If-Match", "*").delete(action).expect(401);
        assertThat(editor.get(address).at("/status")).isEqualTo("TERMINATED");
    }

    @Test
    void only_the_latest_is_taken_back_whatever_its_day() {
        String address = inForce();
        // recorded last, although it was the first that happened
        act(editor, address, "SUBMIT", "2018-01-05");
        Api any = approver.with("If-Match", "*");

        var refused = any.delete(address + "/actions/3").expect(409);

        assertThat(refused.at("/type")).endsWith("not-latest-action");
        assertThat(refused.at("/detail")).contains("4", "SUBMIT", "2018-01-05", "XA.01");
        any.delete(address + "/actions/9").expect(404);
        any.delete(address + "/actions/0").expect(404);
        editor.with("If-Match", "*").delete(address + "/actions/4").expect(200);
        any.delete(address + "/actions/3").expect(200);
        // a signature too: nothing has been built upon it
        otherApprover.with("If-Match", "*").delete(address + "/actions/2").expect(200);
        assertThat(any.delete(address + "/actions/1").expect(200).at("/status")).isEqualTo("DRAFT");
    }

    @Test
    void a_number_is_not_given_twice() {
        String address = inForce();
        Api any = approver.with("If-Match", "*");
        any.delete(address + "/actions/3").expect(200);

        var again = act(approver, address, "ENTER_INTO_FORCE", "2018-05-01");

        assertThat(again.at("/actions/2/number")).isEqualTo("4");
        // who asks twice, since the first answer was lost, takes nothing else back
        any.delete(address + "/actions/3").expect(404);
        assertThat(approver.get(address).at("/status")).isEqualTo("IN_FORCE");
    }

    @Test
    void a_part_that_was_handed_to_the_wrong_unit_comes_back() {
        String address = drafted(AgreementMother.shared(AgreementMother.code())
                .replace("PROVINCIAL", "DISTRICT")
                .replace("XA.01", "XA.011")
                .replace("XB.010100", "XB.010101"));
        Api commune = anonymous.as("XA.01101", "reader", "editor", "approver");
        approver.post(
                        address + "/actions",
                        "{\"type\": \"SUCCEED\", \"on\": \"2025-07-01\", \"region\": \"XA.011\", \"to\":"
                                + " [\"XA.01101\"]}")
                .expect(200);
        commune.get(address).expect(200);

        commune.with("If-Match", "*").delete(address + "/actions/1").expect(403);
        approver.with("If-Match", "*").delete(address + "/actions/1").expect(200);

        commune.get(address).expect(404);
        assertThat(editor.get(address).at("/warnings/0/code")).isEqualTo("SUCCESSOR_UNDECIDED");
    }
}
