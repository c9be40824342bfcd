package io.provincelink.trade.progress;

import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Qualifier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** What shall be reached by the end of a period, and what follows from it by division: rounded to the currency's decimals, ABOUT then. */
record Target(BigDecimal amount, String currency, Period period) {

    Figure figure() {
        return Figure.exact(amount, currency);
    }

    /** Where a straight line is after so many of the period's months. */
    Figure after(long months) {
        return ratio(amount.multiply(BigDecimal.valueOf(months)), period.months(), Qualifier.EXACT);
    }

    /** The quotient; ABOUT where the dividend is, or where it had to be rounded. */
    Figure ratio(BigDecimal dividend, long divisor, Qualifier qualifier) {
        BigDecimal whole = BigDecimal.valueOf(divisor);
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        BigDecimal quotient = dividend.divide(whole, decimals, RoundingMode.HALF_UP);
        boolean exact = qualifier == Qualifier.EXACT && quotient.multiply(whole).compareTo(dividend) == 0;
        return new Figure(quotient, exact ? Qualifier.EXACT : Qualifier.ABOUT, currency, null);
    }
}
