package io.provincelink.trade.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.indicator.Turnover;
import io.provincelink.trade.indicator.TurnoverSums.Sum;
import io.provincelink.trade.statistic.MonthRange;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A goal of 1200 dollars in the year 1951, 100 a month on a straight line. */
class ReporterProgressTest {

    private static final Period YEAR = Period.years(1951, 1951);

    @Test
    void each_month_tells_how_far_it_came() {
        ReporterProgress progress = progress(
                month(Flow.EXPORT, 195101, "60"), month(Flow.IMPORT, 195101, "30"), // 90
                month(Flow.EXPORT, 195102, "80"), month(Flow.IMPORT, 195102, "70")); // 150

        // 90 of 1200 = 7.5 %, expected 1 * 100; 90 + 150 = 240 of 1200 = 20 %, expected 2 * 100
        assertThat(progress.points())
                .extracting(ReporterProgressTest::line)
                .containsExactly(
                        "1951-01 90.00 complete, 90.00 = 7.5 %, expected 100.00",
                        "1951-02 150.00 complete, 240.00 = 20.0 %, expected 200.00");
        assertThat(text(progress.figure())).isEqualTo("EXACT 240.00");
        assertThat(text(progress.share())).isEqualTo("EXACT 20.0");
        assertThat(text(progress.expected())).isEqualTo("EXACT 200.00");
    }

    @Test
    void the_rate_runs_to_the_end_of_the_period() {
        ReporterProgress progress = progress(
                month(Flow.EXPORT, 195101, "60"), month(Flow.IMPORT, 195101, "30"),
                month(Flow.EXPORT, 195102, "80"), month(Flow.IMPORT, 195102, "70"));

        // 240 in 2 months are 120 a month, 1440 in 12, which are 120 % of 1200
        assertThat(text(progress.runRate())).isEqualTo("ABOUT 1440.00");
        assertThat(text(progress.runRateShare())).isEqualTo("ABOUT 120.0");
        // 1200 - 240 = 960 in 10 months
        assertThat(progress.remaining().months()).isEqualTo(10);
        assertThat(text(progress.remaining().amount())).isEqualTo("EXACT 960.00");
        assertThat(text(progress.remaining().perMonth())).isEqualTo("EXACT 96.00");
    }

    @Test
    void what_does_not_divide_is_rounded_and_said_to_be_about_that() {
        ReporterProgress progress = progress(month(Flow.EXPORT, 195101, "100"), month(Flow.IMPORT, 195101, "50"));

        // 1050 / 11 = 95.4545…
        assertThat(text(progress.remaining().perMonth())).isEqualTo("ABOUT 95.45");
    }

    @Test
    void a_month_with_one_flow_counts_and_is_not_taken_for_the_rate() {
        ReporterProgress progress = progress(
                month(Flow.EXPORT, 195101, "60"), month(Flow.IMPORT, 195101, "40"), month(Flow.EXPORT, 195103, "10"));

        assertThat(progress.points())
                .extracting(ReporterProgressTest::line)
                .containsExactly(
                        "1951-01 100.00 complete, 100.00 = 8.3 %, expected 100.00",
                        "1951-02 - , 100.00 = 8.3 %, expected 200.00",
                        "1951-03 10.00 , 110.00 = 9.2 %, expected 300.00");
        assertThat(text(progress.runRate())).isEqualTo("ABOUT 1200.00"); // 100 * 12
        assertThat(progress.coverage().present()).isEqualTo(1);
        assertThat(progress.remaining().months()).isEqualTo(11);
    }

    @Test
    void months_that_are_published_together_are_one_step() {
        ReporterProgress progress = progress(
                new Sum(Attribution.GATE, Flow.EXPORT, new MonthRange(195101, 2), new BigDecimal("90.00"), false),
                month(Flow.IMPORT, 195101, "50"),
                month(Flow.IMPORT, 195102, "60"));

        // 200 in 2 months
        assertThat(progress.points())
                .extracting(ReporterProgressTest::line)
                .containsExactly("1951-01/1951-02 200.00 complete, 200.00 = 16.7 %, expected 200.00");
        assertThat(text(progress.runRate())).isEqualTo("ABOUT 1200.00");
    }

    @Test
    void an_estimate_makes_what_rests_on_it_one() {
        ReporterProgress progress = progress(
                month(Flow.EXPORT, 195101, "60"),
                month(Flow.IMPORT, 195101, "40"),
                new Sum(Attribution.GATE, Flow.EXPORT, new MonthRange(195102, 1), new BigDecimal("60.00"), true),
                month(Flow.IMPORT, 195102, "40"));

        assertThat(text(progress.points().get(0).cumulative())).isEqualTo("EXACT 100.00");
        assertThat(text(progress.points().get(1).cumulative())).isEqualTo("ABOUT 200.00");
        assertThat(text(progress.figure())).isEqualTo("ABOUT 200.00");
        assertThat(text(progress.remaining().amount())).isEqualTo("ABOUT 1000.00");
    }

    @Test
    void once_the_target_is_reached_nothing_remains() {
        ReporterProgress progress = progress(month(Flow.EXPORT, 195101, "900"), month(Flow.IMPORT, 195101, "500"));

        assertThat(text(progress.share())).isEqualTo("EXACT 116.7");
        assertThat(text(progress.remaining().amount())).isEqualTo("EXACT 0.00");
        assertThat(text(progress.remaining().perMonth())).isEqualTo("EXACT 0.00");
    }

    @Test
    void of_nothing_reported_nothing_follows() {
        ReporterProgress progress = progress();

        assertThat(text(progress.figure())).isEqualTo("EXACT 0.00");
        assertThat(progress.points()).isEmpty();
        assertThat(progress.expected()).isNull();
        assertThat(progress.runRate()).isNull();
        assertThat(progress.attribution()).isNull();
        assertThat(progress.remaining().months()).isEqualTo(12);
    }

    private static ReporterProgress progress(Sum... sums) {
        Turnover turnover = Turnover.of(List.of(sums), YEAR, "USD");
        return ReporterProgress.of("XA.01", turnover, new Target(new BigDecimal("1200"), "USD", YEAR));
    }

    private static Sum month(Flow flow, int month, String value) {
        return new Sum(Attribution.GATE, flow, new MonthRange(month, 1), new BigDecimal(value).setScale(2), false);
    }

    private static String line(ProgressPoint point) {
        String months = point.from().equals(point.to()) ? point.from() : point.from() + "/" + point.to();
        return months + " " + (point.value() == null ? "-" : plain(point.value())) + " "
                + (point.complete() ? "complete" : "") + ", " + plain(point.cumulative()) + " = "
                + plain(point.share()) + " %, expected " + plain(point.expected());
    }

    private static String text(Figure figure) {
        return figure.qualifier() + " " + plain(figure);
    }

    private static String plain(Figure figure) {
        return figure.value().setScale(figure.unit().equals("percent") ? 1 : 2).toPlainString();
    }
}
