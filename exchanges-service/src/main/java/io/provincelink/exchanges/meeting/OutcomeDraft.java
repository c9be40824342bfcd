package io.provincelink.exchanges.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that a meeting agreed to do.
 *
 * @param owner region whose side does it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(
        @NotNull @Valid Text what,
        @Nullable @RegionCode String owner,
        @Nullable LocalDate due,
        @NotNull OutcomeStatus status) {}
