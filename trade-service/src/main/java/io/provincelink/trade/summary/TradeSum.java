package io.provincelink.trade.summary;

import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.figure.Regime;
import io.provincelink.trade.figure.Valuation;
import io.provincelink.trade.statistic.MonthRange;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What figures that are alike in all that was asked for come to.
 *
 * @param valuations of the figures: exports are valued FOB and imports CIF, and turnover is both, as it is published everywhere
 */
public record TradeSum(Group group, Set<Valuation> valuations, Amount amount) {

    /** Together with another one of the same group. */
    public TradeSum plus(TradeSum other) {
        Set<Valuation> all = EnumSet.copyOf(valuations);
        all.addAll(other.valuations);
        return new TradeSum(group, all, amount.plus(other.amount));
    }

    /** The same under other codes: of the units that stand for those that it names. */
    public TradeSum under(Function<String, String> reporters, Function<String, String> partners) {
        var shown = new Group(
                reporters.apply(group.reporter),
                group.partner == null ? null : partners.apply(group.partner),
                group.year,
                group.months,
                group.flow,
                group.gate,
                group.regime,
                group.chapter,
                group.currency,
                group.attribution);
        return new TradeSum(shown, valuations, amount);
    }

    /**
     * What they have in common; null where they were not told apart by it.
     *
     * @param months one month, or several that are published as one figure
     * @param gate number of the gate; zero for the part that is not broken down by gate
     * @param chapter of the Harmonized System, 1–99
     */
    public record Group(
            String reporter,
            @Nullable String partner,
            @Nullable Integer year,
            @Nullable MonthRange months,
            @Nullable Flow flow,
            @Nullable Short gate,
            @Nullable Regime regime,
            @Nullable Integer chapter,
            String currency,
            Attribution attribution) {

        /** Of both flows. */
        public Group withoutFlow() {
            return new Group(reporter, partner, year, months, null, gate, regime, chapter, currency, attribution);
        }
    }

    /**
     * How much it is, of how many figures.
     *
     * @param value in the group's currency
     * @param netKg of those figures that have a weight
     * @param weighed how many have one
     * @param estimated how many are estimates
     * @param provisional how many may still change
     */
    public record Amount(
            BigDecimal value, BigDecimal netKg, long figures, long weighed, long estimated, long provisional) {

        public Amount plus(Amount other) {
            return new Amount(
                    value.add(other.value),
                    netKg.add(other.netKg),
                    figures + other.figures,
                    weighed + other.weighed,
                    estimated + other.estimated,
                    provisional + other.provisional);
        }

        /** Whether one of the figures is an estimate, so that the sum is one. */
        public boolean isEstimated() {
            return estimated > 0;
        }
    }
}
