package io.provincelink.trade.figure;

import io.provincelink.kit.problem.Fault;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;

/** Amounts as whole numbers of the currency's last decimal: 12.50 USD is 1250, 12 VND is 12. */
public final class MinorUnits {

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private MinorUnits() {}

    /** Why the amount cannot be kept in this currency; the currency was checked before. */
    public static List<Fault> faults(String pointer, BigDecimal amount, String currency) {
        BigDecimal minor = amount.movePointRight(decimals(currency));
        if (minor.stripTrailingZeros().scale() > 0) {
            return List.of(Fault.at(pointer, "too-many-decimals", currency, decimals(currency)));
        }
        return minor.toBigInteger().compareTo(MOST) > 0
                ? List.of(Fault.at(pointer, "too-many", toAmount(BigDecimal.valueOf(Long.MAX_VALUE), currency)))
                : List.of();
    }

    /** @throws ArithmeticException when the amount has faults */
    public static long of(BigDecimal amount, String currency) {
        return amount.movePointRight(decimals(currency)).longValueExact();
    }

    /** With exactly the currency's decimals. */
    public static BigDecimal toAmount(BigDecimal minor, String currency) {
        return minor.movePointLeft(decimals(currency)).setScale(decimals(currency));
    }

    /** How many decimals amounts of the currency have. */
    public static int decimals(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
