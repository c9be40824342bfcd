package io.provincelink.trade.gate.measure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;

/**
 * Hours on one day of the week, by the clocks of the side.
 *
 * @param closes later on the same day; 24:00 for midnight
 */
public record OpeningTime(
        @NotNull DayOfWeek weekday,

        @NotNull @Pattern(regexp = "^([01]\\d|2[0-3]):[0-5]\\d$")
        String opens,

        @NotNull @Pattern(regexp = "^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$")
        String closes) {

    /** Times of this form follow each other as their texts do. */
    @JsonIgnore
    boolean isInOrder() {
        return opens.compareTo(closes) < 0;
    }

    boolean overlaps(OpeningTime other) {
        return weekday == other.weekday && opens.compareTo(other.closes) < 0 && other.opens.compareTo(closes) < 0;
    }
}
