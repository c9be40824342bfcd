package io.provincelink.trade.summary;

import io.provincelink.kit.words.Qualifier;
import io.provincelink.kit.words.Recorded.Coverage;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.figure.Months;
import io.provincelink.trade.figure.Regime;
import io.provincelink.trade.figure.Valuation;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a summary. What it is not divided by is absent; so is the gate of what is not broken down by gate.
 *
 * @param month absent where several months are one figure
 * @param months absent where it is one month
 * @param chapter of the Harmonized System
 * @param value in {@code currency}
 * @param qualifier ABOUT where one of the figures is an estimate
 * @param netKg of the figures that have a weight; absent where none has
 * @param figures how many were added
 * @param weighed how many of them have a weight
 * @param provisional how many may still change
 * @param estimated how many are estimates
 * @param coverage months in which the reporter has a figure of this flow, or of each flow where they are added, among all that the
 *     filters leave; so a month is not missing in one chapter's row because there was no trade in it
 * @param valuations FOB, CIF, or both where exports and imports are added as they were reported
 */
public record TradeSummaryItem(
        String reporter,
        @Nullable Integer year,
        @Nullable String month,
        @Nullable Months months,
        @Nullable Flow flow,
        @Nullable String gate,
        @Nullable String chapter,
        @Nullable Regime regime,
        @Nullable String partner,
        BigDecimal value,
        String currency,
        Qualifier qualifier,
        @Nullable BigDecimal netKg,
        long figures,
        long weighed,
        long provisional,
        long estimated,
        Coverage coverage,
        Attribution attribution,
        List<Valuation> valuations) {}
