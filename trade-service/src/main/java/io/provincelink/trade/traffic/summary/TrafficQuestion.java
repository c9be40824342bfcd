package io.provincelink.trade.traffic.summary;

import io.provincelink.kit.words.Period;
import io.provincelink.trade.traffic.TrafficKind;
import io.provincelink.trade.traffic.summary.TrafficFilters.Asked;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which traffic figures are added, and by what they are told apart.
 *
 * @param kinds empty for any
 */
record TrafficQuestion(Asked figures, Set<TrafficKind> kinds, List<TrafficGrouping> groupBy) {

    boolean by(TrafficGrouping grouping) {
        return groupBy.contains(grouping);
    }

    /**
     * How many months a row stands for; null where nobody said of which months.
     *
     * @param year of the row, where it is of one
     */
    @Nullable
    Long months(@Nullable Integer year) {
        if (by(TrafficGrouping.MONTH)) {
            return 1L;
        }
        Period asked = figures.period();
        if (year == null) {
            return asked == null ? null : asked.months();
        }
        Period whole = Period.years(year, year);
        if (asked == null) {
            return whole.months();
        }
        var first = asked.from().isAfter(whole.from()) ? asked.from() : whole.from();
        var last = asked.to().isBefore(whole.to()) ? asked.to() : whole.to();
        return new Period(YearMonth.from(first).atDay(1), last).months();
    }
}
