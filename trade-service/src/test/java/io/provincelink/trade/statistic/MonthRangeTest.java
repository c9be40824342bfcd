package io.provincelink.trade.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthRangeTest {

    @Test
    void january_and_february_are_two_months() {
        MonthRange range = new MonthRange(201901, 2);

        assertThat(range.months()).isEqualTo(List.of(201901, 201902));
        assertThat(range.last()).isEqualTo(201902);
        assertThat(range.from()).isEqualTo("2019-01");
        assertThat(range.to()).isEqualTo("2019-02");
        assertThat(range.firstDay()).isEqualTo(LocalDate.of(2019, 1, 1));
    }

    @Test
    void a_year_is_the_longest_range() {
        assertThat(new MonthRange(201901, 12).to()).isEqualTo("2019-12");
        assertThatThrownBy(() -> new MonthRange(201901, 13)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_range_leaves_its_year() {
        assertThat(new MonthRange(201912, 1).to()).isEqualTo("2019-12");
        assertThatThrownBy(() -> new MonthRange(201912, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_january_of_a_month_is_that_of_its_year() {
        assertThat(MonthRange.of("2019-12").january()).isEqualTo(201901);
    }
}
