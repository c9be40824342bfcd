package io.provincelink.trade.figure;

import io.provincelink.trade.statistic.Place;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * SQL that keeps {@code trade_sum} equal to the sums of {@code trade_figure}; run by whoever changes figures, in the same transaction and
 * under the reporter's lock.
 */
public final class SumStatements {

    /** Columns of a delta beside {@code sign}, by their names in {@code trade_figure}. */
    public static final String COLUMNS =
            "value, net_grams, period, months, reporter, partner, flow, gate, regime, hs, status,"
                    + " attribution, valuation, currency";

    /** Sums of no figures go; the parameters are the reporter's number and, as arrays, the partners' numbers and the months as yyyymm. */
    public static final String DROP_EMPTY = """
            delete from trade_sum s
             where s.grain between 0 and 7 and s.reporter = :reporter and s.partner = any(:partners)
               and s.period = any(:months || array(select distinct month / 100 * 100 from unnest(:months) month))
               and s.figures = 0
            """;

    private static final String CELLS = """
            select sum(d.sign * d.value) as value,
                   coalesce(sum(d.sign * d.net_grams) filter (where d.net_grams >= 0), 0) as net_grams,
                   sum(d.sign) as figures,
                   coalesce(sum(d.sign) filter (where d.net_grams >= 0), 0) as weighed,
                   coalesce(sum(d.sign) filter (where d.status = 2), 0) as estimated,
                   coalesce(sum(d.sign) filter (where d.status = 0), 0) as provisional,
                   d.period, d.months, d.reporter, d.partner, d.flow, d.gate, d.regime, d.hs / 100000 as chapter,
                   d.attribution, d.valuation, d.currency
              from (%s) d
             group by d.period, d.months, d.reporter, d.partner, d.flow, d.gate, d.regime, d.hs / 100000,
                      d.attribution, d.valuation, d.currency
            """;

    private static final String YEAR = "period / 100 * 100";

    private static final String WHAT = "reporter, partner, flow, regime, attribution, valuation, currency";

    private static final String COLUMNS_OF_SUM =
            " (value, net_grams, figures, weighed, estimated, provisional, grain, period," + " months, gate, chapter, "
                    + WHAT + ")";

    private static final String TO_WHAT_IS_THERE = """

                on conflict (grain, reporter, period, partner, flow, gate, regime, chapter, months, attribution, valuation,
                             currency)
                do update set value = s.value + excluded.value,
                              net_grams = s.net_grams + excluded.net_grams,
                              figures = s.figures + excluded.figures,
                              weighed = s.weighed + excluded.weighed,
                              estimated = s.estimated + excluded.estimated,
                              provisional = s.provisional + excluded.provisional
            """;

    /** Of a single figure: short, since it takes longer to plan than to run. */
    private static final String ADD = "with cell as materialized (%s) insert into trade_sum as s" + COLUMNS_OF_SUM
            + """

            select sum(c.value), sum(c.net_grams), sum(c.figures), sum(c.weighed), sum(c.estimated), sum(c.provisional), g.grain,
                   case when g.grain in (3, 4, 5, 7) then c.period / 100 * 100 else c.period end,
                   case when g.grain in (3, 4, 5, 7) then 12 else c.months end,
                   case when g.grain in (2, 5, 6, 7) then -1 else c.gate end,
                   case when g.grain in (1, 4, 6, 7) then 0 else c.chapter end, """
            + " " + WHAT + " from cell c cross join generate_series(0, 7) g (grain) group by 7, 8, 9, 10, 11, " + WHAT
            + TO_WHAT_IS_THERE;

    /** Of many figures: each grain is made of the coarsest that has all it needs. */
    private static final String ADD_CELLS = "with cell as materialized (%s)"
            + grain(Grain.MONTH_GATE, "cell", "period", "gate", "0")
            + grain(Grain.MONTH_CHAPTER, "cell", "period", "-1", "chapter")
            + grain(Grain.YEAR_GATE_CHAPTER, "cell", YEAR, "gate", "chapter")
            + grain(Grain.YEAR_GATE, name(Grain.MONTH_GATE), YEAR, "gate", "0")
            + grain(Grain.YEAR_CHAPTER, name(Grain.MONTH_CHAPTER), YEAR, "-1", "chapter")
            + grain(Grain.MONTH, name(Grain.MONTH_GATE), "period", "-1", "0")
            + grain(Grain.YEAR, name(Grain.MONTH), YEAR, "-1", "0")
            + " insert into trade_sum as s" + COLUMNS_OF_SUM
            + " select value, net_grams, figures, weighed, estimated, provisional, 0, period, months, gate, chapter, "
            + WHAT
            + " from cell"
            + Arrays.stream(Grain.values())
                    .skip(1)
                    .map(grain -> " union all select * from " + name(grain))
                    .collect(Collectors.joining())
            + TO_WHAT_IS_THERE;

    private SumStatements() {}

    /**
     * Adds figures to the sums, or takes them off.
     *
     * @param delta SELECT of {@code sign} (1 for what is there from now on, -1 for what was there until now) and {@link #COLUMNS}
     */
    public static String add(String delta) {
        return ADD.formatted(CELLS.formatted(delta));
    }

    /**
     * The same of figures that have been added up to the finest grain already.
     *
     * @param cells SELECT of {@code value, net_grams, figures, weighed, estimated, provisional, period, months, reporter, partner, flow,
     *     gate, regime, chapter, attribution, valuation, currency}; each combination of the dimensions once
     */
    public static String addCells(String cells) {
        return ADD_CELLS.formatted(cells);
    }

    private static String grain(Grain grain, String from, String period, String gate, String chapter) {
        String months = period.equals(YEAR) ? "12" : "months";
        return ", " + name(grain) + " as materialized (select sum(value) as value, sum(net_grams) as net_grams,"
                + " sum(figures) as figures, sum(weighed) as weighed, sum(estimated) as estimated,"
                + " sum(provisional) as provisional, " + Place.of(grain) + " as grain, " + period + " as period, "
                + months
                + " as months, " + gate + " as gate, " + chapter + " as chapter, " + WHAT + " from " + from
                + " group by 8, 9, 10, 11, " + WHAT + ")";
    }

    private static String name(Grain grain) {
        return grain.name().toLowerCase(Locale.ROOT) + "_sums";
    }
}
