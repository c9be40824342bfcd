package io.provincelink.trade.statistic;

import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions in SQL that lists of figures share. */
public final class StatisticFilters {

    private StatisticFilters() {}

    /** Figures of one of the reporters on one of the partners; an empty list does not filter. */
    public static Filter traders(ParameterReader parameters, List<String> reporters, List<String> partners) {
        return Filter.by(parameters)
                .and("r.reporter = any(:reporters)", "reporters", arrayOrNull(reporters))
                .and("r.partner = any(:partners)", "partners", arrayOrNull(partners));
    }

    /**
     * Figures with a month that the period touches.
     *
     * @param months SQL for the number of months of a figure
     */
    public static Filter overlapping(Filter filter, @Nullable Period period, String months) {
        if (period == null) {
            return filter;
        }
        // What covers the first month began in its year: that bounds the walk through the index.
        return filter.and("r.period >= :january", "january", period.from().getYear() * 100 + 1)
                .and("r.period <= :last", "last", MonthRange.number(period.to()))
                .and("r.period + " + months + " > :first", "first", MonthRange.number(period.from()));
    }

    private static String @Nullable [] arrayOrNull(List<String> codes) {
        return codes.isEmpty() ? null : codes.toArray(String[]::new);
    }
}
