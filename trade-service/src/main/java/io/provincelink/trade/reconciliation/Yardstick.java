package io.provincelink.trade.reconciliation;

import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Qualifier;
import io.provincelink.trade.figure.Valuation;
import io.provincelink.trade.summary.TradeSum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Set;

/**
 * By what values are made comparable and compared.
 *
 * @param factor by which a CIF value is divided, so that it is FOB
 * @param agree up to which index two values agree, in percent
 */
record Yardstick(String currency, BigDecimal factor, int agree) {

    /**
     * What a sum of one valuation comes to: FOB values stay; CIF values are divided by the factor and rounded to the currency's decimals,
     * half up.
     */
    BigDecimal fob(TradeSum sum) {
        BigDecimal value = sum.amount().value();
        return sum.valuations().equals(Set.of(Valuation.FOB))
                ? value
                : value.divide(factor, decimals(), RoundingMode.HALF_UP);
    }

    private int decimals() {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    Figure figure(BigDecimal value, boolean estimated) {
        return new Figure(value, estimated ? Qualifier.ABOUT : Qualifier.EXACT, currency, null);
    }
}
