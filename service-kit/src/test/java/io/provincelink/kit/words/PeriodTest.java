package io.provincelink.kit.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2021,                  2021-01-01, 2021-12-31",
        "2016/2020,             2016-01-01, 2020-12-31",
        "2021-Q1,               2021-01-01, 2021-03-31",
        "2021-Q3,               2021-07-01, 2021-09-30",
        "2021-Q4,               2021-10-01, 2021-12-31",
        "2021-03,               2021-03-01, 2021-03-31",
        "2020-02,               2020-02-01, 2020-02-29",
        "2021-05-26,            2021-05-26, 2021-05-26",
        "2021-03-01/2021-05-31, 2021-03-01, 2021-05-31",
        "2021-Q2/2022,          2021-04-01, 2022-12-31",
        "2021/2021-03,          2021-01-01, 2021-03-31",
        "2021-05-26/2021-05-26, 2021-05-26, 2021-05-26",
    })
    void every_form_of_a_query_is_read(String text, LocalDate from, LocalDate to) {
        assertThat(Period.parse(text)).contains(new Period(from, to));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "soon",
                "21",
                "2021-Q0",
                "2021-Q5",
                "2021-q3",
                "2021-13",
                "2021-3",
                "2021-02-30",
                "2020/2016",
                "2021-05-26/2021-05-25",
                "2016/",
                "/2020",
                "/",
                "2016/2018/2020",
                " 2021",
                "2021-01-01T00:00:00Z",
                "-999",
                "+999999999-12-31",
                "-999999999-01-01",
                "+10000-01-01",
                "0000",
            })
    void everything_else_is_no_period(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }

    @Test
    void it_must_not_end_before_it_begins() {
        var backwards = new Period(LocalDate.of(2021, 1, 2), LocalDate.of(2021, 1, 1));

        assertThat(Violations.of(backwards)).containsExactly("inOrder {provincelink.period.order}");
        assertThat(Violations.of(Period.years(2016, 2016))).isEmpty();
        assertThat(Violations.of(new Period(null, LocalDate.EPOCH)))
                .containsExactly("from {jakarta.validation.constraints.NotNull.message}");
    }

    @ParameterizedTest
    @CsvSource({
        "2016/2020,             60",
        "2021-Q3,               3",
        "2021-03,               1",
        "2021-01-31/2021-02-01, 2",
        "2021-12-31/2022-01-01, 2",
    })
    void it_counts_the_months_that_it_touches(String text, long months) {
        assertThat(Period.parse(text).orElseThrow().months()).isEqualTo(months);
    }

    @ParameterizedTest
    @CsvSource({
        "2016/2020, 2020-12-31, true",
        "2016/2020, 2015/2016,  true",
        "2016/2020, 2018,       true",
        "2018,      2016/2020,  true",
        "2016/2020, 2021,       false",
        "2016/2020, 2015-12,    false",
    })
    void two_periods_overlap_in_one_day_at_least(String one, String other, boolean overlap) {
        Period first = Period.parse(one).orElseThrow();
        Period second = Period.parse(other).orElseThrow();

        assertThat(first.overlaps(second)).isEqualTo(overlap).isEqualTo(second.overlaps(first));
    }

    @ParameterizedTest
    @CsvSource({"2015-12-31, false", "2016-01-01, true", "2020-12-31, true", "2021-01-01, false"})
    void both_ends_belong_to_it(LocalDate day, boolean inside) {
        assertThat(Period.years(2016, 2020).contains(day)).isEqualTo(inside);
    }

    @Test
    void it_reads_back_what_it_shows() {
        assertThat(Period.parse(Period.years(2016, 2020).toString())).contains(Period.years(2016, 2020));
    }
}
