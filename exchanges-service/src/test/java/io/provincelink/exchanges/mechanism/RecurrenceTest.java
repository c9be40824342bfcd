package io.provincelink.exchanges.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

    @Test
    void the_forum_of_the_third_quarter_is_due_on_each_first_of_july() {
        assertThat(due("FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1", "P3M", "2015-09-20", null, Period.years(2016, 2018)))
                .containsExactly("2016-07-01/2016-09-30", "2017-07-01/2017-09-30", "2018-07-01/2018-09-30");
    }

    @Test
    void quarterly_groups_are_due_every_three_months_from_their_first_day() {
        assertThat(due("FREQ=MONTHLY;INTERVAL=3", "P3M", "2016-02-15", null, Period.years(2016, 2016)))
                .containsExactly(
                        "2016-02-15/2016-05-14",
                        "2016-05-15/2016-08-14",
                        "2016-08-15/2016-11-14",
                        "2016-11-15/2017-02-14");
    }

    @Test
    void without_a_window_a_session_may_be_held_until_the_next_is_due() {
        assertThat(due(
                        "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1;COUNT=3",
                        null,
                        "2016-01-01",
                        null,
                        Period.years(2016, 2020)))
                .containsExactly("2016-03-01/2016-08-31", "2016-09-01/2017-02-28", "2017-03-01/2018-02-28");
    }

    @Test
    void nothing_is_due_before_it_began_after_it_ended_or_outside_the_period() {
        assertThat(due("FREQ=YEARLY", "P1M", "2016-05-01", "2018-04-30", Period.years(2010, 2030)))
                .containsExactly("2016-05-01/2016-05-31", "2017-05-01/2017-05-31");
        assertThat(due("FREQ=YEARLY", "P1M", "2016-05-01", null, Period.years(2010, 2015)))
                .isEmpty();
        assertThat(due("FREQ=YEARLY;UNTIL=20170501", "P1M", "2016-05-01", null, Period.years(2010, 2030)))
                .containsExactly("2016-05-01/2016-05-31", "2017-05-01/2017-05-31");
    }

    @Test
    void nobody_can_say_what_is_due_without_a_first_day_or_a_rule() {
        assertThat(MechanismMother.meeting("FREQ=YEARLY", "P1Y", null).due(Period.years(2016, 2020)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=MINUTELY",
                "FREQ=HOURLY;INTERVAL=24",
                "FREQ=DAILY;BYHOUR=1,2,3",
                "FREQ=FORTNIGHTLY",
                "FREQ=YEARLY;INTERVAL=0",
                "FREQ=YEARLY;INTERVAL=101",
                "FREQ=DAILY;INTERVAL=1000000000",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=YEARLY;UNTIL=20170501T000000Z",
                "FREQ=YEARLY;UNTIL=20150501",
                "RRULE:FREQ=YEARLY",
                "RSCALE=CHINESE;FREQ=YEARLY",
                "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=366",
                "FREQ=YEARLY;BYYEARDAY=-366;BYDAY=1MO",
                "every year",
                ""
            })
    void a_rule_that_names_no_days_is_refused(String rule) {
        assertThat(faults(rule, null)).extracting(Fault::pointer).containsExactly("/recurrence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FREQ=YEARLY", "FREQ=MONTHLY;BYDAY=1MO", "FREQ=WEEKLY;INTERVAL=2;WKST=MO", "FREQ=DAILY"})
    void a_rule_of_days_is_taken(String rule) {
        assertThat(faults(rule, "P1M")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "-P3M", "P3M-1D", "PT72H", "3 months", "P11Y", "P99999D", "P2147483647W"})
    void a_window_that_is_no_stretch_of_days_is_refused(String window) {
        assertThat(faults("FREQ=YEARLY", window)).extracting(Fault::pointer).containsExactly("/window");
    }

    @Test
    void a_first_day_must_be_one_from_which_sessions_can_be_counted_out() {
        var ancient = MechanismMother.draft("FREQ=DAILY", null, LocalDate.of(-999_999, 1, 1), null);
        var backwards = MechanismMother.draft("FREQ=DAILY", null, LocalDate.of(2016, 1, 1), LocalDate.of(2015, 1, 1));

        assertThat(ancient.faults(MechanismMother.anchor()))
                .extracting(Fault::code)
                .contains("out-of-range");
        assertThat(backwards.faults(MechanismMother.anchor()))
                .extracting(Fault::code)
                .containsExactly("before-start");
    }

    @Test
    void nothing_is_due_after_the_last_day_that_a_mechanism_may_name() {
        assertThat(due("FREQ=DAILY", "P1D", "1900-01-01", null, Period.years(9950, 9999)))
                .isEmpty();
        assertThat(due("FREQ=YEARLY", "P1D", "1900-12-31", null, Period.years(2198, 9999)))
                .containsExactly("2198-12-31/2198-12-31", "2199-12-31/2199-12-31");
        assertThat(MechanismMother.draft("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", null, LocalDate.of(2199, 12, 1), null)
                        .faults(MechanismMother.anchor()))
                .extracting(Fault::pointer)
                .containsExactly("/recurrence");
    }

    /** The first session after the leap is the one that counting every session out would give. */
    @ParameterizedTest
    @CsvSource({
        "FREQ=DAILY;INTERVAL=9,                      2040-05-22",
        "FREQ=DAILY;COUNT=51242,                     2040-05-17",
        "FREQ=DAILY;COUNT=51241,                     ''",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,            2040-05-29",
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=31,      2040-07-31",
        "'FREQ=MONTHLY;BYDAY=MO,TU,WE;BYSETPOS=-1',  2040-05-30",
        "FREQ=YEARLY;INTERVAL=7,                     2047-01-31",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29,        2044-02-29",
        "FREQ=YEARLY;UNTIL=20400516,                 ''",
    })
    void counting_starts_at_the_asked_days(String rule, String first) {
        List<String> due =
                due(rule, "P1D", "1900-01-31", null, new Period(LocalDate.of(2040, 5, 17), LocalDate.of(2049, 12, 31)));

        assertThat(due.stream().findFirst().orElse("")).startsWith(first).hasSize(first.isEmpty() ? 0 : 21);
    }

    @Test
    void a_rule_of_leap_days_is_due_in_leap_years_only() {
        assertThat(due("FREQ=YEARLY", null, "2016-02-29", null, Period.years(2016, 2024)))
                .containsExactly("2016-02-29/2020-02-28", "2020-02-29/2024-02-28", "2024-02-29/2028-02-28");
    }

    @Test
    void the_thirty_first_is_due_in_months_that_have_one() {
        assertThat(due("FREQ=MONTHLY;BYMONTHDAY=31", "P1M", "2017-01-01", null, Period.years(2017, 2017)))
                .startsWith("2017-01-31/2017-02-27", "2017-03-31/2017-04-29", "2017-05-31/2017-06-29")
                .hasSize(7);
        assertThat(due("FREQ=MONTHLY;BYMONTHDAY=-1", "P1M", "2017-01-01", null, Period.years(2017, 2017)))
                .hasSize(12);
    }

    private static List<Fault> faults(String rule, @Nullable String window) {
        return MechanismMother.draft(rule, window, LocalDate.of(2016, 1, 1), null)
                .faults(MechanismMother.anchor());
    }

    private static List<String> due(
            String rule, @Nullable String window, String since, @Nullable String until, Period asked) {
        return MechanismMother.meeting(rule, window, since, until).due(asked).orElseThrow().stream()
                .map(session -> session.due() + "/" + session.last())
                .toList();
    }
}
