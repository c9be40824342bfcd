package io.provincelink.trade.reconciliation;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.trade.summary.TradeGrouping;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** By what the figures of the two sides are laid beside each other. */
public enum ReconciliationGrouping {
    MONTH(TradeGrouping.MONTH),
    GATE(TradeGrouping.GATE),
    /** Of the Harmonized System. */
    CHAPTER(TradeGrouping.CHAPTER);

    private final TradeGrouping sums;

    ReconciliationGrouping(TradeGrouping sums) {
        this.sums = sums;
    }

    TradeGrouping sums() {
        return sums;
    }

    /** In lower case in the address and in the answer. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws ProblemException 400 naming the known ones */
    static ReconciliationGrouping of(String word) {
        return Arrays.stream(values())
                .filter(grouping -> grouping.word().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(Fault.at(
                        "?by",
                        "unknown-value",
                        Arrays.stream(values())
                                .map(ReconciliationGrouping::word)
                                .collect(Collectors.joining(", ")))));
    }
}
