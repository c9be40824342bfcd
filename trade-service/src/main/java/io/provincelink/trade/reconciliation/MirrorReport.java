package io.provincelink.trade.reconciliation;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Recorded.Coverage;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Valuation;
import io.provincelink.trade.reconciliation.ReconciliationQuery.Party;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.summary.SummaryProblem;
import io.provincelink.trade.summary.TradeSum;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one side reports of one flow.
 *
 * @param everything month by month, in all currencies: also what is of months outside of the period together with some in it
 * @param groups in the currency that is compared, by what the comparison is divided by
 */
record MirrorReport(Party party, Period period, List<TradeSum> everything, List<TradeSum> groups, String currency) {

    private Stream<TradeSum> compared() {
        return inCurrency().filter(sum -> isWithin(months(sum)));
    }

    private Stream<TradeSum> inCurrency() {
        return everything.stream().filter(sum -> sum.group().currency().equals(currency));
    }

    private boolean isWithin(MonthRange months) {
        return months.first() >= MonthRange.number(period.from()) && months.last() <= MonthRange.number(period.to());
    }

    private boolean isTouching(MonthRange months) {
        return months.last() >= MonthRange.number(period.from()) && months.first() <= MonthRange.number(period.to());
    }

    private static MonthRange months(TradeSum sum) {
        return Objects.requireNonNull(sum.group().months());
    }

    /** What cannot be compared, as nobody can say how much of it belongs to the period. */
    List<MonthRange> leftOut() {
        return inCurrency()
                .map(MirrorReport::months)
                .filter(months -> isTouching(months) && !isWithin(months))
                .distinct()
                .sorted(MonthRange.IN_ORDER)
                .toList();
    }

    /** Whether something is reported of the month, be it compared or left out. */
    boolean tells(int month) {
        return inCurrency()
                .map(MirrorReport::months)
                .anyMatch(months -> months.first() <= month && month <= months.last());
    }

    /** As yyyymm. */
    Set<Integer> months() {
        return compared().flatMap(sum -> months(sum).months().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<Attribution> attributions() {
        return compared().map(sum -> sum.group().attribution()).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<Valuation> valuations() {
        return compared().flatMap(sum -> sum.valuations().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> otherCurrencies() {
        return everything.stream()
                .filter(sum -> isTouching(months(sum)))
                .map(sum -> sum.group().currency())
                .filter(other -> !other.equals(currency))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    boolean isEstimated() {
        return groups.stream().anyMatch(sum -> sum.amount().isEstimated());
    }

    boolean isProvisional() {
        return groups.stream().anyMatch(sum -> sum.amount().provisional() > 0);
    }

    /** @throws ProblemException 409 naming what there is, where it is of several attributions */
    void requireOneAttribution() {
        if (attributions().size() > 1) {
            String names = attributions().stream().map(Enum::name).collect(Collectors.joining(", "));
            throw ProblemException.conflict(
                    SummaryProblem.NOT_COMPARABLE,
                    List.of(Fault.at(party.attributionParameter(), "choose-one", party.code() + ": " + names)));
        }
    }

    MirrorSide side() {
        return new MirrorSide(
                party.code(),
                attributions().stream().findFirst().orElse(null),
                List.copyOf(valuations()),
                new Coverage(months().size(), period.months(), "month"));
    }
}
