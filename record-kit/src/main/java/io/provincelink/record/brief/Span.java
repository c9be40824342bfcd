package io.provincelink.record.brief;

import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When it is, as far as that is known.
 *
 * @param from the first day, null where nobody knows it
 * @param to the last day, null while the end is open or unknown
 */
public record Span(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static Span of(Period period) {
        return new Span(period.from(), period.to());
    }

    /** Null where neither day is known. */
    public static @Nullable Span of(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null && to == null ? null : new Span(from, to);
    }
}
