package io.provincelink.trade.figure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.provincelink.trade.statistic.Month;
import io.provincelink.trade.statistic.MonthRange;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

/** Months that are published together, as January and February are: from the first to the last, both included, of one year. */
public record Months(
        @NotNull @Month String from, @NotNull @Month String to) {

    @JsonIgnore
    @AssertTrue(message = "{provincelink.period.order}")
    public boolean isInOrder() {
        return from == null || to == null || from.compareTo(to) <= 0;
    }

    public boolean areOfOneYear() {
        // what is no month has been said
        return from.length() < 4 || to.length() < 4 || from.substring(0, 4).equals(to.substring(0, 4));
    }

    /** As the tables keep them; that they are of one year and in order was checked before. */
    public MonthRange range() {
        int first = MonthRange.of(from).first();
        return new MonthRange(first, MonthRange.of(to).first() - first + 1);
    }
}
