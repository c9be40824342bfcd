package io.provincelink.exchanges.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesTest {

    private static final Period LONG = Period.years(2000, 2060);

    /** Another library that reads the rule from its first day finds the same days. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1 | 2009-01-01 | -",
                "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1 | 2009-08-01 | 2020-06-30",
                "FREQ=MONTHLY;INTERVAL=3 | 2016-02-15 | -",
                "FREQ=MONTHLY;INTERVAL=3 | 2016-01-31 | -",
                "FREQ=YEARLY | 2016-02-29 | -",
                "FREQ=YEARLY;INTERVAL=2;BYMONTH=7;BYMONTHDAY=1 | 2016-09-01 | 2031-07-01",
                "FREQ=YEARLY;BYMONTH=7 | 2016-09-05 | -",
                "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1;COUNT=5 | 2016-05-01 | -",
                "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1;COUNT=5 | 2016-05-01 | 2018-01-01",
                "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1;COUNT=5 | 2016-05-01 | 2030-01-01",
                "FREQ=YEARLY;UNTIL=20200501 | 2016-05-01 | 2019-01-01",
                "FREQ=YEARLY;UNTIL=20200501 | 2016-05-01 | 2028-01-01",
                "FREQ=WEEKLY;BYDAY=MO,TH | 2016-05-04 | 2017-01-01",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR | 2016-05-04 | 2017-01-01",
                "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU | 2016-05-04 | 2017-01-01",
                "FREQ=MONTHLY;BYDAY=-1FR | 2016-05-31 | -",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | 2016-05-04 | -",
                "FREQ=MONTHLY;BYMONTHDAY=-1 | 2016-05-04 | -",
                "FREQ=MONTHLY;BYMONTHDAY=31 | 2016-06-01 | -",
                "FREQ=YEARLY;BYYEARDAY=100,-1 | 2016-06-01 | -",
                "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO | 2016-06-01 | -",
                "FREQ=DAILY;INTERVAL=10 | 2016-06-03 | 2018-06-01",
            })
    void a_calendar_repeats_what_falls_due(String rule, String since, @Nullable String until) {
        Mechanism mechanism = MechanismMother.meeting(rule, null, since, until);
        List<LocalDate> due =
                mechanism.due(LONG).orElseThrow().stream().map(DueSession::due).toList();

        Series series = mechanism.series().orElseThrow();

        assertThat(due).hasSizeGreaterThan(2);
        assertThat(series.first()).isEqualTo(due.get(0));
        assertThat(expanded(series)).isEqualTo(due);
    }

    @Test
    void a_leap_day_is_named() {
        assertThat(MechanismMother.meeting("FREQ=YEARLY", null, "2016-02-29").series())
                .contains(new Series(LocalDate.of(2016, 2, 29), "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"));
    }

    @Test
    void where_nothing_ever_falls_due_there_is_nothing_to_repeat() {
        assertThat(MechanismMother.meeting("FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1", null, "2016-08-01", "2017-06-30")
                        .series())
                .isEmpty();
        assertThat(MechanismMother.meeting("FREQ=YEARLY", null, null).series()).isEmpty();
    }

    private static List<LocalDate> expanded(Series series) {
        // the library takes the end of the stretch for one day too early
        LocalDate end = LONG.to().plusDays(1);
        return Stream.concat(
                        Stream.of(series.first()),
                        new Recur<LocalDate>(series.rule()).getDates(series.first(), series.first(), end).stream())
                .distinct()
                .filter(day -> !day.isAfter(LONG.to()))
                .sorted()
                .toList();
    }
}
