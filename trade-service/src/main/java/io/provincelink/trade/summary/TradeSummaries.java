package io.provincelink.trade.summary;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Qualifier;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Months;
import io.provincelink.trade.gate.Gates;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.summary.TradeSum.Amount;
import io.provincelink.trade.summary.TradeSum.Group;
import io.provincelink.trade.summary.TradeSummaryQuery.Asked;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes sums into a summary: under whom they count, what may not stand together, and how much of the period was reported. */
@Singleton
public class TradeSummaries {

    private final TradeSums sums;
    private final Gates gates;

    public TradeSummaries(TradeSums sums, Gates gates) {
        this.sums = sums;
        this.gates = gates;
    }

    /** @throws ProblemException 409 where one reporter's figures are of several attributions */
    TradeSummary of(Caller caller, Asked asked, TradeSums.State state) {
        SumQuestion question = asked.question();
        Rollup rollup = asked.rollup();
        Function<String, String> reporters = remembered(code -> rollup.shown(code, asked.reporters()));
        Function<String, String> partners = remembered(code -> rollup.shown(code, asked.partners()));
        List<TradeSum> added = sums.sums(caller, question).stream()
                .map(sum -> sum.under(reporters, partners))
                .toList();
        requireOneAttribution(added);
        ReportedMonths reported = new ReportedMonths(question.flows());
        sums.reported(caller, question, state)
                .forEach(months -> reported.add(months.under(reporters.apply(months.reporter()))));
        Period period = question.period() == null ? reported.extent() : question.period();
        // units that were merged may have become one
        Map<Group, TradeSum> rows = new LinkedHashMap<>();
        added.forEach(sum -> rows.merge(sum.group(), sum, TradeSum::plus));
        List<TradeSummaryItem> items = new ArrayList<>();
        if (period != null) {
            rows.values().forEach(sum -> items.add(item(caller, sum, reported, period)));
        }
        items.sort(order(asked.groupBy()));
        return new TradeSummary(
                asked.groupBy().stream().map(TradeGrouping::word).toList(),
                period,
                question.regimes().stream().sorted().toList(),
                question.knownAt(state.knownAt()),
                items,
                asked.filters());
    }

    private static Function<String, String> remembered(Function<String, String> shown) {
        Map<String, String> known = new HashMap<>();
        return code -> known.computeIfAbsent(code, shown);
    }

    /**
     * Figures of different attribution say different things and are never added.
     *
     * @throws ProblemException 409 naming what there is
     */
    public static void requireOneAttribution(List<TradeSum> added) {
        Map<String, Set<Attribution>> ofReporters = new TreeMap<>();
        added.forEach(sum -> ofReporters
                .computeIfAbsent(sum.group().reporter(), first -> new TreeSet<>())
                .add(sum.group().attribution()));
        List<Fault> faults = ofReporters.entrySet().stream()
                .filter(reporter -> reporter.getValue().size() > 1)
                .map(reporter ->
                        Fault.at("?attribution", "choose-one", reporter.getKey() + ": " + names(reporter.getValue())))
                .toList();
        if (!faults.isEmpty()) {
            throw ProblemException.conflict(SummaryProblem.NOT_COMPARABLE, faults);
        }
    }

    private static String names(Set<Attribution> attributions) {
        return attributions.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private TradeSummaryItem item(Caller caller, TradeSum sum, ReportedMonths reported, Period period) {
        Group group = sum.group();
        Amount amount = sum.amount();
        MonthRange months = group.months();
        return new TradeSummaryItem(
                group.reporter(),
                group.year(),
                months != null && months.count() == 1 ? months.from() : null,
                months != null && months.count() > 1 ? new Months(months.from(), months.to()) : null,
                group.flow(),
                group.gate() == null ? null : gates.code(caller, group.gate()),
                group.chapter() == null ? null : chapter(group.chapter()),
                group.regime(),
                group.partner(),
                amount.value(),
                group.currency(),
                amount.isEstimated() ? Qualifier.ABOUT : Qualifier.EXACT,
                amount.weighed() == 0 ? null : amount.netKg(),
                amount.figures(),
                amount.weighed(),
                amount.provisional(),
                amount.estimated(),
                reported.coverage(group, period),
                group.attribution(),
                List.copyOf(sum.valuations()));
    }

    private static String chapter(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private static Comparator<TradeSummaryItem> order(List<TradeGrouping> groupBy) {
        Comparator<TradeSummaryItem> order = (one, other) -> 0;
        for (TradeGrouping grouping : groupBy) {
            order = order.thenComparing(
                    switch (grouping) {
                        case YEAR -> by(TradeSummaryItem::year);
                        case MONTH ->
                            TradeSummaries.<String>by(TradeSummaries::firstMonth)
                                    .thenComparing(by(item -> item.months() == null
                                            ? item.month()
                                            : item.months().to()));
                        case FLOW -> by(TradeSummaryItem::flow);
                        case GATE -> by(TradeSummaryItem::gate);
                        case CHAPTER -> by(TradeSummaryItem::chapter);
                        case REGIME -> by(TradeSummaryItem::regime);
                        case PARTNER -> by(TradeSummaryItem::partner);
                    });
        }
        return order.thenComparing(TradeSummaryItem::reporter)
                .thenComparing(TradeSummaryItem::currency)
                .thenComparing(TradeSummaryItem::attribution);
    }

    private static @Nullable String firstMonth(TradeSummaryItem item) {
        return item.months() == null ? item.month() : item.months().from();
    }

    /** What is not told further comes first. */
    private static <T extends Comparable<? super T>> Comparator<TradeSummaryItem> by(
            Function<TradeSummaryItem, @Nullable T> key) {
        return Comparator.comparing(key, Comparator.nullsFirst(Comparator.naturalOrder()));
    }
}
