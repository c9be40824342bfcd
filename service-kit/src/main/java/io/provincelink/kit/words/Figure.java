package io.provincelink.kit.words;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit and how exact it is, for example over 6,000,000,000 USD.
 *
 * @param value the number; the lower end of a {@link Qualifier#RANGE}
 * @param qualifier EXACT when the source says nothing else
 * @param unit an ISO 4217 currency or a code of {@link Units}
 * @param upper the upper end, only with {@link Qualifier#RANGE}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        @NotNull @Digits(integer = 24, fraction = 6) BigDecimal value,
        @NotNull Qualifier qualifier,
        @NotNull @KnownUnit String unit,
        @Nullable @Digits(integer = 24, fraction = 6) BigDecimal upper) {

    public Figure {
        value = PlainNumber.of(value);
        upper = PlainNumber.of(upper);
    }

    public static Figure exact(long value, String unit) {
        return new Figure(BigDecimal.valueOf(value), Qualifier.EXACT, unit, null);
    }

    public static Figure exact(BigDecimal value, String unit) {
        return new Figure(value, Qualifier.EXACT, unit, null);
    }

    @JsonIgnore
    @AssertTrue(message = "{provincelink.figure.range}")
    public boolean isRangeWellFormed() {
        if (value == null || qualifier == null) {
            return true; // said by @NotNull already
        }
        if (qualifier == Qualifier.RANGE) {
            return upper != null && upper.compareTo(value) > 0;
        }
        return upper == null;
    }

    /** This figure as a share of another in percent; ABOUT unless both are EXACT, since a bound divided by a bound is none. */
    public Figure percentOf(Figure whole) {
        BigDecimal percent = value.multiply(BigDecimal.valueOf(100))
                .divide(whole.value, MathContext.DECIMAL64)
                .setScale(1, RoundingMode.HALF_UP);
        boolean exact = qualifier == Qualifier.EXACT && whole.qualifier == Qualifier.EXACT;
        return new Figure(percent, exact ? Qualifier.EXACT : Qualifier.ABOUT, "percent", null);
    }
}
