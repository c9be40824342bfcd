package io.provincelink.trade.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Qualifier;
import io.provincelink.trade.statistic.MonthRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeriesPointsTest {

    /** Words such as {@code 198101=100}, {@code 198101+2=30} for two months as one figure, {@code 198101~5} for an estimate. */
    private static MonthlyValues months(String words) {
        List<MonthlyValues.Value> values = new ArrayList<>();
        TreeSet<Integer> present = new TreeSet<>();
        for (String word : words.split(" ")) {
            String[] parts = word.split("[=~]");
            String[] range = parts[0].split("\\+");
            var months = new MonthRange(Integer.parseInt(range[0]), range.length == 1 ? 1 : Integer.parseInt(range[1]));
            values.add(new MonthlyValues.Value(months, new BigDecimal(parts[1]), word.contains("~")));
            present.addAll(months.months());
        }
        return new MonthlyValues(values, present);
    }

    private static List<String> points(
            String words, Frequency frequency, @Nullable Combination combine, String period) {
        return new SeriesPoints(months(words), frequency, combine)
                .in(Period.parse(period).orElseThrow()).stream()
                        .map(point -> point.period() + " " + point.value() + " " + point.cumulative() + " "
                                + point.growth().previous() + " "
                                + point.growth().yearBefore() + " "
                                + point.growth().cumulativeYearBefore())
                        .toList();
    }

    @Test
    void growth_is_against_the_month_before_the_year_before_and_cumulated() {
        assertThat(points(
                        "198101=100 198102=50 198103=75 198201=110 198202=45 198203=90",
                        Frequency.M,
                        null,
                        "1982-01/1982-03"))
                .containsExactly(
                        // no December; 110/100; the same cumulated
                        "1982-01 110 110 null 10.00 10.00",
                        // 45/110 = 0.40909; 45/50; 155/150 = 1.03333
                        "1982-02 45 155 -59.09 -10.00 3.33",
                        // 90/45; 90/75; 245/225 = 1.08889
                        "1982-03 90 245 100.00 20.00 8.89");
    }

    @Test
    void the_first_month_of_a_year_follows_the_last_one_before() {
        assertThat(points("198112=40 198201=50", Frequency.M, null, "1982-01"))
                .containsExactly("1982-01 50 50 25.00 null null");
    }

    @Test
    void half_a_hundredth_is_rounded_up() {
        // 100.125/100 is 0.125 % more, 99.875/100 as much less
        assertThat(points("198101=100 198102=100.125", Frequency.M, null, "1981-02")
                        .get(0))
                .contains(" 0.13 ");
        assertThat(points("198101=100 198102=99.875", Frequency.M, null, "1981-02")
                        .get(0))
                .contains(" -0.13 ");
    }

    @Test
    void a_missing_month_is_there_without_a_value_and_nothing_grows_over_it() {
        var points = new SeriesPoints(months("198101=100 198103=75 198201=110 198202=45 198203=90"), Frequency.M, null)
                .in(Period.parse("1981-02/1981-03").orElseThrow());

        assertThat(points.get(0).value()).isNull();
        assertThat(points.get(0).coverage().present()).isZero();
        assertThat(points.get(0).cumulative()).isEqualByComparingTo("100");
        assertThat(points.get(1).value()).isEqualByComparingTo("75");
        assertThat(points.get(1).growth()).isEqualTo(new Growth(null, null, null));
        assertThat(points.get(1).cumulativeCoverage().present()).isEqualTo(2);
        assertThat(points.get(1).cumulativeCoverage().expected()).isEqualTo(3);
        // February 1981 is missing, so neither February nor anything cumulated from there on is compared
        assertThat(points("198101=100 198103=75 198201=110 198202=45 198203=90", Frequency.M, null, "1982-02/1982-03"))
                .containsExactly("1982-02 45 155 -59.09 null null", "1982-03 90 245 100.00 20.00 null");
    }

    @Test
    void nothing_grows_from_nor_to_zero() {
        assertThat(points("198101=0 198102=5 198103=0", Frequency.M, null, "1981-01/1981-03"))
                .containsExactly(
                        "1981-01 0 0 null null null", "1981-02 5 5 null null null", "1981-03 0 5 null null null");
    }

    @Test
    void january_and_february_are_one_point_where_that_is_asked_for() {
        assertThat(points(
                        "198011=6 198012=7 198101=100 198102=50 198103=75 198201=120 198202=60",
                        Frequency.M,
                        Combination.JAN_FEB,
                        "1981-01/1982-02"))
                .startsWith("1981-01/1981-02 150 150 null null null", "1981-03 75 225 null null null")
                // 180/150
                .endsWith("1982-01/1982-02 180 180 null 20.00 20.00");
    }

    @Test
    void months_published_together_are_never_split_and_compare_with_single_ones() {
        assertThat(points("198101=100 198102=50 198201+2=180 198202=30", Frequency.M, null, "1982-02/1982-03"))
                // 210/150
                .containsExactly("1982-01/1982-02 210 210 null 40.00 40.00", "1982-03 null 210 null null null");
        // the other way round: a single month is not compared with a part of a range
        assertThat(points("198101+2=150 198201=100 198202=80", Frequency.M, null, "1982-01/1982-02"))
                .containsExactly("1982-01 100 100 null null null", "1982-02 80 180 -20.00 null 20.00");
    }

    @Test
    void a_range_over_two_quarters_makes_them_one_point() {
        assertThat(points("198103+2=30 198101=1 198102=2 198105=5 198106=6 198107=7", Frequency.Q, null, "1981"))
                .containsExactly(
                        "1981-01/1981-06 44 44 null null null",
                        "1981-Q3 7 51 null null null",
                        "1981-Q4 null 51 null null null");
    }

    @Test
    void quarters_and_years_are_complete_or_say_that_they_are_not() {
        String words = "198101=1 198102=2 198103=3 198104=4 198105=5 198106=6 198107=7";

        var quarters = new SeriesPoints(months(words), Frequency.Q, null)
                .in(Period.parse("1981-02/1981-07").orElseThrow());

        assertThat(quarters).extracting(SeriesPoint::period).containsExactly("1981-Q1", "1981-Q2", "1981-Q3");
        assertThat(quarters.get(1).growth().previous()).isEqualByComparingTo("150");
        assertThat(quarters.get(2).coverage().present()).isEqualTo(1);
        assertThat(quarters.get(2).growth().previous()).isNull();
        assertThat(points(words, Frequency.A, null, "1981")).containsExactly("1981 28 28 null null null");
    }

    @Test
    void a_year_grows_against_the_one_before() {
        StringBuilder words = new StringBuilder();
        for (int month = 1; month <= 12; month++) {
            words.append("1980%02d=10 1981%02d=15 ".formatted(month, month));
        }

        assertThat(points(words.toString().strip(), Frequency.A, null, "1981"))
                .containsExactly("1981 180 180 50.00 50.00 50.00");
    }

    @Test
    void an_estimate_makes_its_point_about() {
        var points = new SeriesPoints(months("198101~100 198102=50"), Frequency.M, null)
                .in(Period.parse("1981-01/1981-02").orElseThrow());

        assertThat(points).extracting(SeriesPoint::qualifier).containsExactly(Qualifier.ABOUT, Qualifier.EXACT);
    }
}
