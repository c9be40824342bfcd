package io.provincelink.trade.indicator;

import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Qualifier;
import io.provincelink.kit.words.Recorded;
import io.provincelink.kit.words.Recorded.Coverage;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Flow;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Exports, imports and both together out of the sums of one period, in one currency.
 *
 * <p>Figures of different attribution say different things and are never added. Where a reporter uses several, all three indicators
 * take the one with the most months that have both flows, then the one with the most months at all, then the first in the order of
 * {@link Attribution}; so turnover is always exports plus imports. A figure for several months makes all of them present.
 */
public record Turnover(List<TurnoverSums.Sum> sums, Period period, String currency) {

    /** Of the attribution that says most; the others are left out. */
    public static Turnover of(List<TurnoverSums.Sum> sums, Period period, String currency) {
        List<Turnover> candidates = Arrays.stream(Attribution.values())
                .map(attribution -> sums.stream()
                        .filter(sum -> sum.attribution() == attribution)
                        .toList())
                .map(alike -> new Turnover(alike, period, currency))
                .toList();
        return candidates.stream()
                .sorted(Comparator.comparingInt(Turnover::monthsWithBoth)
                        .thenComparingInt(Turnover::monthsWithAny)
                        .reversed())
                .findFirst()
                .orElseThrow();
    }

    /** A month is present when both flows have a figure for it. */
    public Recorded both() {
        return recorded(sums, monthsWithBoth());
    }

    Recorded only(Flow flow) {
        return recorded(
                sums.stream().filter(sum -> sum.flow() == flow).toList(),
                months(flow).size());
    }

    private Recorded recorded(List<TurnoverSums.Sum> added, int present) {
        BigDecimal value = added.stream().map(TurnoverSums.Sum::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean estimated = added.stream().anyMatch(TurnoverSums.Sum::estimated);
        return new Recorded(
                new Figure(value, estimated ? Qualifier.ABOUT : Qualifier.EXACT, currency, null),
                new Coverage(present, period.months(), "month"));
    }

    /** Months in which both flows have a figure, as yyyymm. */
    public Set<Integer> presentMonths() {
        Set<Integer> both = months(Flow.EXPORT);
        both.retainAll(months(Flow.IMPORT));
        return both;
    }

    private int monthsWithBoth() {
        return presentMonths().size();
    }

    private int monthsWithAny() {
        Set<Integer> any = months(Flow.EXPORT);
        any.addAll(months(Flow.IMPORT));
        return any.size();
    }

    private Set<Integer> months(Flow flow) {
        return sums.stream()
                .filter(sum -> sum.flow() == flow)
                .flatMap(sum -> sum.months().months().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
