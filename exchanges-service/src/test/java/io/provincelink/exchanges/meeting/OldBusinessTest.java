package io.provincelink.exchanges.meeting;

import static io.provincelink.exchanges.Drafts.MECHANISMS;
import static io.provincelink.exchanges.Drafts.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.Drafts;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a session of a mechanism leaves to the next one. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class OldBusinessTest {

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api otherSide = anonymous.as("XB.010100", "reader");

    private String mechanism() {
        return editor.post(MECHANISMS, Drafts.mechanism("XA.01", "XB.010100").put("visibility", "PARTIES"))
                .expect(201)
                .at("/id");
    }

    private static ObjectNode draft(String mechanism, String day) {
        return Drafts.meeting("XA.01", "XB.010100", day)
                .put("mechanism", mechanism)
                .put("visibility", "PARTIES");
    }

    private static ObjectNode carrying(String mechanism, String day) {
        ObjectNode draft = draft(mechanism, day);
        draft.withObject("/outcomes/0").put("status", "CARRIED_OVER");
        return draft;
    }

    private Api.Answer post(ObjectNode draft) {
        return editor.post(MEETINGS, draft).expect(201);
    }

    private static JsonNode oldBusiness(Api reader, Api.Answer session) {
        return reader.get(String.valueOf(session.header("Location")))
                .expect(200)
                .json()
                .at("/oldBusiness");
    }

    @Test
    void the_next_session_finds_what_was_carried_over() {
        String mechanism = mechanism();
        var first = post(carrying(mechanism, "2016-03-01"));
        var second = post(draft(mechanism, "2017-03-01"));
        var third = post(draft(mechanism, "2018-03-01"));

        JsonNode old = oldBusiness(otherSide, second);

        assertThat(old).hasSize(1);
        assertThat(old.at("/0/meeting/id").asText()).isEqualTo(first.at("/id"));
        assertThat(old.at("/0/outcome/id").asText()).isEqualTo(first.at("/outcomes/0/id"));
        assertThat(old.at("/0/settled").asBoolean()).isFalse();
        assertThat(oldBusiness(otherSide, third)).isEmpty();
        assertThat(oldBusiness(otherSide, first)).isEmpty();
    }

    @Test
    void a_cancelled_session_takes_nothing_over() {
        String mechanism = mechanism();
        post(carrying(mechanism, "2016-03-01"));
        var cancelled = post(draft(mechanism, "2017-03-01").put("status", "CANCELLED"));
        var next = post(draft(mechanism, "2018-03-01"));

        assertThat(oldBusiness(otherSide, cancelled)).isEmpty();
        assertThat(oldBusiness(otherSide, next)).hasSize(1);
    }

    @Test
    void what_was_carried_to_a_certain_session_is_found_there_alone() {
        String mechanism = mechanism();
        var second = post(draft(mechanism, "2017-03-01"));
        var third = post(draft(mechanism, "2018-03-01"));
        ObjectNode first = carrying(mechanism, "2016-03-01");
        first.withObject("/outcomes/0").put("carriedTo", third.at("/id"));
        post(first);

        assertThat(oldBusiness(otherSide, second)).isEmpty();
        assertThat(oldBusiness(otherSide, third)).hasSize(1);
    }

    @Test
    void only_what_the_reader_sees_is_shown() {
        String mechanism = mechanism();
        post(carrying(mechanism, "2016-03-01").put("visibility", "OWN_SIDE"));
        var second = post(draft(mechanism, "2017-03-01"));

        assertThat(oldBusiness(editor, second)).hasSize(1);
        assertThat(oldBusiness(otherSide, second)).isEmpty();
    }

    @Test
    void it_is_settled_once_what_continues_it_is_done() {
        String mechanism = mechanism();
        var first = post(carrying(mechanism, "2016-03-01"));
        ObjectNode taken = draft(mechanism, "2017-03-01");
        taken.withObject("/outcomes/0").put("continues", first.at("/outcomes/0/id"));
        var second = post(taken);
        String origin = first.header("Location") + "/outcomes/" + first.at("/outcomes/0/id");

        assertThat(oldBusiness(otherSide, second).at("/0/settled").asBoolean()).isFalse();
        var before = otherSide.get(origin).expect(200);
        anonymous
                .as("XB.010100", "editor")
                .with("If-Match", "*")
                .patch(second.header("Location") + "/outcomes/" + second.at("/outcomes/0/id"), "{\"status\": \"DONE\"}")
                .expect(200);

        assertThat(oldBusiness(otherSide, second).at("/0/settled").asBoolean()).isTrue();
        var after = otherSide.with("If-None-Match", before.etag()).get(origin).expect(200);
        assertThat(before.at("/settled")).isEqualTo("false");
        assertThat(after.at("/settled")).isEqualTo("true");
        assertThat(after.at("/status")).isEqualTo("CARRIED_OVER");
    }

    @Test
    void it_is_settled_also_by_a_session_after_the_next() {
        String mechanism = mechanism();
        var first = post(carrying(mechanism, "2016-03-01"));
        ObjectNode again = carrying(mechanism, "2017-03-01");
        again.withObject("/outcomes/0").put("continues", first.at("/outcomes/0/id"));
        var second = post(again);
        ObjectNode done = draft(mechanism, "2018-03-01");
        done.withObject("/outcomes/0")
                .put("continues", second.at("/outcomes/0/id"))
                .put("owner", "XA.01")
                .put("status", "DONE");
        post(done);

        assertThat(oldBusiness(otherSide, second).at("/0/settled").asBoolean()).isTrue();
    }

    @Test
    void the_etag_follows_what_other_sessions_left() {
        String mechanism = mechanism();
        var first = post(draft(mechanism, "2016-03-01"));
        var second = post(draft(mechanism, "2017-03-01"));
        String address = String.valueOf(second.header("Location"));
        var before = otherSide.get(address).expect(200);

        otherSide.with("If-None-Match", before.etag()).get(address).expect(304);
        editor.with("If-Match", "*")
                .patch(
                        first.header("Location") + "/outcomes/" + first.at("/outcomes/0/id"),
                        "{\"status\": \"CARRIED_OVER\"}")
                .expect(200);
        var after = otherSide.with("If-None-Match", before.etag()).get(address).expect(200);

        assertThat(after.json().at("/oldBusiness")).hasSize(1);
        editor.with("If-Match", after.etag())
                .patch(address, "{\"note\": {\"en\": \"The version is still the same.\"}}")
                .expect(200);
    }

    @Test
    void who_asks_by_a_partners_key_finds_it_too() {
        String mechanism = mechanism();
        var first = post(carrying(mechanism, "2016-03-01"));
        String key = MEETINGS + "/by-external-id/office/" + UUID.randomUUID();
        var second = editor.put(key, draft(mechanism, "2017-03-01")).expect(201);

        var read = otherSide.get(key).expect(200);

        assertThat(read.json())
                .isEqualTo(
                        otherSide.get(String.valueOf(second.header("Location"))).json());
        assertThat(read.json().at("/oldBusiness")).hasSize(1);
        otherSide.with("If-None-Match", read.etag()).get(key).expect(304);
        editor.with("If-Match", "*")
                .patch(
                        first.header("Location") + "/outcomes/" + first.at("/outcomes/0/id"),
                        "{\"note\": {\"en\": \"Says more\"}}")
                .expect(200);
        otherSide.with("If-None-Match", read.etag()).get(key).expect(200);
    }

    @Test
    void it_is_in_no_list_and_no_history_and_a_meeting_outside_a_mechanism_has_none() {
        String mechanism = mechanism();
        post(carrying(mechanism, "2016-03-01"));
        var second = post(draft(mechanism, "2017-03-01"));
        var alone = post(Drafts.meeting("XA.01", "XB.010100", "2017-03-01"));

        assertThat(second.json().has("oldBusiness")).isFalse();
        assertThat(editor.get(MEETINGS + "?mechanism=" + mechanism).response().asString())
                .doesNotContain("oldBusiness");
        assertThat(new String(
                        editor.with("Accept", "text/csv")
                                .get(MEETINGS + "?mechanism=" + mechanism)
                                .expect(200)
                                .response()
                                .asByteArray(),
                        StandardCharsets.UTF_8))
                .startsWith("id,")
                .contains(",outcomes,")
                .doesNotContain("oldBusiness");
        assertThat(editor.get(second.header("Location") + "/history").response().asString())
                .doesNotContain("oldBusiness");
        assertThat(editor.get(String.valueOf(alone.header("Location"))).json().has("oldBusiness"))
                .isFalse();
    }

    @Test
    void who_is_shown_old_business_of_a_sensitive_session_is_noted() {
        String mechanism = mechanism();
        ObjectNode sensitive = carrying(mechanism, "2016-03-01");
        sensitive.putArray("fields").add("JUSTICE");
        var first = post(sensitive);
        var second = post(draft(mechanism, "2017-03-01"));

        oldBusiness(otherSide, second);

        JsonNode readings = anonymous
                .as("XA.01", "reader", "approver")
                .get(first.header("Location") + "/reads")
                .expect(200)
                .json()
                .at("/items");
        assertThat(readings).hasSize(1);
        assertThat(readings.at("/0/region").asText()).isEqualTo("XB.010100");
    }

    @Test
    void an_outcome_continues_only_one_of_an_earlier_session_of_the_same_mechanism() {
        String mechanism = mechanism();
        var later = post(carrying(mechanism, "2018-03-01"));
        var elsewhere = post(carrying(mechanism(), "2016-03-01"));

        for (var origin : new Api.Answer[] {later, elsewhere}) {
            ObjectNode draft = draft(mechanism, "2017-03-01");
            draft.withObject("/outcomes/0").put("continues", origin.at("/outcomes/0/id"));
            var refused = editor.post(MEETINGS, draft).expect(400);
            assertThat(refused.at("/violations/0/pointer")).isEqualTo("/outcomes/0/continues");
            assertThat(refused.at("/violations/0/code")).isEqualTo("unknown-record");
        }
    }
}
