package io.provincelink.trade.summary;

import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Recorded.Coverage;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.statistic.MonthRange;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * In which months a reporter reported anything at all. In such a month a gate or chapter without a figure had no trade; in another one
 * nobody knows. A figure for several months makes all of them present; a month of turnover is present when both flows have figures.
 */
public final class ReportedMonths {

    private static final int YEAR = 100;

    private final Map<Key, NavigableSet<Integer>> months = new HashMap<>();
    private final Collection<Flow> flows;

    private record Key(String reporter, String currency, Attribution attribution, Flow flow) {}

    /** @param flows all that were asked for; none for both */
    public ReportedMonths(Collection<Flow> flows) {
        this.flows = flows.isEmpty() ? Arrays.asList(Flow.values()) : flows;
    }

    /**
     * Months of one reporter.
     *
     * @param sum told apart by month and flow
     */
    public void add(TradeSum sum) {
        TradeSum.Group group = sum.group();
        if (group.flow() != null && group.months() != null) {
            months.computeIfAbsent(key(group, group.flow()), unknown -> new TreeSet<>())
                    .addAll(group.months().months());
        }
    }

    /** The first to the last month in which anybody reported; null where nobody ever did. */
    public @Nullable Period extent() {
        if (months.isEmpty()) {
            return null;
        }
        List<Integer> ends = months.values().stream()
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
        int present = present(group, first, last).size();
        return new Coverage(present, count(first, last), "month");
    }

    /** Months from the first to the last one that are present for the group's flow, or for all flows where it has none. */
    public NavigableSet<Integer> present(TradeSum.Group group, int first, int last) {
        NavigableSet<Integer> present = null;
        for (Flow flow : group.flow() == null ? flows : List.of(group.flow())) {
            Set<Integer> reported = months.getOrDefault(key(group, flow), new TreeSet<>())
                    .subSet(first, true, last, true);
            if (present == null) {
                present = new TreeSet<>(reported);
            } else {
                present.retainAll(reported);
            }
        }
        return present == null ? new TreeSet<>() : present;
    }

    private static int count(int first, int last) {
        return (last / YEAR - first / YEAR) * 12 + last % YEAR - first % YEAR + 1;
    }

    private static Key key(TradeSum.Group group, Flow flow) {
        return new Key(group.reporter(), group.currency(), group.attribution(), flow);
    }

    private static YearMonth month(int number) {
        return YearMonth.of(number / YEAR, number % YEAR);
    }
}
