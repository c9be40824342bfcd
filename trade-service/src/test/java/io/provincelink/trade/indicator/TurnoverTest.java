package io.provincelink.trade.indicator;

import static io.provincelink.trade.figure.Attribution.ENTERPRISE;
import static io.provincelink.trade.figure.Attribution.GATE;
import static io.provincelink.trade.figure.Attribution.ORIGIN_DESTINATION;
import static io.provincelink.trade.figure.Flow.EXPORT;
import static io.provincelink.trade.figure.Flow.IMPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Qualifier;
import io.provincelink.kit.words.Recorded;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.statistic.MonthRange;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnoverTest {

    @Test
    void nothing_reported_is_zero_of_sixty_months() {
        Recorded turnover = of().both();

        assertThat(turnover.figure().value()).isEqualByComparingTo("0");
        assertThat(turnover.coverage()).isEqualTo(new Recorded.Coverage(0, 60, "month"));
    }

    @Test
    void a_month_is_present_when_both_flows_have_a_figure() {
        Turnover turnover = of(
                sum(ORIGIN_DESTINATION, EXPORT, 201901, 1, 10),
                sum(ORIGIN_DESTINATION, IMPORT, 201901, 1, 20),
                sum(ORIGIN_DESTINATION, EXPORT, 201902, 1, 40));

        assertThat(turnover.both().figure().value()).isEqualByComparingTo("70");
        assertThat(turnover.both().coverage()).isEqualTo(new Recorded.Coverage(1, 60, "month"));
        assertThat(turnover.only(EXPORT).figure().value()).isEqualByComparingTo("50");
        assertThat(turnover.only(EXPORT).coverage()).isEqualTo(new Recorded.Coverage(2, 60, "month"));
        assertThat(turnover.only(IMPORT).figure().value()).isEqualByComparingTo("20");
        assertThat(turnover.only(IMPORT).coverage()).isEqualTo(new Recorded.Coverage(1, 60, "month"));
    }

    @Test
    void a_figure_for_january_and_february_makes_both_present() {
        Turnover turnover = of(
                sum(ORIGIN_DESTINATION, EXPORT, 201901, 2, 10),
                sum(ORIGIN_DESTINATION, IMPORT, 201901, 1, 1),
                sum(ORIGIN_DESTINATION, IMPORT, 201902, 1, 1));

        assertThat(turnover.both().coverage()).isEqualTo(new Recorded.Coverage(2, 60, "month"));
    }

    @Test
    void a_month_with_a_part_in_a_range_counts_once() {
        Turnover turnover =
                of(sum(ORIGIN_DESTINATION, EXPORT, 201901, 2, 10), sum(ORIGIN_DESTINATION, EXPORT, 201902, 1, 5));

        assertThat(turnover.only(EXPORT).coverage()).isEqualTo(new Recorded.Coverage(2, 60, "month"));
    }

    @Test
    void figures_of_different_attribution_are_never_added() {
        Turnover turnover = of(
                sum(GATE, EXPORT, 201901, 1, 1000),
                sum(ENTERPRISE, EXPORT, 201901, 1, 3),
                sum(ENTERPRISE, EXPORT, 201902, 1, 4));

        assertThat(turnover.both().figure().value()).isEqualByComparingTo("7");
    }

    @Test
    void months_with_both_flows_say_more_than_many_with_one() {
        Turnover turnover = of(
                sum(GATE, EXPORT, 201901, 12, 1000),
                sum(ENTERPRISE, EXPORT, 201901, 1, 3),
                sum(ENTERPRISE, IMPORT, 201901, 1, 4));

        assertThat(turnover.both().figure().value()).isEqualByComparingTo("7");
    }

    @Test
    void of_two_that_say_as_much_the_usual_one_is_taken() {
        Turnover turnover = of(sum(GATE, EXPORT, 201901, 1, 1000), sum(ORIGIN_DESTINATION, EXPORT, 201901, 1, 3));

        assertThat(turnover.both().figure().value()).isEqualByComparingTo("3");
    }

    @Test
    void a_sum_with_an_estimate_in_it_is_not_exact() {
        TurnoverSums.Sum estimate =
                new TurnoverSums.Sum(ORIGIN_DESTINATION, EXPORT, new MonthRange(201901, 1), BigDecimal.TEN, true);

        assertThat(of(estimate).both().figure().qualifier()).isEqualTo(Qualifier.ABOUT);
        assertThat(of(estimate).only(IMPORT).figure().qualifier()).isEqualTo(Qualifier.EXACT);
    }

    private static Turnover of(TurnoverSums.Sum... sums) {
        return Turnover.of(List.of(sums), Period.years(2016, 2020), "USD");
    }

    private static TurnoverSums.Sum sum(Attribution attribution, Flow flow, int first, int months, long value) {
        return new TurnoverSums.Sum(attribution, flow, new MonthRange(first, months), BigDecimal.valueOf(value), false);
    }
}
