package io.provincelink.trade.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Qualifier;
import io.provincelink.kit.words.Recorded;
import io.provincelink.kit.words.Recorded.Coverage;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.indicator.Turnover;
import io.provincelink.trade.indicator.TurnoverSums;
import io.provincelink.trade.statistic.MonthRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far the goal has been reached by what one party reports.
 *
 * @param attribution by what its goods are counted; absent where it reports nothing
 * @param figure exports and imports of the whole period, also of months that have only one of them
 * @param coverage months that have both
 * @param share the figure in percent of the target
 * @param expected where a straight line to the target is at the end of the last month that was reported
 * @param runRate what the whole period comes to if all of its months are as the complete ones were on average: their sum, divided by their
 *     number, times the months of the period; absent where none is complete
 * @param runRateShare the same in percent of the target
 * @param remaining what is still to come
 * @param points month by month, up to the last one that was reported
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReporterProgress(
        String reporter,
        @Nullable Attribution attribution,
        Figure figure,
        Coverage coverage,
        Figure share,
        @Nullable Figure expected,
        @Nullable Figure runRate,
        @Nullable Figure runRateShare,
        Remaining remaining,
        List<ProgressPoint> points) {

    /**
     * What is still to come until the target is reached.
     *
     * @param months of the period that have no figures of both flows yet, whether they lie ahead or were not reported
     * @param amount nothing once the target is reached
     * @param perMonth the amount divided by these months; absent where none is left
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Remaining(
            long months, Figure amount, @Nullable Figure perMonth) {}

    /** @param turnover what the reporter reports of the target's period in its currency, of one attribution */
    static ReporterProgress of(String reporter, Turnover turnover, Target target) {
        Recorded recorded = turnover.both();
        List<ProgressPoint> points = points(turnover, target);
        Figure runRate = runRate(points, target);
        Coverage coverage = Objects.requireNonNull(recorded.coverage());
        long left = coverage.expected() - coverage.present();
        BigDecimal missing = target.amount().subtract(recorded.figure().value()).max(BigDecimal.ZERO);
        Qualifier qualifier = recorded.figure().qualifier();
        return new ReporterProgress(
                reporter,
                turnover.sums().isEmpty() ? null : turnover.sums().get(0).attribution(),
                recorded.figure(),
                coverage,
                recorded.figure().percentOf(target.figure()),
                points.isEmpty() ? null : points.get(points.size() - 1).expected(),
                runRate,
                runRate == null ? null : runRate.percentOf(target.figure()),
                new Remaining(
                        left,
                        new Figure(missing, qualifier, target.currency(), null),
                        left == 0 ? null : target.ratio(missing, left, qualifier)),
                points);
    }

    /** It is never more than an estimate. What was reported of a month with one flow alone would make it too low. */
    private static @Nullable Figure runRate(List<ProgressPoint> points, Target target) {
        List<ProgressPoint> complete =
                points.stream().filter(ProgressPoint::complete).toList();
        long months = complete.stream().mapToLong(ProgressPoint::months).sum();
        BigDecimal value = complete.stream()
                .map(point -> Objects.requireNonNull(point.value()).value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal whole = value.multiply(BigDecimal.valueOf(target.period().months()));
        return months == 0 ? null : target.ratio(whole, months, Qualifier.ABOUT);
    }

    private static List<ProgressPoint> points(Turnover turnover, Target target) {
        List<ProgressPoint> points = new ArrayList<>();
        Set<Integer> present = turnover.presentMonths();
        BigDecimal cumulative = BigDecimal.ZERO;
        boolean estimated = false;
        long months = 0;
        for (MonthRange step : ProgressSteps.of(turnover.sums(), target.period())) {
            List<TurnoverSums.Sum> sums = turnover.sums().stream()
                    .filter(sum -> step.months().contains(sum.months().first()))
                    .toList();
            BigDecimal value = sums.stream().map(TurnoverSums.Sum::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean stepEstimated = sums.stream().anyMatch(TurnoverSums.Sum::estimated);
            cumulative = cumulative.add(value);
            estimated |= stepEstimated;
            months += step.count();
            Figure sofar = figure(cumulative, estimated, target);
            points.add(new ProgressPoint(
                    step.from(),
                    step.to(),
                    sums.isEmpty() ? null : figure(value, stepEstimated, target),
                    present.containsAll(step.months()),
                    sofar,
                    sofar.percentOf(target.figure()),
                    target.after(months)));
        }
        return points;
    }

    private static Figure figure(BigDecimal value, boolean estimated, Target target) {
        return new Figure(value, estimated ? Qualifier.ABOUT : Qualifier.EXACT, target.currency(), null);
    }
}
