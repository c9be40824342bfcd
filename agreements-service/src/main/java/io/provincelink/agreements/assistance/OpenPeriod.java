package io.provincelink.agreements.assistance;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Days from the first on.
 *
 * @param to the last day, absent while the end is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AssistancePeriod")
public record OpenPeriod(@NotNull LocalDate from, @Nullable LocalDate to) {

    @JsonIgnore
    @AssertTrue(message = "{provincelink.period.order}")
    public boolean isInOrder() {
        return from == null || to == null || !to.isBefore(from);
    }
}
