package io.provincelink.trade.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * By how many percent a point is more or less than others: (new − old) × 100 / old, rounded half up to two decimals once, at the end.
 * Absent where one of the two is incomplete, not known or zero.
 *
 * @param previous against the point before, if that has as many months
 * @param yearBefore against the same months of the year before
 * @param cumulativeYearBefore January to here against the same months of the year before
 */
public record Growth(
        @Nullable BigDecimal previous,
        @Nullable BigDecimal yearBefore,
        @Nullable BigDecimal cumulativeYearBefore) {

    private static final int DECIMALS = 2;
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    static @Nullable BigDecimal percent(BigDecimal now, BigDecimal before) {
        return before.signum() == 0 || now.signum() == 0
                ? null
                : now.subtract(before).multiply(PERCENT).divide(before, DECIMALS, RoundingMode.HALF_UP);
    }
}
