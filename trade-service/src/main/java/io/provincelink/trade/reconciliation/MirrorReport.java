package io.provincelink.trade.reconciliation;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Recorded.Coverage;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Valuation;
import io.provincelink.trade.reconciliation.ReconciliationQuery.Party;
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
 * @param everything month by month, in all currencies
 * @param groups in the currency that is compared, by what the comparison is divided by
 */
record MirrorReport(Party party, List<TradeSum> everything, List<TradeSum> groups, String currency) {

    private Stream<TradeSum.Group> compared() {
        return everything.stream().map(TradeSum::group).filter(group -> group.currency()
                .equals(currency));
    }

    /** As yyyymm. */
    Set<Integer> months() {
        return compared()
                .flatMap(group -> Objects.requireNonNull(group.months()).months().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<Attribution> attributions() {
        return compared().map(TradeSum.Group::attribution).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<Valuation> valuations() {
        return compared().map(TradeSum.Group::valuation).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> otherCurrencies() {
        return everything.stream()
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

    MirrorSide side(Period period) {
        return new MirrorSide(
                party.code(),
                attributions().stream().findFirst().orElse(null),
                List.copyOf(valuations()),
                new Coverage(months().size(), period.months(), "month"));
    }
}
