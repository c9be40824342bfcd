package io.provincelink.trade.reconciliation;

import io.provincelink.kit.words.Figure;
import io.provincelink.trade.figure.Months;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.summary.TradeSum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two sides' sums of the same goods, laid beside each other group by group.
 *
 * @param exports as the one reports them
 * @param imports as the other does
 * @param gates the code of the gate with this number
 */
record Mirror(
        List<TradeSum> exports, List<TradeSum> imports, Yardstick yardstick, Function<Short, @Nullable String> gates) {

    /** What stands beside each other; of the three one is there, or none for the gate that is not named. */
    private record Key(
            @Nullable MonthRange months,
            @Nullable Short gate,
            @Nullable Integer chapter) {

        private static Key of(TradeSum sum, List<MonthRange> together) {
            MonthRange months = sum.group().months();
            return new Key(
                    months == null
                            ? null
                            : together.stream()
                                    .filter(range -> range.months().contains(months.first()))
                                    .findFirst()
                                    .orElse(months),
                    sum.group().gate(),
                    sum.group().chapter());
        }
    }

    private record Group(Key key, Comparison comparison) {

        BigDecimal gap() {
            return comparison.gap().value().abs();
        }
    }

    Comparison total() {
        return Comparison.of(exports, imports, yardstick);
    }

    /** The gaps without their signs. */
    Figure grossGap(List<Contribution> contributions) {
        BigDecimal gross = contributions.stream()
                .map(one -> one.comparison().gap().value().abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean estimated = Stream.concat(exports.stream(), imports.stream())
                .anyMatch(sum -> sum.amount().isEstimated());
        return yardstick.figure(gross, estimated);
    }

    /** All groups, those with the largest gap first; of equal ones in their own order. */
    List<Contribution> contributions() {
        List<MonthRange> together = together();
        Map<Key, List<TradeSum>> exported =
                exports.stream().collect(Collectors.groupingBy(sum -> Key.of(sum, together)));
        Map<Key, List<TradeSum>> imported =
                imports.stream().collect(Collectors.groupingBy(sum -> Key.of(sum, together)));
        List<Group> groups = Stream.concat(exported.keySet().stream(), imported.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(Mirror::order))
                .map(key -> new Group(
                        key,
                        Comparison.of(
                                exported.getOrDefault(key, List.of()),
                                imported.getOrDefault(key, List.of()),
                                yardstick)))
                .toList();
        BigDecimal gross = groups.stream().map(Group::gap).reduce(BigDecimal.ZERO, BigDecimal::add);
        return groups.stream()
                .sorted(Comparator.comparing(Group::gap).reversed())
                .map(group -> shown(group, gross))
                .toList();
    }

    /** Months that one side publishes as one figure are compared together: nobody can say how much of it was of which. */
    private List<MonthRange> together() {
        List<MonthRange> ranges = new ArrayList<>();
        Stream.concat(exports.stream(), imports.stream())
                .flatMap(sum -> Stream.ofNullable(sum.group().months()))
                .distinct()
                .sorted(Comparator.comparing(MonthRange::first).thenComparing(MonthRange::count))
                .forEach(range -> {
                    MonthRange before = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
                    if (before == null || range.first() > before.last()) {
                        ranges.add(range);
                    } else {
                        int last = Math.max(before.last(), range.last());
                        ranges.set(ranges.size() - 1, new MonthRange(before.first(), last - before.first() + 1));
                    }
                });
        return ranges;
    }

    private static int order(Key key) {
        if (key.months() != null) {
            return key.months().first();
        }
        return key.gate() != null ? key.gate() : key.chapter() == null ? 0 : key.chapter();
    }

    private Contribution shown(Group group, BigDecimal gross) {
        MonthRange months = group.key().months();
        Integer chapter = group.key().chapter();
        Figure gap = group.comparison().gap();
        Figure size = new Figure(group.gap(), gap.qualifier(), gap.unit(), null);
        return new Contribution(
                months != null && months.count() == 1 ? months.from() : null,
                months != null && months.count() > 1 ? new Months(months.from(), months.to()) : null,
                group.key().gate() == null ? null : gates.apply(group.key().gate()),
                chapter == null ? null : "%02d".formatted(chapter),
                group.comparison(),
                gross.signum() == 0 ? null : size.percentOf(yardstick.figure(gross, false)));
    }
}
