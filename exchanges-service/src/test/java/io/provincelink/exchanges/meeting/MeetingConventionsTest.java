package io.provincelink.exchanges.meeting;

import static io.provincelink.exchanges.Drafts.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.Drafts;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How meetings are found, taken back and handed in by partners' systems, and what their hours are elsewhere. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class MeetingConventionsTest {

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api otherSide = anonymous.as("XB.010100", "reader");

    private static ObjectNode shared() {
        return Drafts.meeting("XA.01", "XB.010100", "2016-03-01").put("visibility", "PARTIES");
    }

    private String address(ObjectNode draft) {
        return String.valueOf(editor.post(MEETINGS, draft).expect(201).header("Location"));
    }

    private List<String> ids(Api reader, String filter) {
        return reader.get(MEETINGS + "?limit=200&" + filter)
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsText("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"khai mac zyxa", "ZYXB", "zyxc", "zyxd", "zyxe", "论坛", "A Một zyxa"})
    void words_of_title_site_participant_agenda_and_outcome_find_a_meeting(String q) {
        ObjectNode draft = shared();
        draft.putObject("title").put("vi", "Khai mạc zyxa").put("zh", "边境论坛会");
        draft.withObject("/sites/0").putObject("place").put("en", "Zyxb hall");
        draft.withObject("/participants/0").putObject("name").put("vi", "Nguyễn Zyxc");
        draft.withArray("/agenda").addObject().put("en", "Of zyxd");
        draft.withObject("/outcomes/0").putObject("what").put("en", "Build zyxe");
        String id = editor.post(MEETINGS, draft).expect(201).at("/id");

        String words = URLEncoder.encode(q, StandardCharsets.UTF_8);

        assertThat(ids(otherSide, "q=" + words)).contains(id);
        assertThat(ids(anonymous, "q=" + words)).doesNotContain(id);
        assertThat(ids(otherSide, "q=" + words + "+zyxnone")).doesNotContain(id);
    }

    @Test
    void a_format_is_a_filter() {
        String id = editor.post(MEETINGS, shared().put("format", "HYBRID"))
                .expect(201)
                .at("/id");

        assertThat(ids(editor, "format=HYBRID")).contains(id);
        assertThat(ids(editor, "format=ONLINE")).doesNotContain(id);
        anonymous.get(MEETINGS + "?format=X").expect(400);
    }

    @Test
    void a_closed_units_meetings_roll_up_to_its_successor() {
        String id = anonymous
                .as("XA.02", "editor")
                .post(MEETINGS, Drafts.meeting("XA.02", "XB.010100", "2016-03-01"))
                .expect(201)
                .at("/id");

        Api successor = anonymous.as("XA.01", "reader");
        assertThat(ids(successor, "parties=XA.01&rollup=current")).contains(id);
        assertThat(ids(successor, "parties=XA.01")).doesNotContain(id);
        assertThat(successor.get(MEETINGS + "?rollup=x").expect(400).at("/violations/0/pointer"))
                .isEqualTo("?rollup");
    }

    @Test
    void a_draft_is_taken_back_by_its_own_side() {
        String address = address(shared().put("visibility", "OWN_SIDE"));

        anonymous.with("If-Match", "*").delete(address).expect(401);
        anonymous
                .as("XB.010100", "editor")
                .with("If-Match", "*")
                .delete(address)
                .expect(404);
        editor.delete(address).expect(428);
        editor.with("If-Match", "*").delete(address).expect(204);

        editor.get(address).expect(404);
    }

    @Test
    void what_the_other_side_saw_is_taken_back_by_an_approver() {
        String address = address(shared());

        editor.with("If-Match", "*").delete(address).expect(403);
        anonymous
                .as("XB.010100", "approver")
                .with("If-Match", "*")
                .delete(address)
                .expect(403);
        approver.with("If-Match", "*").delete(address).expect(204);

        otherSide.get(address).expect(404);
    }

    @Test
    void who_agreed_to_publish_it_is_named() {
        String address = address(shared());

        var agreed =
                approver.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);

        assertThat(agreed.json().at("/publishedBy")).hasSize(1);
        assertThat(agreed.at("/publishedBy/0")).isEqualTo("XA.01");
    }

    @Test
    void a_partners_system_hands_a_meeting_in_under_its_own_key() {
        String key = MEETINGS + "/by-external-id/office/" + UUID.randomUUID();
        var made = editor.put(key, shared()).expect(201);

        var read = otherSide.get(key).expect(200);
        var again = editor.with("If-Match", read.etag())
                .put(key, shared().put("kind", "WORKSHOP"))
                .expect(200);

        assertThat(read.at("/id")).isEqualTo(made.at("/id"));
        assertThat(read.header("Content-Location")).isEqualTo(made.header("Location"));
        assertThat(again.at("/kind")).isEqualTo("WORKSHOP");
        assertThat(again.at("/outcomes/0/id")).isEqualTo(made.at("/outcomes/0/id"));
        anonymous.get(key).expect(404);
        anonymous.as("VN.15", "editor").put(key, shared()).expect(403);
    }

    @Test
    void each_site_shows_its_own_hour() {
        ObjectNode draft = Drafts.meeting("VN.02", "CN.532600", "2016-03-01");
        draft.putObject("start").put("at", "2021-05-26T09:00").put("zone", "Asia/Ho_Chi_Minh");
        draft.putObject("end").put("at", "2021-05-26T12:30").put("zone", "Asia/Shanghai");
        draft.putArray("sites").addObject().put("region", "VN.02");
        draft.withArray("/sites").addObject().put("region", "CN.532600");
        draft.withArray("/sites").addObject().put("region", "CN.532600").put("zone", "Europe/Berlin");

        var view = anonymous.as("VN.02", "editor").post(MEETINGS, draft).expect(201);

        assertThat(view.json().at("/sites").findValuesAsText("localStart"))
                .containsExactly("2021-05-26T09:00", "2021-05-26T10:00", "2021-05-26T04:00");
        assertThat(view.json().at("/sites").findValuesAsText("localEnd"))
                .containsExactly("2021-05-26T11:30", "2021-05-26T12:30", "2021-05-26T06:30");
        assertThat(view.at("/startsAt")).isEqualTo("2021-05-26T02:00:00Z");
        assertThat(view.at("/endsAt")).isEqualTo("2021-05-26T04:30:00Z");
        assertThat(view.at("/start/zone")).isEqualTo("Asia/Ho_Chi_Minh");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-28T02:30, Europe/Berlin",
        "2021-10-31T02:30, Europe/Berlin",
        "0001-01-01T00:00, Pacific/Kiritimati",
        "9999-12-31T23:59, Pacific/Honolulu",
    })
    void odd_hours_are_taken(String hour, String zone) {
        ObjectNode draft = shared().put("status", "PLANNED");
        draft.putObject("start").put("at", hour).put("zone", zone);
        draft.putObject("end").put("at", hour).put("zone", zone);
        draft.withObject("/sites/0").put("zone", "Asia/Shanghai");

        editor.post(MEETINGS, draft).expect(201);
    }

    @Test
    void minutes_are_of_what_was_held_and_as_long_as_minutes_are() {
        ObjectNode planned = shared().put("status", "PLANNED");
        planned.putObject("minutes").put("en", "Too soon.");
        ObjectNode held = shared();
        held.putObject("minutes").put("vi", "ơ".repeat(20_000)).put("zh", "会".repeat(20_000));

        var refused = editor.post(MEETINGS, planned).expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("/minutes");
        assertThat(refused.at("/violations/0/code")).isEqualTo("only-with");
        editor.post(MEETINGS, held).expect(201);
    }

    @Test
    void nothing_was_held_in_the_future() {
        // who would be there is not known either
        ObjectNode draft = Drafts.meeting("XA.01", "XB.010100", "9998-01-01").put("status", "HELD");
        draft.putArray("outcomes");

        var refused = editor.post(MEETINGS, draft.put("status", "HELD")).expect(400);

        assertThat(refused.json().at("/violations")).hasSize(1);
        assertThat(refused.at("/violations/0/pointer")).isEqualTo("/start/on");
        editor.post(MEETINGS, draft.put("status", "PLANNED")).expect(201);
    }
}
