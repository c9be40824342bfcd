package io.provincelink.trade.sdmx.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

    @ParameterizedTest
    @CsvSource({
        "1995, 199501, 199512",
        "1995-A1, 199501, 199512",
        "1995-S2, 199507, 199512",
        "1995-T2, 199505, 199508",
        "1995-Q2, 199504, 199506",
        "1995-M04, 199504, 199504",
        "1995-04, 199504, 199504",
        // a month that has begun before the day, or ends after it, is not in the span as a whole
        "1995-04-01, 199504, 199503",
        "1995-04-30, 199505, 199504",
        "1995-04-15, 199505, 199503",
        "1995-04-15T10:00:00, 199505, 199503",
        "1995-04-15T10:00:00Z, 199505, 199503",
        "1995-04-15T10:00:00 07:00, 199505, 199503",
        // the week from 30 January to 5 February
        "1995-W05, 199502, 199501",
        "1995-D001, 199501, 199412"
    })
    void each_form_of_a_period_is_understood(String period, int first, int last) {
        assertThat(Span.of(period, null).first()).isEqualTo(first);
        assertThat(Span.of(null, period).last()).isEqualTo(last);
    }

    @Test
    void what_is_not_said_does_not_limit() {
        assertThat(Span.of(null, null).isAlways()).isTrue();
        assertThat(Span.of("1995", null).isAlways()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "95",
                "1995-13",
                "1995-00",
                "1995-Q5",
                "1995-Q0",
                "1995-S3",
                "1995-W60",
                "1995-D400",
                "1995-02-30",
                "May 1995",
                "1995-05/1995-07",
                "1995-05-01Tx",
                "1995-A2x",
                "99999999999999",
                "1995-04-15T10:00:00+99:00"
            })
    void what_is_no_period_is_refused_by_name(String period) {
        assertThatThrownBy(() -> Span.of(period, null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.faults().get(0).pointer()).isEqualTo("?startPeriod"));
        assertThatThrownBy(() -> Span.of(null, period))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.faults().get(0).pointer()).isEqualTo("?endPeriod"));
    }
}
