package io.provincelink.exchanges.calendar;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static io.provincelink.exchanges.Drafts.MECHANISMS;
import static io.provincelink.exchanges.Drafts.MEETINGS;
import static io.provincelink.exchanges.calendar.CalendarOfTwoSides.ALL_YEARS;
import static io.provincelink.exchanges.calendar.CalendarOfTwoSides.ANYBODY;
import static io.provincelink.exchanges.calendar.CalendarOfTwoSides.CALENDAR;
import static io.provincelink.exchanges.calendar.CalendarOfTwoSides.EDITOR;
import static io.provincelink.exchanges.calendar.CalendarOfTwoSides.OTHER;
import static io.provincelink.exchanges.calendar.CalendarOfTwoSides.STRANGER;
import static io.provincelink.exchanges.calendar.CalendarOfTwoSides.create;
import static io.provincelink.exchanges.calendar.CalendarOfTwoSides.delegation;
import static io.provincelink.exchanges.calendar.CalendarOfTwoSides.mechanism;
import static io.provincelink.exchanges.calendar.CalendarOfTwoSides.meeting;
import static io.provincelink.exchanges.calendar.ReadCalendar.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.api.Test;

/** Who gets which calendar, and how it is asked for. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CalendarResourceTest {

    @Inject
    DataSource database;

    @Test
    void what_one_may_not_see_is_not_in_it() {
        String shared = create(MEETINGS, meeting("2021-12-08"));
        String own = EDITOR.post(MEETINGS, meeting("2021-12-08")).expect(201).at("/id");
        String everybodys = create(MEETINGS, meeting("2021-12-08"));
        for (String party : List.of("XA.01", "XB.010100")) {
            ANYBODY.as(party, "approver")
                    .post(MEETINGS + "/" + everybodys + "/publication", "{\"to\": \"PUBLIC\"}")
                    .expect(200);
        }

        for (Api any : List.of(ANYBODY, STRANGER)) {
            var calendar = ReadCalendar.of(any.get(ALL_YEARS));
            assertThat(calendar.shows(shared)).isFalse();
            assertThat(calendar.shows(own)).isFalse();
            assertThat(value(calendar.event(everybodys), "CLASS")).isEqualTo("PUBLIC");
        }
        assertThat(ReadCalendar.of(OTHER.get(ALL_YEARS)).shows(shared)).isTrue();
        assertThat(ReadCalendar.of(OTHER.get(ALL_YEARS)).shows(own)).isFalse();
        assertThat(ReadCalendar.of(EDITOR.get(ALL_YEARS)).shows(own)).isTrue();
    }

    @Test
    void what_was_taken_back_is_in_it_no_more() {
        String id = EDITOR.post(MECHANISMS, mechanism()).expect(201).at("/id");
        String etag = EDITOR.get(ALL_YEARS).expect(200).etag();

        EDITOR.with("If-Match", "*").delete(MECHANISMS + "/" + id).expect(204);

        assertThat(ReadCalendar.of(EDITOR.with("If-None-Match", etag).get(ALL_YEARS))
                        .shows(id))
                .isFalse();
    }

    @Test
    void who_is_shown_something_sensitive_in_it_is_noted() {
        var draft = meeting("2021-12-08");
        draft.putArray("fields").add("POLICE");
        String id = create(MEETINGS, draft);

        String etag = OTHER.get(ALL_YEARS).expect(200).etag();
        OTHER.with("If-None-Match", etag).get(ALL_YEARS).expect(304);

        List<String> readings = new ArrayList<>();
        for (JsonNode reading : ANYBODY.as("XA.01", "reader", "approver")
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
        var first = OTHER.get(ALL_YEARS).expect(200);

        var again = OTHER.with("If-None-Match", first.etag()).get(ALL_YEARS).expect(304);
        EDITOR.with("If-Match", "*")
                .patch(MEETINGS + "/" + id, "{\"title\": {\"en\": \"Moved\"}}")
                .expect(200);
        var changed = OTHER.with("If-None-Match", first.etag()).get(ALL_YEARS).expect(200);

        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(again.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(first.header("Vary")).contains("Authorization", "Accept-Language", "Accept-Encoding");
        assertThat(value(ReadCalendar.of(changed).event(id), "SUMMARY")).isEqualTo("Moved");
        assertThat(value(ReadCalendar.of(changed).event(id), "SEQUENCE")).isEqualTo("1");
        assertThat(OTHER.get(ALL_YEARS + "&lang=vi").expect(200).etag()).isNotEqualTo(changed.etag());
        assertThat(OTHER.get(ALL_YEARS).expect(200).response().asByteArray())
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
        assertThat(ReadCalendar.of(OTHER.get(CALENDAR + "?period=2021-12")).shows(session))
                .isFalse();
        assertThat(ReadCalendar.of(OTHER.get(CALENDAR + "?period=2021-12")).shows(meeting))
                .isTrue();
    }

    private List<String> found(String filter, String... ids) {
        var calendar = ReadCalendar.of(OTHER.get(ALL_YEARS + "&" + filter));
        return List.of(ids).stream().filter(calendar::shows).toList();
    }

    @Test
    void without_a_period_it_shows_a_year_back_and_two_years_ahead() {
        LocalDate today = LocalDate.now(Today.ZONE);
        String near = create(MEETINGS, meeting(today.plusDays(20).toString()));
        String past = create(MEETINGS, meeting(today.minusYears(2).toString()));
        String far = create(MEETINGS, meeting(today.plusYears(3).toString()));

        var calendar = ReadCalendar.of(OTHER.get(CALENDAR));

        assertThat(calendar.shows(near)).isTrue();
        assertThat(calendar.shows(past)).isFalse();
        assertThat(calendar.shows(far)).isFalse();
    }

    @Test
    void days_at_the_ends_of_time_are_days_too() {
        String last = create(MEETINGS, meeting("9999-12-31"));
        String first = create(MEETINGS, meeting("0001-01-01"));

        var calendar = ReadCalendar.of(OTHER.get(CALENDAR + "?period=0001/9999"));

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
        Api author = ANYBODY.as("VN.14", "reader", "editor");
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
