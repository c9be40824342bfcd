package io.provincelink.trade.series;

import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Qualifier;
import io.provincelink.kit.words.Recorded.Coverage;
import io.provincelink.trade.series.MonthlyValues.Stretch;
import io.provincelink.trade.statistic.MonthRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes months into the points of a series. Months that were published as one figure are in one point, whatever was asked for. */
final class SeriesPoints {

    private static final int YEAR = 100;

    private final MonthlyValues months;
    private final Frequency frequency;
    private final @Nullable Combination combine;

    SeriesPoints(MonthlyValues months, Frequency frequency, @Nullable Combination combine) {
        this.months = months;
        this.frequency = frequency;
        this.combine = combine;
    }

    /** The points that the period touches, each whole. */
    List<SeriesPoint> in(Period period) {
        int first = MonthRange.number(period.from());
        int last = MonthRange.number(period.to());
        List<MonthRange> all = new ArrayList<>();
        IntStream.rangeClosed(first / YEAR - 1, last / YEAR).forEach(year -> all.addAll(ofYear(year)));
        List<SeriesPoint> points = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            MonthRange here = all.get(i);
            if (here.last() >= first && here.first() <= last) {
                points.add(point(here, i == 0 ? null : all.get(i - 1)));
            }
        }
        return points;
    }

    private List<MonthRange> ofYear(int year) {
        List<MonthRange> points = new ArrayList<>();
        int length = frequency.months();
        MonthlyValues.units(year, length).forEach(first -> {
            if (points.isEmpty() || points.get(points.size() - 1).last() < first) {
                points.add(months.around(unit(first, length), length));
            }
        });
        return points;
    }

    private MonthRange unit(int first, int length) {
        boolean combined = combine == Combination.JAN_FEB && length == 1 && first % YEAR == 1;
        return new MonthRange(first, combined ? 2 : length);
    }

    private SeriesPoint point(MonthRange here, @Nullable MonthRange before) {
        Stretch stretch = months.stretch(here).orElseThrow();
        MonthRange untilHere = new MonthRange(here.january(), here.last() - here.january() + 1);
        Stretch cumulative = months.stretch(untilHere).orElseThrow();
        boolean alike = before != null && before.count() == here.count();
        return new SeriesPoint(
                label(here),
                stretch.sum().orElse(null),
                stretch.sum().isEmpty() ? null : stretch.isEstimated() ? Qualifier.ABOUT : Qualifier.EXACT,
                coverage(stretch),
                cumulative.sum().orElse(null),
                coverage(cumulative),
                new Growth(
                        alike ? growth(stretch, months.stretch(before)) : null,
                        growth(stretch, months.stretch(yearBefore(here))),
                        growth(cumulative, months.stretch(yearBefore(untilHere)))));
    }

    private static @Nullable BigDecimal growth(Stretch now, Optional<Stretch> before) {
        return before.filter(Stretch::isComplete)
                .filter(complete -> now.isComplete())
                .flatMap(Stretch::sum)
                .flatMap(old -> now.sum().map(sum -> Growth.percent(sum, old)))
                .orElse(null);
    }

    private static MonthRange yearBefore(MonthRange range) {
        return new MonthRange(range.first() - YEAR, range.count());
    }

    private static Coverage coverage(Stretch stretch) {
        return new Coverage(stretch.present(), stretch.months().count(), "month");
    }

    private String label(MonthRange range) {
        if (range.count() != frequency.months()) {
            return range.from() + "/" + range.to();
        }
        String year = range.from().substring(0, 4);
        return switch (frequency) {
            case M -> range.from();
            case Q -> year + "-Q" + (range.first() % YEAR + 2) / 3;
            case A -> year;
        };
    }
}
