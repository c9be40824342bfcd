package io.provincelink.kit.words;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;

/** An amount in one ISO 4217 currency; amounts of different currencies are never added. */
public record Money(
        @NotNull @Digits(integer = 24, fraction = 4) BigDecimal amount,

        @NotNull @Pattern(regexp = "^[A-Z]{3}$", message = CurrencyCode.MESSAGE) @CurrencyCode
        String currency) {

    public Money {
        amount = PlainNumber.of(amount);
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalStateException("sum of " + currency + " and " + other.currency);
        }
        return new Money(amount.add(other.amount), currency);
    }
}
