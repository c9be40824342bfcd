package io.provincelink.agreements.coordination;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What SQL says of one group, or of all together: its counts where there is no currency, else its sums in that currency.
 *
 * @param key of the group; null for the group without one, and for the total
 * @param disbursedOfPlan what was disbursed by the period's end of the plans that are in this currency
 */
record SummaryRow(
        boolean total,
        @Nullable String key,
        @Nullable String currency,
        long projects,
        long collective,
        long organisations,
        @Nullable BigDecimal planned,
        BigDecimal committed,
        BigDecimal disbursed,
        BigDecimal expended,
        BigDecimal disbursedOfPlan) {

    static SummaryRow of(Object[] row) {
        return new SummaryRow(
                (Boolean) row[0],
                (String) row[1],
                (String) row[2],
                ((Number) row[3]).longValue(),
                ((Number) row[4]).longValue(),
                ((Number) row[5]).longValue(),
                (BigDecimal) row[6],
                (BigDecimal) row[7],
                (BigDecimal) row[8],
                (BigDecimal) row[9],
                (BigDecimal) row[10]);
    }
}
