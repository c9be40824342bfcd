package io.provincelink.exchanges.meeting;

import static io.provincelink.exchanges.Drafts.MECHANISMS;
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

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class MeetingResourceTest {

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "editor");

    @Test
    void a_meeting_says_back_what_it_was_told_with_its_hour_and_zone() {
        var draft = meeting("2021-12-08").put("programme", "test-programme");
        draft.putObject("start").put("at", "2021-12-08T09:00").put("zone", "Asia/Ho_Chi_Minh");
        draft.putObject("end").put("at", "2021-12-08T12:30").put("zone", "Asia/Shanghai");
        draft.withArray("/sites").addObject().put("borderMarker", "12");

        var view = editor.get(
                        String.valueOf(editor.post(MEETINGS, draft).expect(201).header("Location")))
                .expect(200)
                .json();
        // what the service adds to an outcome
        view.at("/outcomes")
                .forEach(outcome -> ((ObjectNode) outcome).remove(List.of("id", "standing", "confirmations")));

        draft.fields().forEachRemaining(field -> assertThat(view.at("/" + field.getKey()))
                .as(field.getKey())
                .isEqualTo(field.getValue()));
    }

    @Test
    void where_no_day_is_known_the_sources_words_stand() {
        var draft = meeting("2016-01-01").put("startAsPublished", "in spring");
        draft.remove("start");

        var view = editor.post(MEETINGS, draft).expect(201);

        assertThat(view.at("/startAsPublished")).isEqualTo("in spring");
        assertThat(view.at("/start")).isEqualTo("null");
    }

    @Test
    void a_source_need_not_tell_the_level_or_the_format() {
        var draft = meeting("2016-01-02");
        draft.remove(List.of("level", "format"));

        var view = editor.post(MEETINGS, draft).expect(201);

        assertThat(view.at("/level")).isEqualTo("null");
        assertThat(view.at("/format")).isEqualTo("null");
    }

    @Test
    void a_start_is_an_hour_with_its_zone_or_a_day_and_the_end_is_not_before_it() {
        assertThat(pointer(draft -> draft.remove("start"))).isEqualTo("/start");
        assertThat(pointer(draft -> draft.putObject("start").put("at", "2021-12-08T09:00")))
                .isEqualTo("/start");
        assertThat(pointer(draft -> draft.putObject("start"))).isEqualTo("/start");
        assertThat(pointer(draft ->
                        draft.putObject("start").put("at", "2021-12-08T09:00").put("zone", "Asia/Hanoi")))
                .isEqualTo("/start/zone");
        assertThat(pointer(draft ->
                        draft.putObject("start").put("at", "2021-02-30T09:00").put("zone", "Asia/Shanghai")))
                .isEqualTo("/start/at");
        assertThat(pointer(draft ->
                        draft.putObject("start").put("at", "2021-12-08T09:00").put("zone", "+07:00")))
                .isEqualTo("/start/zone");
        assertThat(pointer(draft ->
                        draft.putObject("start").put("at", "2021-12-08T09:00").put("zone", "SystemV/PST8")))
                .isEqualTo("/start/zone");
        assertThat(pointer(draft -> draft.withObject("/sites/0").put("zone", "Asia/Hanoi")))
                .isEqualTo("/sites/0/zone");
        assertThat(pointer(draft -> draft.putObject("end").put("on", "2016-02-28")))
                .isEqualTo("/end");
        assertThat(pointer(draft -> {
                    // nine in Shanghai is eight in Hà Nội
                    draft.putObject("start").put("at", "2016-03-01T08:30").put("zone", "Asia/Ho_Chi_Minh");
                    draft.putObject("end").put("at", "2016-03-01T09:00").put("zone", "Asia/Shanghai");
                }))
                .isEqualTo("/end");
    }

    @Test
    void who_takes_part_and_who_follows_up_are_checked() {
        assertThat(pointer(draft -> draft.withObject("/participants/0").put("party", "XA.02")))
                .isEqualTo("/participants/0/party");
        assertThat(pointer(draft -> draft.withObject("/outcomes/0").put("owner", "XA.99")))
                .isEqualTo("/outcomes/0/owner");
        assertThat(pointer(draft -> draft.withObject("/sites/0").put("region", "XA.99")))
                .isEqualTo("/sites/0/region");
        assertThat(pointer(draft -> draft.put("mechanism", UUID.randomUUID().toString())))
                .isEqualTo("/mechanism");
    }

    @Test
    void only_a_side_of_a_mechanism_says_that_a_session_was_held() {
        var mechanism = Drafts.mechanism("XA.01", "XB.010100").put("visibility", "PARTIES");
        String id = editor.post(MECHANISMS, mechanism).expect(201).at("/id");
        for (String party : List.of("XA.01", "XB.010100")) {
            anonymous
                    .as(party, "approver")
                    .post(MECHANISMS + "/" + id + "/publication", "{\"to\": \"PUBLIC\"}")
                    .expect(200);
        }

        anonymous
                .as("VN.15", "editor")
                .post(
                        MEETINGS,
                        Drafts.meeting("VN.15", "XB.010100", "2016-08-01").put("mechanism", id))
                .expect(403);
        anonymous
                .as("XB.010101", "editor")
                .post(
                        MEETINGS,
                        Drafts.meeting("XB.010101", "XA.01", "2016-08-01").put("mechanism", id))
                .expect(201);
    }

    @Test
    void a_meeting_cannot_be_moved_to_a_strangers_mechanism() {
        var mechanism = Drafts.mechanism("XB.010100", "XB.010101").put("visibility", "OWN_SIDE");
        String id = anonymous
                .as("XB.010100", "editor")
                .post(MECHANISMS, mechanism)
                .expect(201)
                .at("/id");
        var meeting = editor.post(MEETINGS, meeting("2016-03-01")).expect(201);

        editor.with("If-Match", meeting.etag())
                .patch(MEETINGS + "/" + meeting.at("/id"), "{\"mechanism\": \"" + id + "\"}")
                .expect(400);
    }

    @Test
    void a_meeting_names_no_mechanism_that_not_all_of_its_readers_see() {
        String mechanism = editor.post(MECHANISMS, Drafts.mechanism("XA.01", "XB.010100"))
                .expect(201)
                .at("/id");
        var tied = meeting("2016-08-01").put("mechanism", mechanism);

        var refused = editor.post(MEETINGS, tied.deepCopy().put("visibility", "PARTIES"))
                .expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("/mechanism");
        assertThat(refused.at("/violations/0/code")).isEqualTo("hidden-from-readers");
        String draft = MEETINGS + "/" + editor.post(MEETINGS, tied).expect(201).at("/id");
        Api approver = anonymous.as("XA.01", "approver");
        assertThat(approver.post(draft + "/publication", "{\"to\": \"PARTIES\"}")
                        .expect(409)
                        .at("/type"))
                .endsWith("names-hidden");
        approver.post(MECHANISMS + "/" + mechanism + "/publication", "{\"to\": \"PARTIES\"}")
                .expect(200);
        approver.post(draft + "/publication", "{\"to\": \"PARTIES\"}").expect(200);
        assertThat(anonymous.as("XB.010100", "reader").get(draft).at("/mechanism"))
                .isEqualTo(mechanism);
    }

    @Test
    void without_a_day_its_codes_go_on_meaning_the_units_that_they_meant() {
        // XA.011 is closed today
        var draft = Drafts.meeting("XA.011", "XB.010101", "2016-08-01").put("visibility", "PARTIES");
        String address = editor.post(MEETINGS, draft).expect(201).header("Location");
        Api any = editor.with("If-Match", "*");

        any.patch(address, "{\"start\": null, \"startAsPublished\": \"in summer\"}")
                .expect(200);

        assertThat(any.patch(address, "{\"minutes\": {\"en\": \"Agreed.\"}}")
                        .expect(200)
                        .at("/parties/0/region"))
                .isEqualTo("XA.011");
    }

    @Test
    void a_planned_meeting_becomes_a_held_one() {
        var planned = editor.post(MEETINGS, meeting("2016-03-01").put("status", "PLANNED"))
                .expect(201);

        var held = editor.with("If-Match", planned.etag())
                .patch(MEETINGS + "/" + planned.at("/id"), "{\"status\": \"HELD\", \"minutes\": {\"en\": \"Agreed.\"}}")
                .expect(200);
        // the contract's types have no null, which a merge patch takes for "remove"
        var shorter = Api.unchecked()
                .as("XA.01", "editor")
                .with("If-Match", held.etag())
                .patch(MEETINGS + "/" + planned.at("/id"), "{\"agenda\": null, \"minutes\": null}")
                .expect(200);

        assertThat(held.at("/status")).isEqualTo("HELD");
        assertThat(held.at("/minutes/en")).isEqualTo("Agreed.");
        assertThat(shorter.json().at("/agenda")).isEmpty();
        assertThat(shorter.at("/minutes")).isEqualTo("null");
    }

    @Test
    void filters_find_what_they_name_and_only_that() {
        String mechanism = editor.post(MECHANISMS, Drafts.mechanism("XA.01", "XB.010101"))
                .expect(201)
                .at("/id");
        var training = Drafts.meeting("XA.01", "XB.010101", "2013-05-06")
                .put("kind", "TRAINING")
                .put("level", "COMMUNE")
                .put("status", "POSTPONED")
                .put("mechanism", mechanism)
                .put("programme", "filtered-programme");
        training.putArray("fields").add("FORESTRY");
        String id = editor.post(MEETINGS, training).expect(201).at("/id");

        for (String found : List.of(
                "kind=TRAINING&level=COMMUNE&status=POSTPONED&field=FORESTRY",
                "parties=XA.01,XB.010100&period=2013-05",
                "mechanism=" + mechanism,
                "programme=filtered-programme")) {
            assertThat(ids(found)).as(found).contains(id);
        }
        for (String other : List.of(
                "kind=TALKS",
                "level=HIGH",
                "status=HELD",
                "field=HEALTH",
                "period=2012",
                "mechanism=" + UUID.randomUUID(),
                "programme=none")) {
            assertThat(ids(other)).as(other).doesNotContain(id);
        }
        assertThat(editor.get(MEETINGS + "?mechanism=x").expect(400).at("/violations/0/pointer"))
                .isEqualTo("?mechanism");
        editor.get(MEETINGS + "?status=DONE").expect(400);
        editor.get(MEETINGS + "?field=X").expect(400);
    }

    private String pointer(java.util.function.Consumer<ObjectNode> wrong) {
        ObjectNode draft = meeting("2016-03-01");
        wrong.accept(draft);
        var refused = editor.post(MEETINGS, draft).expect(400);
        assertThat(refused.json().at("/violations")).hasSize(1);
        return refused.at("/violations/0/pointer");
    }

    private List<String> ids(String filter) {
        return editor.get(MEETINGS + "?limit=200&" + filter)
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsText("id");
    }

    private static ObjectNode meeting(String day) {
        return Drafts.meeting("XA.01", "XB.010100", day);
    }
}
