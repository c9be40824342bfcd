package io.provincelink.trade.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.words.Figure;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.figure.Valuation;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.summary.TradeSum;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MirrorTest {

    private static final Yardstick USUAL = new Yardstick("USD", new BigDecimal("1.06"), 10);

    /**
     * Worked out by hand: M = imported CIF / 1.06; gap = X − M; index = (X − M) / (X + M).
     *
     * <pre>
     * X        CIF      M        gap      X + M    index
     * 1000     1060     1000     0        2000     0
     * 1000     1166     1100     −100     2100     −0.04761… → −0.0476; within 10 %
     *  900     1166     1100     −200     2000     −0.1 exactly, which is still within
     *  899     1166     1100     −201     1999     −0.10055… → −0.1006; beyond
     * 1100      954      900      200     2000      0.1 exactly
     * 3000     1060     1000     2000     4000      0.5
     *  500        -        0      500      500      1
     *    -      530      500     −500      500     −1
     *    0        0        0        0        0      0
     *  100        0        0      100      100      1: a reported nothing is no import
     * 1000     1000      943.40    56.60  1943.40   0.02912… → 0.0291; 1000 / 1.06 = 943.396… → 943.40
     * </pre>
     */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1000, 1060, 1000.00,     0.00,  0.0000, AGREE",
                "1000, 1166, 1100.00,  -100.00, -0.0476, AGREE",
                " 900, 1166, 1100.00,  -200.00, -0.1000, AGREE",
                " 899, 1166, 1100.00,  -201.00, -0.1006, GAP",
                "1100,  954,  900.00,   200.00,  0.1000, AGREE",
                "3000, 1060, 1000.00,  2000.00,  0.5000, GAP",
                " 500,    -,       -,   500.00,  1.0000, EXPORT_UNMATCHED",
                "   -,  530,  500.00,  -500.00, -1.0000, IMPORT_UNMATCHED",
                "   0,    0,    0.00,     0.00,  0.0000, AGREE",
                " 100,    0,    0.00,   100.00,  1.0000, EXPORT_UNMATCHED",
                "1000, 1000,  943.40,    56.60,  0.0291, AGREE"
            })
    void two_values_are_compared_as_fob(
            @Nullable String x, @Nullable String cif, @Nullable String m, String gap, String index, Match match) {
        Comparison comparison =
                new Mirror(sums(x, Valuation.FOB), sums(cif, Valuation.CIF), USUAL, gate -> null).total();

        if (m == null) {
            assertThat(comparison.imported()).isNull();
        } else {
            assertThat(comparison.imported().fob().value()).isEqualByComparingTo(m);
            assertThat(comparison.imported().reported().value()).isEqualByComparingTo(cif);
        }
        assertThat(comparison.gap().value()).isEqualByComparingTo(gap);
        assertThat(comparison.index()).isEqualTo(new BigDecimal(index));
        assertThat(comparison.match()).isEqualTo(match);
    }

    @Test
    void another_factor_gives_another_gap() {
        var exports = sums("1000", Valuation.FOB);
        var imports = sums("1100", Valuation.CIF);

        // 1100 / 1.10 = 1000; 1100 / 1.00 = 1100, and (1000 − 1100) / 2100 = −0.0476
        assertThat(total(exports, imports, "1.10").index()).isEqualTo("0.0000");
        assertThat(total(exports, imports, "1.00").index()).isEqualTo("-0.0476");
    }

    @Test
    void what_is_fob_already_is_not_divided_on_either_side() {
        assertThat(total(sums("1000", Valuation.FOB), sums("1000", Valuation.FOB), "1.06")
                        .index())
                .isEqualTo("0.0000");
        // both CIF: 1060 / 1.06 = 1000 on both sides
        assertThat(total(sums("1060", Valuation.CIF), sums("1060", Valuation.CIF), "1.06")
                        .exported()
                        .fob()
                        .value())
                .isEqualByComparingTo("1000");
    }

    @Test
    void groups_come_with_the_largest_gap_first_and_their_share_of_it() {
        Mirror mirror = new Mirror(
                List.of(chapter(8, "1000"), chapter(10, "300"), chapter(44, "50")),
                List.of(chapter(8, "900"), chapter(10, "700"), chapter(85, "500")),
                USUAL,
                gate -> null);

        List<Contribution> groups = mirror.contributions();

        // gaps 100, −400, 50 and −500: without their signs 1050; 500 of 1050 are 47.6 %, 400 38.1 %, 100 9.5 %, 50 4.8
        // %
        assertThat(groups)
                .extracting(group ->
                        group.chapter() + " " + plain(group.comparison().gap()) + " "
                                + group.comparison().match() + " " + plain(group.share()) + " %")
                .containsExactly(
                        "85 -500.00 IMPORT_UNMATCHED 47.6 %",
                        "10 -400.00 GAP 38.1 %", "08 100.00 AGREE 9.5 %", "44 50.00 EXPORT_UNMATCHED 4.8 %");
        assertThat(plain(mirror.grossGap(groups))).isEqualTo("1050.00");
        // in total they cancel out: 1350 − 2100 = −750, and −750 / 3450 = −0.2174
        assertThat(plain(mirror.total().gap())).isEqualTo("-750.00");
        assertThat(mirror.total().index()).isEqualTo("-0.2174");
    }

    @Test
    void without_any_gap_no_group_has_a_share_of_it() {
        Mirror mirror = new Mirror(List.of(chapter(8, "10")), List.of(chapter(8, "10")), USUAL, gate -> null);

        assertThat(mirror.contributions()).singleElement().satisfies(group -> assertThat(group.share())
                .isNull());
    }

    @Test
    void months_that_one_side_publishes_as_one_figure_are_compared_together() {
        Mirror mirror = new Mirror(
                List.of(months(195101, 2, "100"), months(195103, 1, "10")),
                List.of(months(195101, 1, "40"), months(195102, 1, "50"), months(195103, 1, "10")),
                USUAL,
                gate -> null);

        assertThat(mirror.contributions())
                .extracting(group ->
                        (group.months() == null ? group.month() : group.months().to()) + " "
                                + plain(group.comparison().gap()))
                .containsExactly("1951-02 10.00", "1951-03 0.00");
    }

    @Test
    void a_total_does_not_depend_on_how_it_is_divided() {
        // 1.00 / 1.06 = 0.9434; three of them 2.8302 and not 3 × 0.94 = 2.82
        var imports = Stream.of(1, 2, 3)
                .map(chapter -> sum(null, null, chapter, "1", 0, Valuation.CIF))
                .toList();
        Comparison divided = total(List.of(), imports, "1.06");

        assertThat(plain(divided.gap())).isEqualTo("-2.83");
        assertThat(divided).isEqualTo(total(List.of(), sums("3", Valuation.CIF), "1.06"));
    }

    @Test
    void what_names_no_gate_is_a_group_of_its_own() {
        Mirror mirror = new Mirror(
                List.of(gate((short) 0, "100"), gate((short) 7, "10")),
                List.of(gate((short) 7, "10")),
                USUAL,
                number -> number == 0 ? null : "gate-" + number);

        assertThat(mirror.contributions()).extracting(Contribution::gate).containsExactly(null, "gate-7");
    }

    @Test
    void an_estimate_makes_the_gap_about() {
        TradeSum estimate = sum(null, null, null, "10", 1, Valuation.FOB);

        assertThat(total(List.of(estimate), sums("5", Valuation.FOB), "1.06")
                        .gap()
                        .qualifier())
                .hasToString("ABOUT");
    }

    private static Comparison total(List<TradeSum> exports, List<TradeSum> imports, String factor) {
        return new Mirror(exports, imports, new Yardstick("USD", new BigDecimal(factor), 10), gate -> null).total();
    }

    private static List<TradeSum> sums(@Nullable String value, Valuation valuation) {
        return Stream.ofNullable(value)
                .map(amount -> sum(null, null, null, amount, 0, valuation))
                .toList();
    }

    private static TradeSum chapter(int chapter, String value) {
        return sum(null, null, chapter, value, 0, Valuation.FOB);
    }

    private static TradeSum months(int first, int count, String value) {
        return sum(new MonthRange(first, count), null, null, value, 0, Valuation.FOB);
    }

    private static TradeSum gate(short number, String value) {
        return sum(null, number, null, value, 0, Valuation.FOB);
    }

    private static TradeSum sum(
            @Nullable MonthRange months,
            @Nullable Short gate,
            @Nullable Integer chapter,
            String value,
            int estimated,
            Valuation valuation) {
        var group = new TradeSum.Group(
                "XA.01", null, null, months, Flow.EXPORT, gate, null, chapter, "USD", Attribution.GATE);
        var amount =
                new TradeSum.Amount(new BigDecimal(value.strip()).setScale(2), BigDecimal.ZERO, 1, 0, estimated, 0);
        return new TradeSum(group, Set.of(valuation), amount);
    }

    private static String plain(Figure figure) {
        return figure.value().setScale(figure.unit().equals("percent") ? 1 : 2).toPlainString();
    }
}
