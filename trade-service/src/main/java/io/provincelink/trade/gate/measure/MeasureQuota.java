package io.provincelink.trade.gate.measure;

import io.provincelink.kit.words.KnownUnit;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/** How much goes through at most: 150 vehicles a day. */
public record MeasureQuota(
        @NotNull @PositiveOrZero Long amount,
        @NotNull @KnownUnit String unit,
        @NotNull Span per) {

    /** In what time. */
    public enum Span {
        DAY,
        WEEK,
        MONTH
    }
}
