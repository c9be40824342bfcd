package io.provincelink.trade.series;

import io.provincelink.kit.words.Qualifier;
import io.provincelink.kit.words.Recorded.Coverage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A month, quarter or year of a series.
 *
 * @param period 2021-03, 2021-Q1, 2021, or 2021-01/2021-02 for months that are one point
 * @param value of the months that have figures; absent where none has
 * @param qualifier ABOUT where one of the figures is an estimate
 * @param coverage how many of its months have figures, for turnover of both flows
 * @param cumulative from January to the end of this point
 * @param cumulativeCoverage how many of those months have figures
 */
public record SeriesPoint(
        String period,
        @Nullable BigDecimal value,
        @Nullable Qualifier qualifier,
        Coverage coverage,
        @Nullable BigDecimal cumulative,
        Coverage cumulativeCoverage,
        Growth growth) {}
