package io.provincelink.trade.gate.measure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a measure holds.
 *
 * @param to the last day; absent while nobody has said when it ends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeasurePeriod(
        @NotNull LocalDate from, @Nullable LocalDate to) {

    @JsonIgnore
    @AssertTrue(message = "{provincelink.period.order}")
    public boolean isInOrder() {
        return from == null || to == null || !to.isBefore(from);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
