package io.provincelink.gateway.review;

import io.provincelink.kit.words.Figure;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Between what a true value lies, as far as a figure says so: OVER is a lower bound and nothing else.
 *
 * @param low null when it may be as little as it likes
 * @param above whether the value is more than {@code low}, not just as much
 * @param high null when it may be as much as it likes
 * @param below whether the value is less than {@code high}, not just as much
 */
record Bounds(
        @Nullable BigDecimal low, boolean above, @Nullable BigDecimal high, boolean below) {

    /** Whether a figure that a service told is one: with a number, a unit, and both ends where it lies between two. */
    static boolean isFigure(@Nullable Figure told) {
        return told != null
                && told.value() != null
                && told.unit() != null
                && told.qualifier() != null
                && told.isRangeWellFormed();
    }

    static Bounds of(Figure figure) {
        BigDecimal value = figure.value();
        return switch (figure.qualifier()) {
            // "about" decides like the number itself: there is nothing better to go by
            case EXACT, ABOUT -> new Bounds(value, false, value, false);
            case OVER -> new Bounds(value, true, null, false);
            case UNDER -> new Bounds(null, false, value, true);
            case RANGE -> new Bounds(value, false, figure.upper(), false);
        };
    }

    /** The figure covers only a part, so the whole may be more. */
    Bounds orMore() {
        return new Bounds(low, above, null, false);
    }

    /** The figure covers more than is asked for, so what is asked for may be less. */
    Bounds orLess() {
        return new Bounds(null, false, high, below);
    }

    /** Seen from the other side, where less is more. */
    Bounds mirrored() {
        return new Bounds(high == null ? null : high.negate(), below, low == null ? null : low.negate(), above);
    }

    /** Counted from another zero. */
    Bounds minus(BigDecimal zero) {
        return new Bounds(
                low == null ? null : low.subtract(zero), above, high == null ? null : high.subtract(zero), below);
    }

    boolean isSurelyAtLeast(BigDecimal mark) {
        return low != null && low.compareTo(mark) >= 0;
    }

    boolean isSurelyMoreThan(BigDecimal mark) {
        return low != null && (low.compareTo(mark) > 0 || above && low.compareTo(mark) == 0);
    }

    boolean isSurelyLessThan(BigDecimal mark) {
        return high != null && (high.compareTo(mark) < 0 || below && high.compareTo(mark) == 0);
    }

    boolean isSurelyAtMost(BigDecimal mark) {
        return high != null && high.compareTo(mark) <= 0;
    }
}
