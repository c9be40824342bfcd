package io.provincelink.trade.load;

/** That the sums which are kept are those of the figures that are there. */
final class SumsCheck {

    /** How many rows of {@code trade_sum} are missing, left over or wrong; worked out from the figures, in another way than they are kept. */
    static final String DIFFERENCES = """
            with counted as (
              select sum(f.value) as value, coalesce(sum(nullif(f.net_grams, -1)), 0) as net_grams, count(*) as figures,
                     count(*) filter (where f.net_grams >= 0) as weighed, count(*) filter (where f.status = 2) as estimated,
                     count(*) filter (where f.status = 0) as provisional, g.grain,
                     case when g.grain <= 2 then f.period else f.period - f.period % 100 end as period,
                     f.reporter, f.partner, f.flow, case when g.grain in (2, 5) then -1 else f.gate end as gate, f.regime,
                     case when g.grain in (1, 4) then 0 else f.hs / 100000 end as chapter,
                     case when g.grain <= 2 then f.months else 12 end as months, f.attribution, f.valuation, f.currency
                from trade_figure f, (values (0), (1), (2), (3), (4), (5)) g (grain)
               group by 7, 8, f.reporter, f.partner, f.flow, 12, f.regime, 14, 15, f.attribution, f.valuation, f.currency)
            select count(*) from counted c
              full join trade_sum s using (grain, reporter, period, partner, flow, gate, regime, chapter, months, attribution,
                                           valuation, currency)
             where (c.value, c.net_grams, c.figures, c.weighed, c.estimated, c.provisional)
                   is distinct from (s.value, s.net_grams, s.figures, s.weighed, s.estimated, s.provisional)
            """;

    private SumsCheck() {}
}
