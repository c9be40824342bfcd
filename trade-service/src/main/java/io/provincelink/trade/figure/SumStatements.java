package io.provincelink.trade.figure;

/**
 * SQL that keeps {@code trade_sum} equal to the sums of {@code trade_figure}; run by whoever changes figures, in the same transaction and
 * under the reporter's lock.
 */
public final class SumStatements {

    /** Columns of a delta beside {@code sign}, by their names in {@code trade_figure}. */
    public static final String COLUMNS =
            "value, net_grams, period, months, reporter, partner, flow, gate, regime, hs, status,"
                    + " attribution, valuation, currency";

    /** Sums of no figures go; the parameters are the reporter's number and the months as an array of yyyymm. */
    public static final String DROP_EMPTY = """
            delete from trade_sum s
             where s.grain between 0 and 7 and s.reporter = :reporter
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

    // From the finest grain all others are made, so the figures are gone through once.
    private static final String ADD = """
            with cell as materialized (%s)
            insert into trade_sum as s (value, net_grams, grain, period, figures, weighed, estimated, provisional,
                                        reporter, partner, flow, gate, regime, chapter, months,
                                        attribution, valuation, currency)
            select sum(c.value), sum(c.net_grams), g.grain,
                   case when g.grain in (3, 4, 5, 7) then c.period / 100 * 100 else c.period end,
                   sum(c.figures), sum(c.weighed), sum(c.estimated), sum(c.provisional),
                   c.reporter, c.partner, c.flow, case when g.grain in (2, 5, 6, 7) then -1 else c.gate end, c.regime,
                   case when g.grain in (1, 4, 6, 7) then 0 else c.chapter end,
                   case when g.grain in (3, 4, 5, 7) then 12 else c.months end, c.attribution, c.valuation, c.currency
              from cell c cross join generate_series(0, 7) g (grain)
             group by 3, 4, c.reporter, c.partner, c.flow, 12, c.regime, 14, 15, c.attribution, c.valuation, c.currency
                on conflict (grain, reporter, period, partner, flow, gate, regime, chapter, months, attribution, valuation,
                             currency)
                do update set value = s.value + excluded.value,
                              net_grams = s.net_grams + excluded.net_grams,
                              figures = s.figures + excluded.figures,
                              weighed = s.weighed + excluded.weighed,
                              estimated = s.estimated + excluded.estimated,
                              provisional = s.provisional + excluded.provisional
            """;

    private SumStatements() {}

    /**
     * Adds figures to the sums, or takes them off.
     *
     * @param delta SELECT of {@code sign} (1 for what is there from now on, -1 for what was there until now) and {@link #COLUMNS}
     */
    public static String add(String delta) {
        return addCells(CELLS.formatted(delta));
    }

    /**
     * The same of figures that have been added up to the finest grain already.
     *
     * @param cells SELECT of {@code value, net_grams, figures, weighed, estimated, provisional, period, months, reporter, partner, flow,
     *     gate, regime, chapter, attribution, valuation, currency}; each combination of the dimensions once
     */
    public static String addCells(String cells) {
        return ADD.formatted(cells);
    }
}
