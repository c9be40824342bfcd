package io.provincelink.exchanges.calendar;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static io.provincelink.exchanges.Drafts.MECHANISMS;
import static io.provincelink.exchanges.Drafts.MEETINGS;
import static io.provincelink.exchanges.calendar.CalendarOfTwoSides.ALL_YEARS;
import static io.provincelink.exchanges.calendar.CalendarOfTwoSides.ANYBODY;
import static io.provincelink.exchanges.calendar.CalendarOfTwoSides.CALENDAR;
import static io.provincelink.exchanges.calendar.CalendarOfTwoSides.EDITOR;
import static io.provincelink.exchanges.calendar.CalendarOfTwoSides.OTHER;
import static io.provincelink.exchanges.calendar.CalendarOfTwoSides.create;
import static io.provincelink.exchanges.calendar.CalendarOfTwoSides.delegation;
import static io.provincelink.exchanges.calendar.CalendarOfTwoSides.mechanism;
import static io.provincelink.exchanges.calendar.CalendarOfTwoSides.meeting;
import static io.provincelink.exchanges.calendar.ReadCalendar.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the records look like as events. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CalendarEventsTest {

    @Test
    void a_mechanism_repeats_on_its_due_days() {
        String id = create(MECHANISMS, mechanism().put("until", "2030-06-30"));

        var event = ReadCalendar.of(OTHER.get(ALL_YEARS + "&lang=en")).event(id);

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

        var events = ReadCalendar.of(OTHER.get(ALL_YEARS + "&lang=en")).events(id);

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

    @ParameterizedTest
    @CsvSource({"2023-07-01, 2026-06-01, 2026", "2018-07-01, 2015-12-01, 2015"})
    void a_session_set_outside_the_days_of_its_mechanism_is_in_the_year_in_which_it_is_held(
            String due, String to, String year) {
        var draft = mechanism().put("since", "2016-01-01").put("until", "2023-12-31");
        draft.putArray("exceptions")
                .addObject()
                .put("due", due)
                .put("kind", "POSTPONED")
                .put("to", to);
        String id = create(MECHANISMS, draft);
        String plain = create(MECHANISMS, mechanism().put("until", "2023-12-31"));

        var calendar = ReadCalendar.of(OTHER.get(CALENDAR + "?period=" + year));

        assertThat(calendar.events(id))
                .extracting(event -> value(event, "DTSTART"))
                .contains(to.replace("-", ""));
        assertThat(calendar.shows(plain)).isFalse();
    }

    @Test
    void a_meeting_has_its_hours_in_their_own_zones_and_names_its_mechanism() {
        String mechanism = create(MECHANISMS, mechanism());
        var draft = meeting("2021-12-08").put("mechanism", mechanism);
        draft.putObject("start").put("at", "2021-12-08T09:00").put("zone", "Asia/Ho_Chi_Minh");
        draft.putObject("end").put("at", "2021-12-07T23:30").put("zone", "America/New_York");
        draft.withArray("/sites").addObject().put("borderMarker", "12").put("region", "XB.010100");
        String id = create(MEETINGS, draft);

        var calendar = ReadCalendar.of(OTHER.get(ALL_YEARS + "&lang=en"));

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

        var event = ReadCalendar.of(OTHER.get(ALL_YEARS)).event(id);

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

        var calendar = ReadCalendar.of(OTHER.get(ALL_YEARS + "&lang=en"));

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

        assertThat(value(ReadCalendar.of(OTHER.get(ALL_YEARS + "&lang=en")).event(id), "LOCATION"))
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

        var november = ReadCalendar.of(OTHER.get(CALENDAR + "?period=2021-11"));
        var december = ReadCalendar.of(OTHER.get(CALENDAR + "?period=2021-12"));

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

        assertThat(value(ReadCalendar.of(OTHER.get(ALL_YEARS)).event(id), "STATUS"))
                .isEqualTo(said);
    }

    @Test
    void a_delegation_stands_on_all_its_days_and_nobody_in_it_is_named() {
        var draft = delegation();
        draft.withObject("/period").put("to", "2019-05-09");
        String id = create(DELEGATIONS, draft);

        var proposed = ReadCalendar.of(EDITOR.get(ALL_YEARS + "&lang=en"));
        ANYBODY.as("XB.010100", "reader", "approver")
                .post(DELEGATIONS + "/" + id + "/transitions", "{\"to\": \"DECLINED\"}")
                .expect(200);
        var declined = ReadCalendar.of(EDITOR.get(ALL_YEARS + "&lang=en"));

        assertThat(value(proposed.event(id), "DTSTART")).isEqualTo("20190506");
        assertThat(value(proposed.event(id), "DTEND")).isEqualTo("20190510");
        assertThat(value(proposed.event(id), "STATUS")).isEqualTo("TENTATIVE");
        assertThat(value(proposed.event(id), "DESCRIPTION")).isEqualTo("Province A One → Prefecture B One\n12 people");
        assertThat(proposed.text()).doesNotContain("Secret Person");
        assertThat(value(declined.event(id), "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(declined.event(id), "SEQUENCE")).isEqualTo("1");
    }

    @Test
    void texts_come_in_the_language_that_is_asked_for_or_in_another_one() {
        String mechanism = create(MECHANISMS, mechanism());
        String meeting = create(MEETINGS, meeting("2021-12-08"));
        var untitled = meeting("2021-12-08");
        untitled.remove("title");
        String talks = create(MEETINGS, untitled);

        var vi = ReadCalendar.of(OTHER.get(ALL_YEARS + "&lang=vi"));
        var zh =
                ReadCalendar.of(OTHER.with("Accept-Language", "zh-CN, en;q=0.5").get(ALL_YEARS));

        assertThat(value(vi.event(mechanism), "SUMMARY")).isEqualTo("Diễn đàn thử");
        assertThat(value(vi.event(mechanism), "DESCRIPTION")).contains("trong vòng 3 tháng", "Tỉnh A Một – Châu B Một");
        assertThat(value(zh.event(mechanism), "SUMMARY")).isEqualTo("测试论坛");
        assertThat(value(zh.event(mechanism), "DESCRIPTION")).contains("3个月");
        assertThat(value(zh.event(meeting), "SUMMARY")).isEqualTo("Test talks");
        assertThat(value(zh.event(talks), "SUMMARY")).isEqualTo("会谈");
    }
}
