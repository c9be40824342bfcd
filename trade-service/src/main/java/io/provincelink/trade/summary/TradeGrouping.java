package io.provincelink.trade.summary;

import io.provincelink.kit.http.GroupBy;
import io.provincelink.kit.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By what sums of trade figures are told apart, beside reporter, currency, attribution and valuation, which always are. */
public enum TradeGrouping {
    YEAR,
    /** Or the months that are published as one figure. */
    MONTH,
    FLOW,
    /** What names no gate is the part that is not broken down by gate. */
    GATE,
    /** The first two digits of the Harmonized System's code. */
    CHAPTER,
    REGIME,
    PARTNER;

    /** In lower case in the address and in the answer. */
    public String word() {
        return GroupBy.word(this);
    }

    /**
     * Several with commas between them, in any order; none where the parameter is not there.
     *
     * @throws ProblemException 400 naming the known ones
     */
    static List<TradeGrouping> of(@Nullable String words) {
        return GroupBy.of(TradeGrouping.class, words);
    }
}
