package io.provincelink.exchanges.meeting;

import static io.provincelink.exchanges.Drafts.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.exchanges.Drafts;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the two sides say to the minutes and to the outcomes of a meeting. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class MeetingConfirmationTest {

    private static final String AGREED = "{\"decision\": \"AGREED\"}";
    private static final String DISPUTED = "{\"decision\": \"DISPUTED\", \"comment\": {\"zh\": \"期限未商定\"}}";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api otherApprover = anonymous.as("XB.010100", "reader", "approver");

    private Api.Answer recorded() {
        var draft = Drafts.meeting("XA.01", "XB.010100", "2016-03-01").put("visibility", "PARTIES");
        draft.putObject("minutes").put("vi", "Đã thống nhất.").put("zh", "已达成一致。");
        return editor.post(MEETINGS, draft).expect(201);
    }

    private static String minutes(Api.Answer meeting) {
        return meeting.header("Location") + "/confirmations";
    }

    private static String outcome(Api.Answer meeting) {
        return meeting.header("Location") + "/outcomes/" + meeting.at("/outcomes/0/id");
    }

    private Api.Answer read(Api.Answer meeting) {
        return anonymous
                .as("XA.01", "reader")
                .get(String.valueOf(meeting.header("Location")))
                .expect(200);
    }

    private void agreeBoth(String path) {
        approver.post(path, AGREED).expect(200);
        otherApprover.post(path, AGREED).expect(200);
    }

    private void patch(Api.Answer meeting, String patch) {
        editor.with("If-Match", "*")
                .patch(String.valueOf(meeting.header("Location")), patch)
                .expect(200);
    }

    @Test
    void minutes_are_proposed_until_every_party_has_agreed() {
        var meeting = recorded();

        assertThat(meeting.at("/standing")).isEqualTo("PROPOSED");
        var first = approver.post(minutes(meeting), AGREED).expect(200);
        var second = otherApprover.post(minutes(meeting), AGREED).expect(200);

        assertThat(first.at("/standing")).isEqualTo("PROPOSED");
        assertThat(second.at("/standing")).isEqualTo("AGREED");
        assertThat(second.at("/confirmations/1/party")).isEqualTo("XB.010100");
        assertThat(second.at("/outcomes/0/standing")).isEqualTo("PROPOSED");
        assertThat(read(meeting).json()).isEqualTo(second.json());
        assertThat(read(meeting).etag()).isEqualTo(second.etag()).isNotEqualTo(first.etag());
    }

    @Test
    void who_disputes_says_what() {
        var meeting = recorded();

        var silent = otherApprover
                .post(minutes(meeting), "{\"decision\": \"DISPUTED\"}")
                .expect(400);
        var disputed = otherApprover.post(minutes(meeting), DISPUTED).expect(200);

        assertThat(silent.at("/violations/0/pointer")).isEqualTo("/comment");
        assertThat(disputed.at("/standing")).isEqualTo("DISPUTED");
        assertThat(disputed.at("/confirmations/0/comment/zh")).isEqualTo("期限未商定");
    }

    @Test
    void without_minutes_there_is_nothing_to_agree_to() {
        var draft = Drafts.meeting("XA.01", "XB.010100", "2016-03-01").put("visibility", "PARTIES");
        var meeting = editor.post(MEETINGS, draft).expect(201);

        assertThat(meeting.at("/standing")).isEqualTo("null");
        assertThat(approver.post(minutes(meeting), AGREED).expect(409).at("/type"))
                .endsWith("no-minutes");
    }

    @Test
    void an_outcome_is_agreed_for_itself() {
        var meeting = recorded();
        String path = outcome(meeting) + "/confirmations";

        approver.post(path, AGREED).expect(200);
        var both = otherApprover.post(path, AGREED).expect(200);

        assertThat(both.at("/outcomes/0/standing")).isEqualTo("AGREED");
        assertThat(both.at("/standing")).isEqualTo("PROPOSED");
        assertThat(anonymous.as("XB.010100", "reader").get(outcome(meeting)).at("/standing"))
                .isEqualTo("AGREED");
        approver.post(meeting.header("Location") + "/outcomes/" + UUID.randomUUID() + "/confirmations", AGREED)
                .expect(404);
    }

    @Test
    void only_an_approver_of_exactly_a_party_speaks_for_it() {
        var meeting = recorded();

        for (String path : List.of(minutes(meeting), outcome(meeting) + "/confirmations")) {
            anonymous.post(path, AGREED).expect(401);
            editor.post(path, AGREED).expect(403);
            anonymous.as("XB.010000", "reader", "approver").post(path, AGREED).expect(403);
            anonymous.bearing(Tokens.operator()).post(path, AGREED).expect(403);
            anonymous.as("VN.15", "reader", "approver").post(path, AGREED).expect(404);
            approver.with("If-Match", "\"99-x\"").post(path, AGREED).expect(412);
        }
        assertThat(read(meeting).json().at("/confirmations")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"minutes\": {\"vi\": \"Khác.\"}}",
                "{\"start\": {\"on\": \"2016-03-02\"}}",
                "{\"agenda\": [{\"en\": \"Another item\"}]}",
                "{\"participants\": [{\"party\": \"XA.01\", \"role\": {\"en\": \"Chairman\"}}]}",
            })
    void minutes_that_say_something_else_are_proposed_anew(String change) {
        var meeting = recorded();
        agreeBoth(minutes(meeting));
        agreeBoth(outcome(meeting) + "/confirmations");

        patch(meeting, change);

        assertThat(read(meeting).at("/standing")).isEqualTo("PROPOSED");
        assertThat(read(meeting).json().at("/confirmations")).isEmpty();
        assertThat(read(meeting).at("/outcomes/0/standing")).isEqualTo("AGREED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"what\": {\"en\": \"Something else\"}}",
                "{\"owner\": \"XA.01\"}",
                "{\"due\": \"2031-01-01\"}",
            })
    void an_outcome_that_asks_for_something_else_is_proposed_anew(String change) {
        var meeting = recorded();
        agreeBoth(minutes(meeting));
        agreeBoth(outcome(meeting) + "/confirmations");

        editor.with("If-Match", "*").patch(outcome(meeting), change).expect(200);

        assertThat(read(meeting).at("/outcomes/0/standing")).isEqualTo("PROPOSED");
        assertThat(read(meeting).at("/standing")).isEqualTo("AGREED");
    }

    @Test
    void what_was_agreed_stays_agreed_once_it_is_done() {
        var meeting = recorded();
        agreeBoth(outcome(meeting) + "/confirmations");

        anonymous
                .as("XB.010100", "editor")
                .with("If-Match", "*")
                .patch(
                        outcome(meeting),
                        "{\"status\": \"DONE\", \"doneOn\": \"2017-01-01\", \"note\": {\"en\": \"Late.\"}}")
                .expect(200);
        patch(meeting, "{\"title\": {\"en\": \"Other title\"}}");

        assertThat(read(meeting).at("/outcomes/0/standing")).isEqualTo("AGREED");
    }

    @Test
    void what_was_read_may_be_sent_back() {
        var meeting = recorded();
        agreeBoth(outcome(meeting) + "/confirmations");
        var read = read(meeting);

        Api.unchecked()
                .as("XA.01", "editor")
                .with("If-Match", "*")
                .patch(
                        String.valueOf(meeting.header("Location")),
                        "{\"outcomes\": " + read.json().at("/outcomes") + ", \"sites\": "
                                + read.json().at("/sites") + "}")
                .expect(200);

        assertThat(read(meeting).etag()).isEqualTo(read.etag());
    }

    @Test
    void what_the_other_side_has_spoken_to_is_not_taken_back() {
        var meeting = recorded();
        String address = String.valueOf(meeting.header("Location"));
        otherApprover.post(outcome(meeting) + "/confirmations", AGREED).expect(200);

        assertThat(approver.with("If-Match", "*").delete(address).expect(409).at("/type"))
                .endsWith("not-taken-back");
    }

    @Test
    void a_change_that_asks_again_does_not_take_the_other_sides_word_out_of_the_way() {
        var meeting = recorded();
        String address = String.valueOf(meeting.header("Location"));
        otherApprover
                .post(address + "/confirmations", "{\"decision\": \"DISPUTED\", \"comment\": {\"en\": \"No.\"}}")
                .expect(200);
        patch(meeting, "{\"minutes\": {\"en\": \"Other minutes.\"}}");

        assertThat(approver.with("If-Match", "*").delete(address).expect(409).at("/type"))
                .endsWith("not-taken-back");
    }

    @Test
    void what_the_other_side_has_written_a_part_of_is_not_taken_back() {
        var meeting = recorded();
        String address = String.valueOf(meeting.header("Location"));
        anonymous
                .as("XB.010100", "reader", "editor")
                .with("If-Match", "*")
                .patch(address, "{\"note\": {\"en\": \"Seen.\"}}")
                .expect(200);

        assertThat(approver.with("If-Match", "*").delete(address).expect(409).at("/type"))
                .endsWith("not-taken-back");
    }
}
