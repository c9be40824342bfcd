package io.provincelink.exchanges.calendarfeed;

import static io.provincelink.exchanges.Drafts.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.Drafts;
import io.provincelink.exchanges.calendar.ReadCalendar;
import io.provincelink.kit.time.Today;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CalendarFeedResourceTest {

    private static final String FEEDS = "/api/v1/calendar-feeds";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "approver");
    private final Api other = anonymous.as("XB.010100", "reader", "editor");

    private String meeting(ObjectNode draft) {
        return editor.post(MEETINGS, draft.put("visibility", "PARTIES"))
                .expect(201)
                .at("/id");
    }

    private static ObjectNode soon() {
        return Drafts.meeting(
                "XA.01", "XB.010100", LocalDate.now(Today.ZONE).plusDays(30).toString());
    }

    @Test
    void who_knows_the_address_reads_what_the_unit_may_see() {
        String shared = meeting(soon());
        String foreign = anonymous
                .as("XB.010100", "editor")
                .post(MEETINGS, soon())
                .expect(201)
                .at("/id");

        var made = editor.post(FEEDS, "{\"label\": \"Wall, \\u5899\", \"lang\": \"vi\", \"kinds\": [\"MEETING\"]}")
                .expect(201);
        var calendar = ReadCalendar.of(anonymous.get(made.at("/address")));

        assertThat(made.at("/address")).matches("/api/v1/calendar-feeds/[A-Za-z0-9_-]{43}/calendar\\.ics");
        assertThat(made.header("Location")).isEqualTo(FEEDS + "/" + made.at("/id"));
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(calendar.shows(shared)).isTrue();
        assertThat(calendar.shows(foreign)).isFalse();
        assertThat(calendar.text()).contains("X-WR-CALNAME:Wall\\, 墙\r\n");
        assertThat(ReadCalendar.of(anonymous.get("/api/v1/calendar.ics")).shows(shared))
                .isFalse();
    }

    @Test
    void it_shows_no_more_than_was_asked_for() {
        String talks = meeting(soon());
        String training = meeting(soon().put("level", "COMMUNE"));

        var made = editor.post(FEEDS, "{\"region\": \"XA.01, XB.010100\", \"level\": \"COMMUNE\"}")
                .expect(201);
        var calendar = ReadCalendar.of(anonymous.get(made.at("/address")));

        assertThat(made.at("/filters/region")).isEqualTo("XA.01, XB.010100");
        assertThat(made.at("/filters/level")).isEqualTo("COMMUNE");
        assertThat(calendar.shows(training)).isTrue();
        assertThat(calendar.shows(talks)).isFalse();
    }

    @Test
    void the_address_is_shown_once_and_kept_nowhere() {
        var made = editor.post(FEEDS, "{\"label\": \"once\"}").expect(201);
        String secret = secret(made.at("/address"));
        String mine = FEEDS + "/" + made.at("/id");

        var before = editor.get(mine).expect(200);
        anonymous.get(made.at("/address")).expect(200);
        var after = approver.get(FEEDS).expect(200);

        assertThat(before.at("/address")).isEqualTo("null");
        assertThat(before.at("/lastReadOn")).isEqualTo("null");
        assertThat(after.response().asString()).contains(made.at("/id")).doesNotContain(secret, "address");
        assertThat(approver.get(mine).expect(200).at("/lastReadOn"))
                .isEqualTo(LocalDate.now(Today.ZONE).toString());
        assertThat(editor.get("/api/v1/changes?limit=200")
                        .expect(200)
                        .response()
                        .asString())
                .doesNotContain(secret, made.at("/id"));
    }

    @Test
    void the_same_key_makes_one_and_does_not_tell_its_address_again() {
        Api keyed = editor.with("Idempotency-Key", UUID.randomUUID().toString());

        var first = keyed.post(FEEDS, "{\"label\": \"keyed\"}").expect(201);
        var second = keyed.post(FEEDS, "{\"label\": \"keyed\"}").expect(201);

        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.at("/address")).isNotEqualTo("null");
        assertThat(second.at("/address")).isEqualTo("null");
        keyed.post(FEEDS, "{\"label\": \"other\"}").expect(422);
    }

    @Test
    void a_revoked_one_is_gone_at_once() {
        var made = editor.post(FEEDS, "{}").expect(201);
        String etag = anonymous.get(made.at("/address")).expect(200).etag();

        approver.delete(FEEDS + "/" + made.at("/id")).expect(204);

        anonymous.get(made.at("/address")).expect(404);
        anonymous.with("If-None-Match", etag).get(made.at("/address")).expect(404);
        editor.get(FEEDS + "/" + made.at("/id")).expect(404);
        editor.delete(FEEDS + "/" + made.at("/id")).expect(404);
        assertThat(ids(editor)).doesNotContain(made.at("/id"));
    }

    @Test
    void another_unit_finds_none_of_it() {
        var made = editor.post(FEEDS, "{}").expect(201);
        String mine = FEEDS + "/" + made.at("/id");

        for (Api any : List.of(other, anonymous.as("VN.15", "approver"), anonymous.as("XA", "editor"))) {
            any.get(mine).expect(404);
            any.delete(mine).expect(404);
            assertThat(ids(any)).doesNotContain(made.at("/id"));
        }
        anonymous.get(made.at("/address")).expect(200);
    }

    @Test
    void only_editors_and_approvers_of_a_unit_make_one() {
        anonymous.post(FEEDS, "{}").expect(401);
        anonymous.as("XA.01", "reader").post(FEEDS, "{}").expect(403);
        anonymous.as("XA.01", "reader").get(FEEDS).expect(403);
        anonymous.bearing(Tokens.operator()).post(FEEDS, "{}").expect(403);
        approver.post(FEEDS, "{}").expect(201);
    }

    @Test
    void who_succeeded_a_unit_has_its_addresses() {
        Api former = anonymous.as("VN.02", "editor");
        var made = former.post(FEEDS, "{\"label\": \"of the former province\"}").expect(201);

        Api successor = anonymous.as("VN.08", "editor");

        assertThat(ids(successor)).contains(made.at("/id"));
        anonymous.get(made.at("/address")).expect(200);
        successor.delete(FEEDS + "/" + made.at("/id")).expect(204);
        anonymous.get(made.at("/address")).expect(404);
    }

    @Test
    void a_wrong_address_is_none_and_is_not_repeated() {
        String guess = "a".repeat(43);

        for (String address : List.of("/" + guess + "/calendar.ics", "/" + guess, "/" + guess + "/calendar.ics/x")) {
            var refused =
                    Api.unchecked().as("XA.01", "editor").get(FEEDS + address).expect(404);

            assertThat(refused.response().asString()).doesNotContain(guess);
            assertThat(refused.at("/instance")).startsWith("/api/v1/calendar-feeds/…");
        }
    }

    @Test
    void what_is_sensitive_in_it_is_noted_as_read_by_the_unit() {
        var draft = soon();
        draft.putArray("fields").add("BORDER_MANAGEMENT");
        String id = meeting(draft);
        var made = other.post(FEEDS, "{}").expect(201);

        String etag = anonymous.get(made.at("/address")).expect(200).etag();
        anonymous.with("If-None-Match", etag).get(made.at("/address")).expect(304);

        List<String> readings = new ArrayList<>();
        for (JsonNode reading : anonymous
                .as("XA.01", "reader", "approver")
                .get(MEETINGS + "/" + id + "/reads")
                .expect(200)
                .json()
                .at("/items")) {
            readings.add(
                    reading.at("/how").asText() + " " + reading.at("/region").asText() + " "
                            + reading.at("/roles/0").asText());
        }
        assertThat(readings).containsExactly("CALENDAR_FEED XB.010100 reader");
    }

    @Test
    void nothing_on_the_way_keeps_it_or_hears_of_the_address() {
        var made = editor.post(FEEDS, "{}").expect(201);

        var read = anonymous.get(made.at("/address")).expect(200);

        assertThat(read.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(read.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void what_is_wrong_is_said_at_once() {
        var refused = Api.unchecked().as("XA.01", "editor").post(FEEDS, """
                        {"region": "XA.01,QQ.1", "mechanism": "0198c0de-0000-7000-8000-00000000dead", "level": "TOP",
                         "kinds": ["PICNIC", null], "lang": "fr", "label": "", "bogus": 1}
                        """).expect(400);

        assertThat(refused.json().at("/violations").findValuesAsText("pointer"))
                .containsExactly(
                        "/bogus", "/kinds/0", "/kinds/1", "/label", "/lang", "/level", "/mechanism", "/region");
    }

    @Test
    void a_label_is_a_name_and_no_lines_of_the_calendar() {
        var made = editor.post(FEEDS, "{\"label\": \"One\\r\\nX-TWO:2\"}").expect(201);

        var calendar = ReadCalendar.of(anonymous.get(made.at("/address")));

        assertThat(calendar.text()).contains("X-WR-CALNAME:One\\nX-TWO:2\r\n").doesNotContain("\r\nX-TWO");
        for (String odd : List.of("\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"")) {
            Api.unchecked()
                    .as("XA.01", "editor")
                    .post(FEEDS, "{\"label\": " + odd + "}")
                    .expect(400);
        }
        for (String region : List.of("", ",", "XA.01,", "\\u0007", "-1")) {
            Api.unchecked()
                    .as("XA.01", "editor")
                    .post(FEEDS, "{\"region\": \"" + region + "\"}")
                    .expect(400);
        }
    }

    @Test
    void a_unit_has_no_more_than_a_hundred() {
        Api county = anonymous.as("XB.010101", "editor");
        for (int i = 0; i < 100; i++) {
            county.post(FEEDS, "{}").expect(201);
        }

        assertThat(county.post(FEEDS, "{}").expect(400).at("/violations/0/code"))
                .isEqualTo("too-many");
        assertThat(ids(county)).hasSize(100);
        county.delete(FEEDS + "/" + ids(county).get(0)).expect(204);
        county.post(FEEDS, "{}").expect(201);
    }

    private static List<String> ids(Api reader) {
        return reader.get(FEEDS).expect(200).json().at("/items").findValuesAsText("id");
    }

    private static String secret(String address) {
        return address.replaceFirst(".*/([^/]+)/calendar\\.ics", "$1");
    }
}
