package io.provincelink.exchanges.meeting;

import static io.provincelink.exchanges.Drafts.MECHANISMS;
import static io.provincelink.exchanges.Drafts.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.junit.jupiter.params.provider.CsvSource;

/** Outcomes as parts of their meeting: their ids, their state, and what they may say. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class OutcomeTest {

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api otherEditor = anonymous.as("XB.010100", "reader", "editor");

    private static ObjectNode shared() {
        return Drafts.meeting("XA.01", "XB.010100", "2016-03-01").put("visibility", "PARTIES");
    }

    private Api.Answer recorded() {
        return editor.post(MEETINGS, shared()).expect(201);
    }

    private static String outcome(Api.Answer meeting) {
        return meeting.header("Location") + "/outcomes/" + meeting.at("/outcomes/0/id");
    }

    private String mechanism() {
        return editor.post(MECHANISMS, Drafts.mechanism("XA.01", "XB.010100").put("visibility", "PARTIES"))
                .expect(201)
                .at("/id");
    }

    @Test
    void a_client_gives_the_id_or_the_service_makes_one() {
        String id = UUID.randomUUID().toString();
        ObjectNode draft = shared();
        draft.withObject("/outcomes/0").put("id", id);
        draft.withArray("/outcomes")
                .addObject()
                .put("status", "OPEN")
                .putObject("what")
                .put("en", "More");

        var meeting = editor.post(MEETINGS, draft).expect(201);

        assertThat(meeting.at("/outcomes/0/id")).isEqualTo(id);
        assertThat(UUID.fromString(meeting.at("/outcomes/1/id"))).isNotNull();
    }

    @Test
    void an_outcome_keeps_its_id_where_the_list_is_sent_anew() {
        ObjectNode draft = shared();
        ObjectNode other = draft.withArray("/outcomes").addObject().put("status", "OPEN");
        other.putObject("what").put("en", "More");
        var meeting = editor.post(MEETINGS, draft).expect(201);
        String moved = "{\"outcomes\": [" + other + ", " + draft.at("/outcomes/0") + "]}";

        var changed = editor.with("If-Match", meeting.etag())
                .patch(String.valueOf(meeting.header("Location")), moved)
                .expect(200);

        assertThat(changed.at("/outcomes/0/id")).isEqualTo(meeting.at("/outcomes/1/id"));
        assertThat(changed.at("/outcomes/1/id")).isEqualTo(meeting.at("/outcomes/0/id"));
        assertThat(editor.get(String.valueOf(meeting.header("Location"))).json().at("/outcomes"))
                .isEqualTo(changed.json().at("/outcomes"));
    }

    @Test
    void the_owners_side_says_that_it_is_done() {
        var meeting = recorded();
        String path = outcome(meeting);
        var read = otherEditor.get(path).expect(200);

        var done = otherEditor
                .with("If-Match", read.etag())
                .patch(path, "{\"status\": \"DONE\", \"doneOn\": \"2017-05-01\"}")
                .expect(200);

        assertThat(done.at("/status")).isEqualTo("DONE");
        assertThat(done.at("/doneOn")).isEqualTo("2017-05-01");
        assertThat(done.at("/settled")).isEqualTo("true");
        assertThat(done.at("/meeting/id")).isEqualTo(meeting.at("/id"));
        assertThat(otherEditor.get(path).expect(200).json()).isEqualTo(done.json());
        assertThat(otherEditor.get(String.valueOf(meeting.header("Location"))).at("/outcomes/0/doneOn"))
                .isEqualTo("2017-05-01");
        assertThat(otherEditor
                        .get(meeting.header("Location") + "/history")
                        .json()
                        .at("/items"))
                .hasSize(2);
    }

    @Test
    void an_outcome_has_the_version_of_its_meeting() {
        var meeting = recorded();
        String path = outcome(meeting);
        String etag = editor.get(path).expect(200).etag();

        editor.with("If-None-Match", etag).get(path).expect(304);
        editor.patch(path, "{\"status\": \"DONE\"}").expect(428);
        editor.with("If-Match", "\"99-x\"")
                .patch(path, "{\"status\": \"DONE\"}")
                .expect(412);
        otherEditor
                .with("If-Match", meeting.etag())
                .patch(path, "{\"status\": \"DONE\"}")
                .expect(200);

        editor.with("If-None-Match", etag).get(path).expect(200);
    }

    @Test
    void who_does_not_see_the_meeting_sees_no_outcome_and_only_editors_of_a_party_change_it() {
        var meeting = recorded();
        String path = outcome(meeting);
        String patch = "{\"status\": \"DONE\"}";

        for (Api stranger : List.of(anonymous, anonymous.as("VN.15", "reader", "editor"))) {
            stranger.get(path).expect(404);
        }
        anonymous.with("If-Match", "*").patch(path, patch).expect(401);
        anonymous.as("VN.15", "editor").with("If-Match", "*").patch(path, patch).expect(404);
        anonymous
                .as("XB.010100", "reader", "approver")
                .with("If-Match", "*")
                .patch(path, patch)
                .expect(403);
        anonymous
                .bearing(Tokens.operator())
                .with("If-Match", "*")
                .patch(path, patch)
                .expect(403);
        editor.with("If-Match", "*")
                .patch(meeting.header("Location") + "/outcomes/" + UUID.randomUUID(), patch)
                .expect(404);
        editor.get(meeting.header("Location") + "/outcomes/none").expect(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"doneOn\": \"2017-01-01\"}; /doneOn; only-with",
                "{\"status\": \"DONE\", \"doneOn\": \"9998-01-01\"}; /doneOn; after-today",
                "{\"status\": \"CARRIED_OVER\"}; /status; only-with",
                "{\"continues\": \"0198c0de-0000-7000-8000-00000000dead\"}; /continues; only-with",
                "{\"carriedTo\": \"0198c0de-0000-7000-8000-00000000dead\"}; /carriedTo; only-with",
                "{\"owner\": \"XA.99\"}; /owner; unknown-region",
                "{\"id\": \"0198c0de-0000-7000-8000-00000000dead\"}; /id; fixed",
                "{\"status\": \"LATE\"}; /status; unknown-value",
                "{\"due\": \"2016-02-30\"}; /due; wrong-format",
                "{\"nonsense\": 1}; /nonsense; unknown-field",
                "{\"what\": {\"en\": null}}; /what; ",
            })
    void what_is_wrong_with_an_outcome_is_said_at_its_field(String patch, String pointer, String code) {
        var meeting = recorded();

        var refused = Api.unchecked()
                .as("XA.01", "editor")
                .with("If-Match", "*")
                .patch(outcome(meeting), patch)
                .expect(400);

        assertThat(refused.json().at("/violations").findValuesAsText("pointer")).contains(pointer);
        if (code != null) {
            assertThat(refused.json().at("/violations").findValuesAsText("code"))
                    .contains(code);
        }
        assertThat(refused.json().at("/violations").findValuesAsText("pointer"))
                .noneMatch(found -> found.startsWith("/outcomes"));
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        var meeting = recorded();

        var refused = Api.unchecked()
                .as("XA.01", "editor")
                .with("If-Match", "*")
                .patch(
                        outcome(meeting),
                        "{\"what\": null, \"owner\": \"XA.99\", \"status\": \"CARRIED_OVER\", \"doneOn\": \"9998-01-01\"}")
                .expect(400);

        assertThat(refused.json().at("/violations").findValuesAsText("pointer"))
                .contains("/what", "/owner", "/status", "/doneOn");
    }

    @Test
    void each_id_stands_once_and_an_outcome_that_is_none_is_a_fault() {
        ObjectNode twice = shared();
        twice.withObject("/outcomes/0").put("id", UUID.randomUUID().toString());
        twice.withArray("/outcomes").add(twice.at("/outcomes/0").deepCopy());
        ObjectNode none = shared();
        none.withArray("/outcomes").addNull();

        var same = editor.post(MEETINGS, twice).expect(400);
        Api.unchecked().as("XA.01", "editor").post(MEETINGS, none).expect(400);

        assertThat(same.at("/violations/0/pointer")).isEqualTo("/outcomes/1/id");
    }

    @Test
    void an_outcome_is_carried_only_to_a_later_session_of_its_mechanism() {
        String mechanism = mechanism();
        String other = mechanism();
        var session =
                editor.post(MEETINGS, shared().put("mechanism", mechanism)).expect(201);
        String earlier = session(mechanism, "2015-03-01");
        String elsewhere = session(other, "2017-03-01");
        String later = session(mechanism, "2017-03-01");
        Api any = editor.with("If-Match", "*");

        for (String wrong : List.of(earlier, elsewhere, session.at("/id"))) {
            var refused = any.patch(outcome(session), carried(wrong)).expect(400);
            assertThat(refused.at("/violations/0/pointer")).isEqualTo("/carriedTo");
            assertThat(refused.at("/violations/0/code")).isEqualTo("no-later-session");
        }
        assertThat(any.patch(outcome(session), carried(UUID.randomUUID().toString()))
                        .expect(400)
                        .at("/violations/0/code"))
                .isEqualTo("unknown-record");
        assertThat(any.patch(outcome(session), carried(later)).expect(200).at("/carriedTo"))
                .isEqualTo(later);
    }

    @Test
    void an_outcome_does_not_name_a_session_that_the_other_side_cannot_see() {
        String mechanism = mechanism();
        var session =
                editor.post(MEETINGS, shared().put("mechanism", mechanism)).expect(201);
        ObjectNode hidden = Drafts.meeting("XA.01", "XB.010100", "2017-03-01").put("mechanism", mechanism);
        String later = editor.post(MEETINGS, hidden).expect(201).at("/id");
        ObjectNode hiddenEarlier =
                Drafts.meeting("XA.01", "XB.010100", "2015-03-01").put("mechanism", mechanism);
        String origin = editor.post(MEETINGS, hiddenEarlier).expect(201).at("/outcomes/0/id");
        Api any = editor.with("If-Match", "*");

        var carried = any.patch(outcome(session), carried(later)).expect(400);
        var continued = any.patch(outcome(session), "{\"continues\": \"" + origin + "\"}")
                .expect(400);

        assertThat(carried.at("/violations/0/code")).isEqualTo("hidden-from-readers");
        assertThat(carried.at("/violations/0/pointer")).endsWith("/carriedTo");
        assertThat(continued.at("/violations/0/code")).isEqualTo("hidden-from-readers");
    }

    private String session(String mechanism, String day) {
        ObjectNode draft = Drafts.meeting("XA.01", "XB.010100", day).put("mechanism", mechanism);
        return editor.post(MEETINGS, draft.put("visibility", "PARTIES"))
                .expect(201)
                .at("/id");
    }

    private static String carried(String session) {
        return "{\"status\": \"CARRIED_OVER\", \"carriedTo\": \"" + session + "\"}";
    }
}
