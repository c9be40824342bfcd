package io.provincelink.trade.sdmx.data;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An observation as the tables have it.
 *
 * @param hs see {@code HsNumber}; 0 for a sum
 * @param first month as yyyymm
 * @param value in the currency's last decimal
 * @param grams null where it is not known of all
 * @param edition of the Harmonized System; 0 where none is named
 * @param figures how many are added up
 */
record Row(
        int hs,
        int first,
        int months,
        BigDecimal value,
        @Nullable BigDecimal grams,
        int status,
        int attribution,
        int valuation,
        int edition,
        int figures) {

    static Row of(Object[] row) {
        BigDecimal grams = (BigDecimal) row[4];
        return new Row(
                number(row[0]),
                number(row[1]),
                number(row[2]),
                (BigDecimal) row[3],
                grams == null || grams.signum() < 0 ? null : grams,
                number(row[5]),
                number(row[6]),
                number(row[7]),
                number(row[8]),
                number(row[9]));
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }
}
