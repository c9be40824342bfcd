package io.provincelink.trade.summary;

import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Recorded.Coverage;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.statistic.MonthRange;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * In which months a reporter has figures. A figure for several months makes all of them present; a month of turnover is present when
 * both flows have figures.
 */
public final class ReportedMonths {

    private static final int YEAR = 100;

    private static final NavigableSet<Integer> NONE = Collections.unmodifiableNavigableSet(new TreeSet<>());

    private final Map<Key, NavigableSet<Integer>> flowMonths = new HashMap<>();
    private final Map<Key, NavigableSet<Integer>> allFlowsMonths = new HashMap<>();
    private final Map<Span, Coverage> coverages = new HashMap<>();
    private final Collection<Flow> flows;

    private record Key(
            String reporter,
            String currency,
            Attribution attribution,
            @Nullable Flow flow) {}

    /** From a first to a last month, as yyyymm. */
    private record Span(Key key, int first, int last) {}

    /** @param flows all that were asked for; none for both */
    public ReportedMonths(Collection<Flow> flows) {
        this.flows = flows.isEmpty() ? Arrays.asList(Flow.values()) : flows;
    }

    /**
     * Months of one reporter that have figures.
     *
     * @param flow of the figures, in one currency and of one attribution
     */
    public record Reported(String reporter, String currency, Attribution attribution, Flow flow, MonthRange months) {

        /** Under another code: of the unit that stands for the reporter. */
        Reported under(String code) {
            return new Reported(code, currency, attribution, flow, months);
        }

        /** @param sum told apart by month and flow */
        public static Reported of(TradeSum sum) {
            TradeSum.Group group = sum.group();
            return new Reported(
                    group.reporter(),
                    group.currency(),
                    group.attribution(),
                    Objects.requireNonNull(group.flow()),
                    Objects.requireNonNull(group.months()));
        }
    }

    /** All of them before the first question, whose answer is kept. */
    public void add(Reported reported) {
        flowMonths
                .computeIfAbsent(
                        new Key(reported.reporter, reported.currency, reported.attribution, reported.flow),
                        unknown -> new TreeSet<>())
                .addAll(reported.months.months());
    }

    /** The first to the last month in which anybody reported; null where nobody ever did. */
    public @Nullable Period extent() {
        if (flowMonths.isEmpty()) {
            return null;
        }
        List<Integer> ends = flowMonths.values().stream()
                .flatMap(present -> List.of(present.first(), present.last()).stream())
                .sorted()
                .toList();
        return new Period(
                month(ends.get(0)).atDay(1), month(ends.get(ends.size() - 1)).atEndOfMonth());
    }

    /** How many months of the group's are present, out of those within the period. */
    Coverage coverage(TradeSum.Group group, Period period) {
        MonthRange own = group.months();
        int first = own != null ? own.first() : MonthRange.number(period.from());
        int last = own != null ? own.last() : MonthRange.number(period.to());
        if (own == null && group.year() != null) {
            first = Math.max(first, group.year() * YEAR + 1);
            last = Math.min(last, group.year() * YEAR + 12);
        }
        Span span =
                new Span(new Key(group.reporter(), group.currency(), group.attribution(), group.flow()), first, last);
        return coverages.computeIfAbsent(
                span,
                unknown -> new Coverage(
                        present(group).subSet(span.first, true, span.last, true).size(),
                        count(span.first, span.last),
                        "month"));
    }

    /** Months that are present for the group's flow, or for all flows where it has none. */
    public NavigableSet<Integer> present(TradeSum.Group group) {
        Flow flow = group.flow();
        if (flow != null) {
            return reported(group, flow);
        }
        // asked for each row of one reporter, and the same for all of them
        return allFlowsMonths.computeIfAbsent(
                new Key(group.reporter(), group.currency(), group.attribution(), null), unknown -> {
                    NavigableSet<Integer> present = null;
                    for (Flow each : flows) {
                        if (present == null) {
                            present = new TreeSet<>(reported(group, each));
                        } else {
                            present.retainAll(reported(group, each));
                        }
                    }
                    return present == null ? new TreeSet<>() : present;
                });
    }

    private NavigableSet<Integer> reported(TradeSum.Group group, Flow flow) {
        return flowMonths.getOrDefault(new Key(group.reporter(), group.currency(), group.attribution(), flow), NONE);
    }

    private static int count(int first, int last) {
        return (last / YEAR - first / YEAR) * 12 + last % YEAR - first % YEAR + 1;
    }

    private static YearMonth month(int number) {
        return YearMonth.of(number / YEAR, number % YEAR);
    }
}
