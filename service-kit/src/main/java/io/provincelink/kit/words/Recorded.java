package io.provincelink.kit.words;

import org.jspecify.annotations.Nullable;

/**
 * What the system counted itself, never mixed with what somebody published.
 *
 * @param coverage null where nobody can say how many records there should be
 */
public record Recorded(Figure figure, @Nullable Coverage coverage) {

    /** How much of what should be there is there, for example 12 of 60 months. */
    public record Coverage(long present, long expected, String unit) {}
}
