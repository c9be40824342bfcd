package io.provincelink.exchanges.calendar;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static io.provincelink.exchanges.Drafts.MECHANISMS;
import static io.provincelink.exchanges.Drafts.MEETINGS;
import static io.provincelink.exchanges.calendar.ReadCalendar.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.Drafts;
import io.provincelink.kit.time.Today;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import net.fortuna.ical4j.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CalendarResourceTest {

    private static final String CALENDAR = "/api/v1/calendar.ics";
    private static final String ALL_YEARS = CALENDAR + "?period=2000/2040";

    @Inject
    DataSource database;

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api other = anonymous.as("XB.010100", "reader");
    private final Api stranger = anonymous.as("VN.15", "reader", "editor", "approver");

    private String create(String collection, ObjectNode draft) {
        return editor.post(collection, draft.put("visibility", "PARTIES"))
                .expect(201)
                .at("/id");
    }

    private static ObjectNode mechanism() {
        return Drafts.mechanism("XA.01", "XB.010100");
    }

    private static ObjectNode meeting(String day) {
        return Drafts.meeting("XA.01", "XB.010100", day);
    }

    private static ObjectNode delegation() {
        return Drafts.delegation("XA.01", "XB.010100", "2019-05-06", 12);
    }

    @Test
    void a_mechanism_repeats_on_its_due_days() {
        String id = create(MECHANISMS, mechanism().put("until", "2030-06-30"));

        var event = ReadCalendar.of(other.get(ALL_YEARS + "&lang=en")).event(id);

        assertThat(value(event, "DTSTART")).isEqualTo("20160701");
        assertThat(value(event, "RRULE")).isEqualTo("FREQ=YEARLY;UNTIL=20300630;BYMONTH=7;BYMONTHDAY=1");
        assertThat(event.calculateRecurrenceSet(new Period<>(LocalDate.of(2000, 1, 1), LocalDate.of(2040, 1, 1))))
                .hasSize(14);
        assertThat(value(event, "SUMMARY")).isEqualTo("Test forum");
        assertThat(value(event, "DESCRIPTION"))
                .isEqualTo("Due from this day on; may be held within 3 months.\nProvince A One – Prefecture B One");
        assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(event, "CATEGORIES")).isEqualTo("MECHANISM,FORUM,PROVINCIAL");
        assertThat(value(event, "SEQUENCE")).isEqualTo("0");
    }

    @Test
    void what_was_agreed_for_single_sessions_stands_in_place_of_the_rule() {
        var draft = mechanism();
        var exceptions = draft.putArray("exceptions");
        exceptions.addObject().put("due", "2018-07-01").put("kind", "POSTPONED").put("to", "2018-09-15");
        exceptions.addObject().put("due", "2019-07-01").put("kind", "MERGED").put("to", "2020-07-01");
        exceptions
                .addObject()
                .put("due", "2021-07-01")
                .put("kind", "ONLINE")
                .putObject("note")
                .put("en", "Closed gates.");
        String id = create(MECHANISMS, draft);

        var events = ReadCalendar.of(other.get(ALL_YEARS + "&lang=en")).events(id);

        assertThat(events).hasSize(3);
        assertThat(value(events.get(0), "EXDATE")).isEqualTo("20190701");
        assertThat(value(events.get(1), "RECURRENCE-ID")).isEqualTo("20180701");
        assertThat(value(events.get(1), "DTSTART")).isEqualTo("20180915");
        assertThat(value(events.get(1), "DESCRIPTION"))
                .startsWith("Instead of the session due on 2018-07-01.\nMay be held until 2018-12-14.");
        assertThat(value(events.get(1), "RRULE")).isEmpty();
        assertThat(value(events.get(2), "RECURRENCE-ID")).isEqualTo("20210701");
        assertThat(value(events.get(2), "DTSTART")).isEqualTo("20210701");
        assertThat(value(events.get(2), "DESCRIPTION"))
                .startsWith("Held online.\nMay be held until 2021-09-30.\nClosed gates.");
        assertThat(value(events.get(2), "CATEGORIES")).endsWith(",ONLINE");
    }

    @Test
    void a_session_postponed_beyond_the_end_of_its_mechanism_is_in_the_year_in_which_it_is_held() {
        var draft = mechanism().put("until", "2023-12-31");
        draft.putArray("exceptions")
                .addObject()
                .put("due", "2023-07-01")
                .put("kind", "POSTPONED")
                .put("to", "2024-06-01");
        String id = create(MECHANISMS, draft);

        var events = ReadCalendar.of(other.get(CALENDAR + "?period=2024")).events(id);

        assertThat(events).extracting(event -> value(event, "DTSTART")).contains("20240601");
    }

    @Test
    void a_meeting_has_its_hours_in_their_own_zones_and_names_its_mechanism() {
        String mechanism = create(MECHANISMS, mechanism());
        var draft = meeting("2021-12-08").put("mechanism", mechanism);
        draft.putObject("start").put("at", "2021-12-08T09:00").put("zone", "Asia/Ho_Chi_Minh");
        draft.putObject("end").put("at", "2021-12-07T23:30").put("zone", "America/New_York");
        draft.withArray("/sites").addObject().put("borderMarker", "12").put("region", "XB.010100");
        String id = create(MEETINGS, draft);

        var calendar = ReadCalendar.of(other.get(ALL_YEARS + "&lang=en"));

        assertThat(calendar.text()).contains("DTSTART;TZID=Asia/Ho_Chi_Minh:20211208T090000\r\n");
        assertThat(calendar.text()).contains("DTEND;TZID=America/New_York:20211207T233000\r\n");
        assertThat(calendar.zones()).contains("America/New_York", "Asia/Ho_Chi_Minh", "Asia/Shanghai");
        assertThat(value(calendar.event(id), "RELATED-TO")).isEqualTo(mechanism + "@provincelink");
        assertThat(value(calendar.event(id), "LOCATION"))
                .isEqualTo("Hall, Province A One; border marker 12, Prefecture B One");
        assertThat(value(calendar.event(id), "DESCRIPTION"))
                .isEqualTo("Province A One – Prefecture B One\n1. First item");
        assertThat(value(calendar.event(id), "CATEGORIES")).isEqualTo("MEETING,TALKS,HIGH,ONLINE,TRADE");
        assertThat(value(calendar.event(id), "CLASS")).isEqualTo("PRIVATE");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-12-08T09:00, , 20211208T090000, ''",
        "2021-12-08T09:00, 2021-12-08T09:00, 20211208T090000, ''",
        "2021-12-08T09:00, 2021-12-09, 20211208T090000, 20211210T000000",
        "2021-12-08, , 20211208, ''",
        "2021-12-08, 2021-12-08, 20211208, ''",
        "2021-12-08, 2021-12-09, 20211208, 20211210",
        "2021-12-08, 2021-12-09T12:00, 20211208, 20211210",
    })
    void an_end_lies_after_the_start_and_is_told_in_the_same_way(String from, String to, String start, String end) {
        var draft = meeting("2021-12-08");
        time(draft.putObject("start"), from);
        if (to != null) {
            time(draft.putObject("end"), to);
        }
        String id = create(MEETINGS, draft);

        var event = ReadCalendar.of(other.get(ALL_YEARS)).event(id);

        assertThat(value(event, "DTSTART")).isEqualTo(start);
        assertThat(value(event, "DTEND")).isEqualTo(end);
    }

    /** A talk at nine on one side is one at ten on the other. */
    @Test
    void each_site_has_its_own_hour_where_that_is_another_one() {
        var draft = meeting("2021-12-08");
        draft.putObject("start").put("at", "2021-12-08T09:00").put("zone", "Asia/Ho_Chi_Minh");
        ((ObjectNode) draft.at("/sites/0")).put("zone", "Asia/Ho_Chi_Minh");
        draft.withArray("/sites").addObject().put("region", "XB.010100").put("zone", "Asia/Shanghai");
        draft.withArray("/sites").addObject().put("borderMarker", "12").put("zone", "America/New_York");
        draft.withArray("/sites").addObject().put("borderMarker", "13");
        String id = create(MEETINGS, draft);

        var calendar = ReadCalendar.of(other.get(ALL_YEARS + "&lang=en"));

        assertThat(value(calendar.event(id), "LOCATION"))
                .isEqualTo(
                        "Hall, Province A One (09:00); Prefecture B One (10:00); border marker 12 (2021-12-07 21:00);"
                                + " border marker 13");
    }

    @Test
    void a_site_whose_clocks_show_the_hour_of_the_meeting_does_not_repeat_it() {
        var draft = meeting("2021-12-08");
        draft.putObject("start").put("at", "2021-12-08T09:00").put("zone", "Asia/Ho_Chi_Minh");
        ((ObjectNode) draft.at("/sites/0")).put("zone", "Asia/Bangkok");
        String id = create(MEETINGS, draft);

        assertThat(value(ReadCalendar.of(other.get(ALL_YEARS + "&lang=en")).event(id), "LOCATION"))
                .isEqualTo("Hall, Province A One");
    }

    @Test
    void what_lasts_into_the_period_is_in_it_and_what_ended_before_is_not() {
        var training = meeting("2021-10-30");
        training.putObject("end").put("on", "2021-11-05");
        var overnight = meeting("2021-10-31");
        overnight.putObject("start").put("at", "2021-10-31T22:00").put("zone", "Asia/Shanghai");
        overnight.putObject("end").put("at", "2021-11-01T02:00").put("zone", "Asia/Shanghai");
        String lasting = create(MEETINGS, training);
        String night = create(MEETINGS, overnight);
        String ended = create(MEETINGS, meeting("2021-10-30"));

        var november = ReadCalendar.of(other.get(CALENDAR + "?period=2021-11"));
        var december = ReadCalendar.of(other.get(CALENDAR + "?period=2021-12"));

        assertThat(List.of(lasting, night))
                .allSatisfy(id -> assertThat(november.shows(id)).isTrue());
        assertThat(november.shows(ended)).isFalse();
        assertThat(december.shows(lasting)).isFalse();
    }

    private static void time(ObjectNode time, String text) {
        if (text.contains("T")) {
            time.put("at", text).put("zone", "Asia/Shanghai");
        } else {
            time.put("on", text);
        }
    }

    @ParameterizedTest
    @CsvSource({"PLANNED, CONFIRMED", "HELD, CONFIRMED", "POSTPONED, TENTATIVE", "CANCELLED, CANCELLED"})
    void the_status_of_a_meeting_is_said_in_the_words_of_calendars(String status, String said) {
        String id = create(MEETINGS, meeting("2021-12-08").put("status", status));

        assertThat(value(ReadCalendar.of(other.get(ALL_YEARS)).event(id), "STATUS"))
                .isEqualTo(said);
    }

    @Test
    void a_delegation_stands_on_all_its_days_and_nobody_in_it_is_named() {
        var draft = delegation();
        draft.withObject("/period").put("to", "2019-05-09");
        String id = create(DELEGATIONS, draft);

        var proposed = ReadCalendar.of(editor.get(ALL_YEARS + "&lang=en"));
        anonymous
                .as("XB.010100", "reader", "approver")
                .post(DELEGATIONS + "/" + id + "/transitions", "{\"to\": \"DECLINED\"}")
                .expect(200);
        var declined = ReadCalendar.of(editor.get(ALL_YEARS + "&lang=en"));

        assertThat(value(proposed.event(id), "DTSTART")).isEqualTo("20190506");
        assertThat(value(proposed.event(id), "DTEND")).isEqualTo("20190510");
        assertThat(value(proposed.event(id), "STATUS")).isEqualTo("TENTATIVE");
        assertThat(value(proposed.event(id), "DESCRIPTION")).isEqualTo("Province A One → Prefecture B One\n12 people");
        assertThat(proposed.text()).doesNotContain("Secret Person");
        assertThat(value(declined.event(id), "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(declined.event(id), "SEQUENCE")).isEqualTo("1");
    }

    @Test
    void what_one_may_not_see_is_not_in_it() {
        String shared = create(MEETINGS, meeting("2021-12-08"));
        String own = editor.post(MEETINGS, meeting("2021-12-08")).expect(201).at("/id");
        String everybodys = create(MEETINGS, meeting("2021-12-08"));
        for (String party : List.of("XA.01", "XB.010100")) {
            anonymous
                    .as(party, "approver")
                    .post(MEETINGS + "/" + everybodys + "/publication", "{\"to\": \"PUBLIC\"}")
                    .expect(200);
        }

        for (Api any : List.of(anonymous, stranger)) {
            var calendar = ReadCalendar.of(any.get(ALL_YEARS));
            assertThat(calendar.shows(shared)).isFalse();
            assertThat(calendar.shows(own)).isFalse();
            assertThat(value(calendar.event(everybodys), "CLASS")).isEqualTo("PUBLIC");
        }
        assertThat(ReadCalendar.of(other.get(ALL_YEARS)).shows(shared)).isTrue();
        assertThat(ReadCalendar.of(other.get(ALL_YEARS)).shows(own)).isFalse();
        assertThat(ReadCalendar.of(editor.get(ALL_YEARS)).shows(own)).isTrue();
    }

    @Test
    void what_was_taken_back_is_in_it_no_more() {
        String id = editor.post(MECHANISMS, mechanism()).expect(201).at("/id");
        String etag = editor.get(ALL_YEARS).expect(200).etag();

        editor.with("If-Match", "*").delete(MECHANISMS + "/" + id).expect(204);

        assertThat(ReadCalendar.of(editor.with("If-None-Match", etag).get(ALL_YEARS))
                        .shows(id))
                .isFalse();
    }

    @Test
    void who_is_shown_something_sensitive_in_it_is_noted() {
        var draft = meeting("2021-12-08");
        draft.putArray("fields").add("POLICE");
        String id = create(MEETINGS, draft);

        String etag = other.get(ALL_YEARS).expect(200).etag();
        other.with("If-None-Match", etag).get(ALL_YEARS).expect(304);

        List<String> readings = new ArrayList<>();
        for (JsonNode reading : anonymous
                .as("XA.01", "reader", "approver")
                .get(MEETINGS + "/" + id + "/reads")
                .expect(200)
                .json()
                .at("/items")) {
            readings.add(
                    reading.at("/how").asText() + " " + reading.at("/region").asText());
        }
        assertThat(readings).containsExactly("CALENDAR XB.010100");
    }

    @Test
    void the_same_calendar_is_not_sent_twice_and_another_one_is() {
        String id = create(MEETINGS, meeting("2021-12-08"));
        var first = other.get(ALL_YEARS).expect(200);

        var again = other.with("If-None-Match", first.etag()).get(ALL_YEARS).expect(304);
        editor.with("If-Match", "*")
                .patch(MEETINGS + "/" + id, "{\"title\": {\"en\": \"Moved\"}}")
                .expect(200);
        var changed = other.with("If-None-Match", first.etag()).get(ALL_YEARS).expect(200);

        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(again.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(first.header("Vary")).contains("Authorization", "Accept-Language", "Accept-Encoding");
        assertThat(value(ReadCalendar.of(changed).event(id), "SUMMARY")).isEqualTo("Moved");
        assertThat(value(ReadCalendar.of(changed).event(id), "SEQUENCE")).isEqualTo("1");
        assertThat(other.get(ALL_YEARS + "&lang=vi").expect(200).etag()).isNotEqualTo(changed.etag());
        assertThat(other.get(ALL_YEARS).expect(200).response().asByteArray())
                .isEqualTo(changed.response().asByteArray());
    }

    @Test
    void it_is_compressed_for_who_can_read_that_and_has_another_tag_then() throws IOException, InterruptedException {
        var plain = onTheWire();
        var packed = onTheWire("Accept-Encoding", "gzip");
        var known = onTheWire("Accept-Encoding", "gzip", "If-None-Match", header(packed, "ETag"));

        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(header(packed, "ETag")).isNotEqualTo(header(plain, "ETag"));
        assertThat(known.statusCode()).isEqualTo(304);
    }

    private static HttpResponse<byte[]> onTheWire(String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + ALL_YEARS));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }

    @Test
    void texts_come_in_the_language_that_is_asked_for_or_in_another_one() {
        String mechanism = create(MECHANISMS, mechanism());
        String meeting = create(MEETINGS, meeting("2021-12-08"));
        var untitled = meeting("2021-12-08");
        untitled.remove("title");
        String talks = create(MEETINGS, untitled);

        var vi = ReadCalendar.of(other.get(ALL_YEARS + "&lang=vi"));
        var zh =
                ReadCalendar.of(other.with("Accept-Language", "zh-CN, en;q=0.5").get(ALL_YEARS));

        assertThat(value(vi.event(mechanism), "SUMMARY")).isEqualTo("Diễn đàn thử");
        assertThat(value(vi.event(mechanism), "DESCRIPTION")).contains("trong vòng 3 tháng", "Tỉnh A Một – Châu B Một");
        assertThat(value(zh.event(mechanism), "SUMMARY")).isEqualTo("测试论坛");
        assertThat(value(zh.event(mechanism), "DESCRIPTION")).contains("3个月");
        assertThat(value(zh.event(meeting), "SUMMARY")).isEqualTo("Test talks");
        assertThat(value(zh.event(talks), "SUMMARY")).isEqualTo("会谈");
    }

    @Test
    void filters_find_what_they_name_and_only_that() {
        String mechanism = create(MECHANISMS, mechanism());
        String session = create(MEETINGS, meeting("2021-07-08").put("mechanism", mechanism));
        String meeting = create(MEETINGS, meeting("2021-12-08").put("level", "COMMUNE"));
        String delegation = create(DELEGATIONS, delegation());

        assertThat(found("kind=MEETING", mechanism, session, meeting, delegation))
                .containsExactly(session, meeting);
        assertThat(found("kind=MECHANISM,DELEGATION", mechanism, session, meeting, delegation))
                .containsExactly(mechanism, delegation);
        assertThat(found("mechanism=" + mechanism, mechanism, session, meeting, delegation))
                .containsExactly(mechanism, session);
        assertThat(found("level=COMMUNE", mechanism, session, meeting, delegation))
                .containsExactly(meeting);
        assertThat(found("level=PROVINCIAL", mechanism, session, meeting, delegation))
                .containsExactly(mechanism);
        assertThat(found("region=XA.01,XB.010000", mechanism, session, meeting, delegation))
                .hasSize(4);
        assertThat(found("region=XB.010101", mechanism, session, meeting, delegation))
                .isEmpty();
        assertThat(ReadCalendar.of(other.get(CALENDAR + "?period=2021-12")).shows(session))
                .isFalse();
        assertThat(ReadCalendar.of(other.get(CALENDAR + "?period=2021-12")).shows(meeting))
                .isTrue();
    }

    private List<String> found(String filter, String... ids) {
        var calendar = ReadCalendar.of(other.get(ALL_YEARS + "&" + filter));
        return List.of(ids).stream().filter(calendar::shows).toList();
    }

    @Test
    void without_a_period_it_shows_a_year_back_and_two_years_ahead() {
        LocalDate today = LocalDate.now(Today.ZONE);
        String near = create(MEETINGS, meeting(today.plusDays(20).toString()));
        String past = create(MEETINGS, meeting(today.minusYears(2).toString()));
        String far = create(MEETINGS, meeting(today.plusYears(3).toString()));

        var calendar = ReadCalendar.of(other.get(CALENDAR));

        assertThat(calendar.shows(near)).isTrue();
        assertThat(calendar.shows(past)).isFalse();
        assertThat(calendar.shows(far)).isFalse();
    }

    @Test
    void days_at_the_ends_of_time_are_days_too() {
        String last = create(MEETINGS, meeting("9999-12-31"));
        String first = create(MEETINGS, meeting("0001-01-01"));

        var calendar = ReadCalendar.of(other.get(CALENDAR + "?period=0001/9999"));

        assertThat(value(calendar.event(last), "DTSTART")).isEqualTo("99991231");
        assertThat(value(calendar.event(first), "DTSTART")).isEqualTo("00010101");
    }

    @Test
    void what_cannot_be_read_is_named() {
        for (String wrong : List.of(
                "region=XA.99",
                "mechanism=x",
                "mechanism=" + UUID.randomUUID(),
                "level=TOP",
                "kind=PICNIC",
                "kind=MEETING,",
                "period=20x",
                "lang=fr",
                "limit=5")) {
            assertThat(Api.unchecked().get(CALENDAR + "?" + wrong).expect(400).at("/violations/0/pointer"))
                    .as(wrong)
                    .isEqualTo("?" + wrong.replaceAll("=.*", ""));
        }
        assertThat(Api.unchecked()
                        .get(CALENDAR + "?region=Q&mechanism=M&kind=K&period=P&lang=L&level=V")
                        .expect(400)
                        .json()
                        .at("/violations"))
                .hasSize(6);
    }

    /** One that left out events would not say so. */
    @Test
    void more_than_a_program_bears_is_refused_and_not_cut_off() throws SQLException {
        Api author = anonymous.as("VN.14", "reader", "editor");
        String id = author.post(MEETINGS, Drafts.meeting("VN.14", "XB.010100", "2035-05-06"))
                .expect(201)
                .at("/id");
        try {
            copies(id, Calendars.MOST - 1);
            assertThat(ReadCalendar.of(author.get(CALENDAR + "?period=2035&region=VN.14"))
                            .shows(id))
                    .isTrue();

            copies(id, 1);

            var refused = author.get(CALENDAR + "?period=2035&region=VN.14").expect(400);
            assertThat(refused.at("/violations/0/pointer")).isEqualTo("?period");
            assertThat(refused.at("/violations/0/code")).isEqualTo("too-many");
        } finally {
            run("delete from meeting where start_on = '2035-05-06' and id <> '" + id + "'");
        }
    }

    private void copies(String id, int number) throws SQLException {
        run("insert into meeting select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid()))).*"
                + " from meeting m, generate_series(1, " + number + ") where m.id = '" + id + "'");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void it_is_given_as_a_calendar_alone() {
        Api.unchecked().with("Accept", "text/calendar").get(CALENDAR).expect(200);
        Api.unchecked()
                .with("Accept", "text/*;q=0.5, application/json")
                .get(CALENDAR)
                .expect(200);
        Api.unchecked().with("Accept", "*/*").get(CALENDAR).expect(200);
        Api.unchecked().with("Accept", "application/json").get(CALENDAR).expect(406);
    }
}
