package io.provincelink.trade.gate.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import io.provincelink.trade.gate.measure.SideOpenness.Reason;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasureCalendarTest {

    private static final String HERE = "XA.01101";
    private static final String THERE = "XB.010101";

    // a Monday, and no holiday
    private static final LocalDate MONDAY = LocalDate.of(2020, 2, 3);

    @Test
    void without_a_measure_a_side_is_open_once_the_gate_is() {
        MeasureCalendar calendar = since("2012");

        assertThat(state(calendar, LocalDate.of(2011, 12, 31))).isEqualTo("CLOSED NOT_YET");
        assertThat(state(calendar, LocalDate.of(2012, 6, 1))).isEqualTo("UNKNOWN NOTHING_KNOWN");
        assertThat(state(calendar, LocalDate.of(2013, 1, 1))).isEqualTo("OPEN SINCE");
        assertThat(state(since("2012-05-04"), LocalDate.of(2012, 5, 4))).isEqualTo("OPEN SINCE");
    }

    @Test
    void where_nobody_knows_since_when_nobody_knows_whether_it_is_open() {
        Openness openness = Openness.of("g", MONDAY, List.of(side(since(null), MONDAY)));

        assertThat(state(since(null), MONDAY)).isEqualTo("UNKNOWN NOTHING_KNOWN");
        assertThat(openness.open()).isNull();
        assertThat(openness.isKnownToBeOpen()).isFalse();
    }

    @Test
    void the_measure_that_began_last_holds() {
        MeasureCalendar calendar = since(
                "2012",
                measure(MeasureKind.RESTRICTED, HERE, "2020-01-20", null),
                measure(MeasureKind.CLOSED, HERE, "2020-01-31", "2020-02-09"));

        assertThat(state(calendar, LocalDate.of(2020, 1, 19))).isEqualTo("OPEN SINCE");
        assertThat(state(calendar, LocalDate.of(2020, 1, 30))).isEqualTo("RESTRICTED MEASURE");
        assertThat(state(calendar, LocalDate.of(2020, 1, 31))).isEqualTo("CLOSED MEASURE");
        assertThat(state(calendar, LocalDate.of(2020, 2, 9))).isEqualTo("CLOSED MEASURE");
        assertThat(state(calendar, LocalDate.of(2020, 2, 10))).isEqualTo("RESTRICTED MEASURE");
    }

    @Test
    void of_two_that_began_on_one_day_the_one_recorded_last_holds() {
        MeasureCalendar calendar = since(
                "2012",
                measure(MeasureKind.CLOSED, HERE, "2020-02-03", null),
                measure(MeasureKind.OPEN, HERE, "2020-02-03", null));

        assertThat(state(calendar, MONDAY)).isEqualTo("OPEN MEASURE");
    }

    @Test
    void a_measure_says_nothing_of_the_other_side() {
        MeasureCalendar calendar = since("2012", measure(MeasureKind.CLOSED, THERE, "2020-02-03", null));

        assertThat(state(calendar, MONDAY)).isEqualTo("OPEN SINCE");
        assertThat(calendar.side(THERE, "XB", MONDAY).state()).isEqualTo(GateState.CLOSED);
    }

    @Test
    void a_measure_tells_also_where_nobody_knows_since_when_the_gate_is_there() {
        MeasureCalendar calendar = since(null, measure(MeasureKind.OPEN, HERE, "2020-02-03", null));

        assertThat(state(calendar, MONDAY)).isEqualTo("OPEN MEASURE");
        assertThat(state(calendar, MONDAY.minusDays(1))).isEqualTo("UNKNOWN NOTHING_KNOWN");
    }

    @Test
    void on_a_day_of_the_week_without_hours_a_side_is_closed() {
        MeasureCalendar calendar = since("2012", hours("2020-01-01", false, time(DayOfWeek.MONDAY, "07:00", "11:30")));

        assertThat(state(calendar, MONDAY)).isEqualTo("OPEN SINCE");
        assertThat(side(calendar, MONDAY).hours())
                .extracting(OpeningTime::opens)
                .containsExactly("07:00");
        assertThat(state(calendar, MONDAY.plusDays(1))).isEqualTo("CLOSED HOURS");
        assertThat(side(calendar, MONDAY.plusDays(1)).measure()).isNotNull();
        assertThat(side(calendar, LocalDate.of(2019, 12, 31)).hours()).isNull();
    }

    @Test
    void hours_come_in_the_order_of_the_day() {
        MeasureCalendar calendar = since(
                "2012",
                hours(
                        "2020-01-01",
                        false,
                        time(DayOfWeek.MONDAY, "13:00", "24:00"),
                        time(DayOfWeek.MONDAY, "07:00", "11:30")));

        assertThat(side(calendar, MONDAY).hours())
                .extracting(OpeningTime::opens)
                .containsExactly("07:00", "13:00");
    }

    @Test
    void a_restricted_side_stays_so_in_its_hours() {
        MeasureCalendar calendar = since(
                "2012",
                measure(MeasureKind.RESTRICTED, HERE, "2020-01-20", null),
                hours("2020-01-01", false, time(DayOfWeek.MONDAY, "07:00", "11:30")));

        assertThat(state(calendar, MONDAY)).isEqualTo("RESTRICTED MEASURE");
    }

    @Test
    void a_public_holiday_is_told_and_closes_only_where_the_hours_say_so() {
        // 15 June 2020 is a Monday, and the invented day of XA
        LocalDate holiday = LocalDate.of(2020, 6, 15);
        OpeningTime monday = time(DayOfWeek.MONDAY, "07:00", "19:00");

        assertThat(state(since("2012"), holiday)).isEqualTo("OPEN SINCE");
        assertThat(side(since("2012"), holiday).holidays()).hasSize(1);
        assertThat(state(since("2012", hours("2020-01-01", false, monday)), holiday))
                .isEqualTo("OPEN SINCE");
        assertThat(state(since("2012", hours("2020-01-01", true, monday)), holiday))
                .isEqualTo("CLOSED HOLIDAY");
    }

    @Test
    void quotas_of_the_side_and_of_both_are_told() {
        MeasureCalendar calendar = since("2012", quota(HERE, 100), quota(THERE, 50), quota(null, 150));

        assertThat(side(calendar, MONDAY).quotas())
                .extracting(quota -> quota.quota().amount())
                .containsExactly(100L, 150L);
    }

    @Test
    void a_gate_is_as_open_as_its_more_closed_side() {
        assertThat(together("OPEN", "OPEN")).isEqualTo("OPEN true");
        assertThat(together("OPEN", "RESTRICTED")).isEqualTo("RESTRICTED true");
        assertThat(together("RESTRICTED", "CLOSED")).isEqualTo("CLOSED false");
        assertThat(together("UNKNOWN", "OPEN")).isEqualTo("UNKNOWN null");
        assertThat(together("UNKNOWN", "CLOSED")).isEqualTo("CLOSED false");
    }

    private static String together(String... states) {
        List<SideOpenness> sides = Arrays.stream(states)
                .map(state -> new SideOpenness(
                        HERE, GateState.valueOf(state), Reason.MEASURE, null, null, List.of(), List.of()))
                .toList();
        Openness openness = Openness.of("g", MONDAY, sides);
        return openness.state() + " " + openness.open();
    }

    private static String state(MeasureCalendar calendar, LocalDate day) {
        SideOpenness side = side(calendar, day);
        return side.state() + " " + side.reason();
    }

    private static SideOpenness side(MeasureCalendar calendar, LocalDate day) {
        return calendar.side(HERE, "XA", day);
    }

    private static MeasureCalendar since(@Nullable String since, GateMeasure... measures) {
        return new MeasureCalendar("g", Period.parse(since).orElse(null), List.of(measures));
    }

    private static GateMeasure measure(MeasureKind kind, @Nullable String side, String from, @Nullable String to) {
        return measure(
                kind,
                side,
                new MeasurePeriod(LocalDate.parse(from), to == null ? null : LocalDate.parse(to)),
                null,
                null);
    }

    private static GateMeasure hours(String from, boolean closedOnHolidays, OpeningTime... week) {
        var hours = new OpeningHours(List.of(week), closedOnHolidays);
        return measure(MeasureKind.HOURS, HERE, new MeasurePeriod(LocalDate.parse(from), null), hours, null);
    }

    private static GateMeasure quota(@Nullable String side, long amount) {
        var quota = new MeasureQuota(amount, "vehicle", MeasureQuota.Span.DAY);
        return measure(MeasureKind.QUOTA, side, new MeasurePeriod(MONDAY, MONDAY), null, quota);
    }

    private static GateMeasure measure(
            MeasureKind kind,
            @Nullable String side,
            MeasurePeriod period,
            @Nullable OpeningHours hours,
            @Nullable MeasureQuota quota) {
        return new GateMeasure(
                UUID.randomUUID(),
                kind,
                side,
                period.from(),
                period.to(),
                null,
                Text.en("As it is"),
                hours,
                quota,
                null);
    }

    private static OpeningTime time(DayOfWeek weekday, String opens, String closes) {
        return new OpeningTime(weekday, opens, closes);
    }
}
