package io.provincelink.trade.balance;

import io.provincelink.kit.caller.Caller;
import io.provincelink.trade.balance.TradeBalance.Amounts;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.summary.SumQuestion;
import io.provincelink.trade.summary.TradeGrouping;
import io.provincelink.trade.summary.TradeSum;
import io.provincelink.trade.summary.TradeSums;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes balances of the sums by month, which are kept ready: one question for each side of each pair. */
@Singleton
class TradeBalances {

    /** A quarter of months, whatever lies between them. */
    private static final int NEWEST = 3;

    private static final int MONTHS_BACK = 11;

    private final TradeSums sums;

    TradeBalances(TradeSums sums) {
        this.sums = sums;
    }

    /**
     * Whose reports, and on whom.
     *
     * @param reporters codes of the party and of the units inside it: what these report counts for the party
     * @param partner null for all partners together
     * @param partners likewise; empty for all
     */
    record Reports(
            String reporter,
            Collection<String> reporters,
            @Nullable String partner,
            Collection<String> partners) {}

    /** In the order of currency and attribution; none where nothing was ever reported. */
    List<TradeBalance> of(Caller reader, Reports reports) {
        SumQuestion question = SumQuestion.of(reports.reporters(), reports.partners(), null)
                .by(TradeGrouping.MONTH, TradeGrouping.FLOW);
        Map<Kind, List<TradeSum>> alike = new TreeMap<>(Kind.IN_ORDER);
        alike.putAll(sums.sums(reader, question).stream()
                .collect(Collectors.groupingBy(
                        sum -> new Kind(sum.group().currency(), sum.group().attribution()))));
        List<TradeBalance> balances = new ArrayList<>();
        alike.forEach((kind, figures) -> balances.add(balance(reports, kind, figures)));
        return balances;
    }

    /** What may be added. */
    private record Kind(String currency, Attribution attribution) {
        static final Comparator<Kind> IN_ORDER =
                Comparator.comparing(Kind::currency).thenComparing(Kind::attribution);
    }

    private static TradeBalance balance(Reports reports, Kind kind, List<TradeSum> figures) {
        Map<MonthRange, List<TradeSum>> byMonths = new TreeMap<>(Comparator.comparingInt(MonthRange::last)
                .thenComparingInt(MonthRange::count)
                .reversed());
        figures.forEach(sum -> byMonths.computeIfAbsent(months(sum), range -> new ArrayList<>())
                .add(sum));
        YearMonth last = byMonths.keySet().stream()
                .map(range -> YearMonth.parse(range.to()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        YearMonth first = last.minusMonths(MONTHS_BACK);
        List<TradeSum> year = figures.stream()
                .filter(sum -> !YearMonth.parse(months(sum).from()).isBefore(first))
                .toList();
        return new TradeBalance(
                reports.reporter(),
                reports.partner(),
                kind.currency(),
                kind.attribution(),
                byMonths.entrySet().stream()
                        .limit(NEWEST)
                        .map(entry ->
                                amounts(entry.getKey().from(), entry.getKey().to(), entry.getValue()))
                        .toList(),
                amounts(first.toString(), last.toString(), year));
    }

    private static Amounts amounts(String from, String to, List<TradeSum> figures) {
        return new Amounts(
                from,
                to,
                value(figures, Flow.EXPORT),
                value(figures, Flow.IMPORT),
                present(figures, Flow.EXPORT),
                present(figures, Flow.IMPORT),
                figures.stream().anyMatch(sum -> sum.amount().isEstimated()));
    }

    private static @Nullable BigDecimal value(List<TradeSum> figures, Flow flow) {
        return figures.stream()
                .filter(sum -> sum.group().flow() == flow)
                .map(sum -> sum.amount().value())
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private static int present(List<TradeSum> figures, Flow flow) {
        Collection<Integer> months = new TreeSet<>();
        figures.stream()
                .filter(sum -> sum.group().flow() == flow)
                .forEach(sum -> months.addAll(months(sum).months()));
        return months.size();
    }

    private static MonthRange months(TradeSum sum) {
        MonthRange months = sum.group().months();
        if (months == null) {
            throw new IllegalStateException("a sum by month without its months");
        }
        return months;
    }
}
