package io.provincelink.exchanges.meeting;

import static io.provincelink.exchanges.Drafts.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.Drafts;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent about meetings is answered, and what is wrong is the sender's fault. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class OddMeetingTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api editor = Api.unchecked().as("XA.01", "reader", "editor", "approver");

    private static ObjectNode shared() {
        return Drafts.meeting("XA.01", "XB.010100", "2016-03-01").put("visibility", "PARTIES");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"outcomes\": [null, 5, [], {}]}",
                "{\"outcomes\": {}}",
                "{\"outcomes\": [{\"id\": \"x\", \"what\": {\"en\": \"a\"}, \"status\": \"OPEN\"}]}",
                "{\"outcomes\": [{\"what\": {\"en\": \"a\"}, \"status\": 1}]}",
                "{\"outcomes\": [{\"what\": {\"en\": \"\\u0000\"}, \"status\": \"OPEN\"}]}",
                "{\"outcomes\": [{\"what\": {\"en\": \"a\"}, \"status\": \"OPEN\", \"due\": \"-999999999-01-01\"}]}",
                "{\"outcomes\": [{\"what\": {\"en\": \"a\"}, \"status\": \"DONE\", \"doneOn\": \"+999999999-12-31\"}]}",
                "{\"outcomes\": [{\"what\": {\"en\": \"a\"}, \"status\": \"CARRIED_OVER\", \"carriedTo\": 7}]}",
                "{\"outcomes\": [{\"what\": {\"en\": \"a\"}, \"status\": \"OPEN\", \"owner\": \"\"}]}",
                "{\"sites\": [null, {\"zone\": \"\"}, {\"zone\": \"\\u0000\"}, {\"zone\": 7}, {\"region\": \".\"}]}",
                "{\"start\": {\"at\": \"2016-03-01T25:00\", \"zone\": \"Asia/Shanghai\"}}",
                "{\"start\": {\"at\": \"0000-01-01T00:00\", \"zone\": \"Asia/Shanghai\"}}",
                "{\"start\": {\"at\": null, \"zone\": null, \"on\": null}}",
                "{\"status\": \"HELD\", \"start\": {\"on\": \"9999-12-31\"}}",
                "{\"minutes\": {}, \"status\": \"PLANNED\"}",
                "{\"sites\": [{}]}",
                "{\"participants\": [{}]}",
                "{\"participants\": [{\"party\": \"XA.01\", \"count\": {\"value\": -3, \"qualifier\": \"EXACT\", \"unit\": \"person\"}}]}",
            })
    void an_odd_draft_is_refused(String oddity) throws Exception {
        ObjectNode draft = shared();
        draft.setAll((ObjectNode) JSON.readTree(oddity));

        assertThat(editor.post(MEETINGS, draft).status()).isEqualTo(400);
    }

    @Test
    void an_end_before_the_start_is_told_the_start_with_its_zone() throws Exception {
        ObjectNode draft = shared();
        draft.set("start", JSON.readTree("{\"at\": \"2016-03-01T09:00\", \"zone\": \"UTC\"}"));
        draft.set("end", JSON.readTree("{\"at\": \"2016-03-01T11:00\", \"zone\": \"Asia/Ho_Chi_Minh\"}"));

        var refused = editor.post(MEETINGS, draft).expect(400);

        assertThat(refused.at("/violations/0/message")).contains("2016-03-01T09:00 UTC");
    }

    @Test
    void no_more_outcomes_than_one_meeting_has_are_taken() {
        ObjectNode draft = shared();
        JsonNode outcome = draft.at("/outcomes/0");
        ArrayNode outcomes = draft.putArray("outcomes");
        for (int i = 0; i < 201; i++) {
            outcomes.add(outcome.deepCopy());
        }

        var refused = editor.post(MEETINGS, draft).expect(400);
        outcomes.remove(0);
        var taken = editor.post(MEETINGS, draft).expect(201);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("/outcomes");
        assertThat(taken.json().at("/outcomes").findValuesAsText("id"))
                .hasSize(200)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "null",
                "\"x\"",
                "{\"status\": null}",
                "{\"status\": {}}",
                "{\"due\": 7}",
                "{\"what\": \"x\"}",
                "{\"note\": {\"en\": \"\"}}",
                "{\"continues\": \"x\"}",
                "{\"doneOn\": \"-999999999-01-01\"}",
            })
    void an_odd_patch_of_an_outcome_is_refused(String patch) {
        var meeting = editor.post(MEETINGS, shared()).expect(201);
        String path = meeting.header("Location") + "/outcomes/" + meeting.at("/outcomes/0/id");

        assertThat(editor.with("If-Match", "*").patch(path, patch).status()).isEqualTo(400);
        assertThat(editor.get(path).expect(200).at("/what/en")).isEqualTo("To do");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "due=0001/9999",
                "due=0000",
                "due=9999-12-31/9999-12-31",
                "due=-999999999",
                "overdue=true&due=9999",
                "overdue=true&due=0001-01-01/0001-01-01",
                "overdue=TRUE",
                "mechanism=",
                "region=",
                "region=XA.01&rollup=current&status=OPEN&overdue=false&due=2016",
                "cursor=%00",
                "limit=99999999999999",
                "status=",
            })
    void an_odd_question_is_answered(String question) {
        assertThat(editor.get("/api/v1/outcomes?" + question).status()).isIn(200, 400);
        assertThat(editor.get(MEETINGS + "?" + question).status()).isIn(200, 400);
    }
}
