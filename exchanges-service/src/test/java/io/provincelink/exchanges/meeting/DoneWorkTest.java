package io.provincelink.exchanges.meeting;

import static io.provincelink.exchanges.Drafts.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.Drafts;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who says that an outcome is done. The draft's belongs to XB.010100. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DoneWorkTest {

    private static final String DONE = "{\"status\": \"DONE\", \"doneOn\": \"2017-05-01\"}";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api owner = anonymous.as("XB.010100", "reader", "editor");

    private static ObjectNode shared(String owner) {
        return shared("XA.01", "XB.010100", owner);
    }

    private static ObjectNode shared(String a, String b, String owner) {
        ObjectNode draft = Drafts.meeting(a, b, "2016-03-01").put("visibility", "PARTIES");
        draft.withObject("/outcomes/0").put("owner", owner);
        return draft;
    }

    private static String outcome(Api.Answer meeting) {
        return meeting.header("Location") + "/outcomes/" + meeting.at("/outcomes/0/id");
    }

    private static void refused(Api.Answer answer) {
        assertThat(answer.expect(403).at("/type")).endsWith("not-your-party");
        assertThat(answer.at("/detail")).contains("XB.010100").doesNotContain("XA.01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DONE,
                "{\"status\": \"DONE\", \"owner\": \"XA.01\"}",
                "{\"status\": \"DONE\", \"owner\": null}",
            })
    void the_other_side_does_not_say_it(String patch) {
        var meeting = editor.post(MEETINGS, shared("XB.010100")).expect(201);

        refused(editor.with("If-Match", "*").patch(outcome(meeting), patch));

        assertThat(editor.get(outcome(meeting)).expect(200).at("/status")).isEqualTo("OPEN");
        assertThat(editor.get(outcome(meeting)).etag()).startsWith("\"0-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\": \"OPEN\", \"doneOn\": null}",
                "{\"doneOn\": \"2017-06-01\"}",
                "{\"owner\": null}",
            })
    void the_other_side_takes_no_word_back_and_makes_it_no_other(String patch) {
        var meeting = editor.post(MEETINGS, shared("XB.010100")).expect(201);
        owner.with("If-Match", "*").patch(outcome(meeting), DONE).expect(200);

        refused(editor.with("If-Match", "*").patch(outcome(meeting), patch));

        owner.with("If-Match", "*").patch(outcome(meeting), patch).expect(200);
    }

    @Test
    void nobody_gives_away_what_is_done_nor_takes_it() {
        var mine = editor.post(MEETINGS, shared("XA.01")).expect(201);
        editor.with("If-Match", "*").patch(outcome(mine), DONE).expect(200);
        var theirs = editor.post(MEETINGS, shared("XB.010100")).expect(201);
        owner.with("If-Match", "*").patch(outcome(theirs), DONE).expect(200);

        refused(editor.with("If-Match", "*").patch(outcome(mine), "{\"owner\": \"XB.010100\"}"));
        refused(editor.with("If-Match", "*").patch(outcome(theirs), "{\"owner\": \"XA.01\"}"));
    }

    @Test
    void a_new_meeting_or_a_whole_list_does_not_say_it_either() {
        ObjectNode done = shared("XB.010100");
        done.withObject("/outcomes/0").put("status", "DONE");
        var open = editor.post(MEETINGS, shared("XB.010100")).expect(201);
        String list = "{\"outcomes\": " + done.at("/outcomes") + "}";
        String key = MEETINGS + "/by-external-id/office/" + UUID.randomUUID();

        refused(editor.post(MEETINGS, done));
        refused(editor.with("If-Match", "*").patch(String.valueOf(open.header("Location")), list));
        refused(editor.put(key, done));
        owner.put(key, done).expect(201);
        owner.post(MEETINGS, done).expect(201);
        owner.with("If-Match", "*")
                .patch(String.valueOf(open.header("Location")), list)
                .expect(200);
    }

    @Test
    void what_was_said_is_in_nobodys_way_afterwards() {
        var meeting = editor.post(MEETINGS, shared("XB.010100")).expect(201);
        var done = owner.with("If-Match", "*").patch(outcome(meeting), DONE).expect(200);
        String address = String.valueOf(meeting.header("Location"));

        editor.with("If-Match", done.etag())
                .patch(address, "{\"note\": {\"en\": \"Another note\"}}")
                .expect(200);
        editor.with("If-Match", "*")
                .patch(outcome(meeting), "{\"note\": {\"en\": \"Later than thought\"}}")
                .expect(200);
        Api.unchecked()
                .as("XA.01", "editor")
                .with("If-Match", "*")
                .patch(address, "{\"outcomes\": " + editor.get(address).json().at("/outcomes") + "}")
                .expect(200);

        assertThat(editor.get(outcome(meeting)).at("/doneOn")).isEqualTo("2017-05-01");
    }

    @Test
    void without_an_owner_or_where_it_is_a_third_either_side_says_it() {
        for (String third : new String[] {null, "VN.15"}) {
            for (Api side : List.of(editor, owner)) {
                var meeting = editor.post(MEETINGS, shared(third)).expect(201);
                side.with("If-Match", "*").patch(outcome(meeting), DONE).expect(200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "XA.01,     XB.010100, XB.010101, XB.010100", // a unit inside the party
        "XA.01,     XB.010100, XB.010100, XB.010000", // who acts for the party from above
        "XA.01,     XB.010100, XB.010000, XB.010100", // the party lies in the owner
        "XA.01,     XB.010100, XB,        XB.010100",
        "XA.02,     XB.010100, XA.02,     XA.01", // the successor
        "XA.02,     XB.010100, XA.021,    XA.01",
    })
    void the_owners_side_is_who_acts_for_it_and_the_party_inside_it(String a, String b, String of, String who) {
        ObjectNode draft = shared(a, b, of);
        var meeting = anonymous.as(a, "editor").post(MEETINGS, draft).expect(201);
        Api other = anonymous.as(of.startsWith("XA") ? b : a, "editor");

        other.with("If-Match", "*").patch(outcome(meeting), DONE).expect(403);
        anonymous
                .as(who, "editor")
                .with("If-Match", "*")
                .patch(outcome(meeting), DONE)
                .expect(200);
    }
}
