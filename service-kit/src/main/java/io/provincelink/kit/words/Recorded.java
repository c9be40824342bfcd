package io.provincelink.kit.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the system counted itself, never mixed with what somebody published.
 *
 * @param coverage null where nobody can say how many records there should be
 * @param reporter the party whose reports were added up; null where each record is of all parties
 * @param others what the other parties report of the same, never added
 */
public record Recorded(
        Figure figure,
        @Nullable Coverage coverage,
        @Nullable String reporter,
        @Nullable List<Report> others) {

    public Recorded(Figure figure, @Nullable Coverage coverage) {
        this(figure, coverage, null, null);
    }

    /** The same, counted out of another party's reports. */
    public record Report(
            String reporter, Figure figure, @Nullable Coverage coverage) {}

    /** How much of what should be there is there, for example 12 of 60 months. */
    public record Coverage(long present, long expected, String unit) {}
}
