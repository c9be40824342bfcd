package io.provincelink.kit.words;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a number is kept: 30, 30.0 and 3E+1 are the same figure, and must be equal also where values are compared. Else a
 * record that says what it said before seems changed, and its version moves without anybody's change.
 */
public final class PlainNumber {

    private static final int LONGEST = 1000;

    private PlainNumber() {}

    /** Without exponent and without zeros at its end; what is too long to be written out stays as it is, for a constraint to refuse. */
    public static @Nullable BigDecimal of(@Nullable BigDecimal number) {
        if (number == null || Math.abs((long) number.scale()) > LONGEST) {
            return number;
        }
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 && bare.scale() >= -LONGEST ? bare.setScale(0) : bare;
    }
}
