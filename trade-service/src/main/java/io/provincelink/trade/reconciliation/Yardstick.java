package io.provincelink.trade.reconciliation;

import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Qualifier;
import io.provincelink.trade.figure.Valuation;
import io.provincelink.trade.summary.TradeSum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/**
 * By what values are made comparable and compared.
 *
 * @param factor by which a CIF value is divided, so that it is FOB
 * @param agree up to which index two values agree, in percent
 */
record Yardstick(String currency, BigDecimal factor, int agree) {

    /** Decimals of what is not shown yet: enough that what many groups come to is the same however they are divided. */
    private static final int UNROUNDED = 20;

    /** What sums of one valuation each come to together, not rounded: FOB values stay, CIF values are divided by the factor. */
    BigDecimal fob(List<TradeSum> sums) {
        return sums.stream().map(this::fob).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal fob(TradeSum sum) {
        BigDecimal value = sum.amount().value();
        return sum.valuations().equals(Set.of(Valuation.FOB))
                ? value
                : value.divide(factor, UNROUNDED, RoundingMode.HALF_UP);
    }

    /** As it is shown: rounded to the currency's decimals, half up. */
    Figure figure(BigDecimal value, boolean estimated) {
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        return new Figure(
                value.setScale(decimals, RoundingMode.HALF_UP),
                estimated ? Qualifier.ABOUT : Qualifier.EXACT,
                currency,
                null);
    }
}
