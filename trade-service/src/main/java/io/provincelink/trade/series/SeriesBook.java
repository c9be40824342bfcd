package io.provincelink.trade.series;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Period;
import io.provincelink.trade.figure.Valuation;
import io.provincelink.trade.series.TradeSeriesQuery.Asked;
import io.provincelink.trade.statistic.MonthRange;
import io.provincelink.trade.summary.ReportedMonths;
import io.provincelink.trade.summary.SumQuestion;
import io.provincelink.trade.summary.SummaryProblem;
import io.provincelink.trade.summary.TradeSum;
import io.provincelink.trade.summary.TradeSummaries;
import io.provincelink.trade.summary.TradeSums;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes sums into a series. */
@Singleton
public class SeriesBook {

    private final TradeSums sums;

    public SeriesBook(TradeSums sums) {
        this.sums = sums;
    }

    /** @throws ProblemException 409 where there are figures of several attributions or currencies, which no series mixes */
    TradeSeries of(Caller caller, Asked asked, @Nullable Instant lastKnown) {
        SumQuestion question = asked.question();
        List<TradeSum> added = ofOneKind(
                sums.sums(caller, question).stream()
                        .map(sum -> sum.under(code -> asked.reporter(), code -> code))
                        .toList(),
                asked.period());
        ReportedMonths reported = new ReportedMonths(asked.flow().flows());
        added.forEach(sum -> reported.add(ReportedMonths.Reported.of(sum)));
        Period period = asked.period() == null ? reported.extent() : asked.period();
        TradeSum.@Nullable Group any = added.isEmpty() ? null : added.get(0).group();
        return new TradeSeries(
                asked.reporter(),
                asked.flow(),
                asked.frequency(),
                asked.combine(),
                any == null ? onlyOne(question) : any.currency(),
                any == null ? question.attribution() : any.attribution(),
                valuations(added),
                question.regimes().stream().sorted().toList(),
                question.knownAt(lastKnown),
                period == null
                        ? List.of()
                        : new SeriesPoints(monthly(added, reported), asked.frequency(), asked.combine()).in(period),
                asked.filters());
    }

    private static @Nullable String onlyOne(SumQuestion question) {
        return question.currencies().size() == 1
                ? question.currencies().iterator().next()
                : null;
    }

    private static List<Valuation> valuations(List<TradeSum> added) {
        return added.stream()
                .flatMap(sum -> sum.valuations().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static MonthlyValues monthly(List<TradeSum> added, ReportedMonths reported) {
        Map<MonthRange, MonthlyValues.Value> values = new TreeMap<>(MonthRange.IN_ORDER);
        for (TradeSum sum : added) {
            MonthRange months = months(sum);
            values.merge(
                    months,
                    new MonthlyValues.Value(
                            months, sum.amount().value(), sum.amount().isEstimated()),
                    (one, other) -> new MonthlyValues.Value(
                            months, one.amount().add(other.amount()), one.estimated() || other.estimated()));
        }
        return new MonthlyValues(
                List.copyOf(values.values()),
                added.isEmpty()
                        ? new TreeSet<>()
                        : reported.present(added.get(0).group().withoutFlow()));
    }

    /** The years that were asked for decide; what was reported otherwise in the year before is nothing to compare with. */
    private static List<TradeSum> ofOneKind(List<TradeSum> all, @Nullable Period period) {
        int first = period == null ? 0 : period.from().getYear() * 100;
        List<TradeSum> shown =
                all.stream().filter(sum -> months(sum).first() > first).toList();
        TradeSummaries.requireOneAttribution(shown);
        requireOneCurrency(shown);
        return all.stream()
                .filter(sum ->
                        !shown.isEmpty() && isLike(sum.group(), shown.get(0).group()))
                .toList();
    }

    private static boolean isLike(TradeSum.Group one, TradeSum.Group other) {
        return one.currency().equals(other.currency()) && one.attribution() == other.attribution();
    }

    private static MonthRange months(TradeSum sum) {
        return Objects.requireNonNull(sum.group().months());
    }

    private static void requireOneCurrency(List<TradeSum> added) {
        List<String> currencies = added.stream()
                .map(sum -> sum.group().currency())
                .distinct()
                .sorted()
                .toList();
        if (currencies.size() > 1) {
            throw ProblemException.conflict(
                    SummaryProblem.NOT_COMPARABLE,
                    List.of(Fault.at("?currency", "choose-one", String.join(", ", currencies))));
        }
    }
}
