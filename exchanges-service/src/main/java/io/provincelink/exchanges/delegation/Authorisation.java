package io.provincelink.exchanges.delegation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The decision by which a delegation may travel. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Authorisation(
        @NotNull @Size(min = 1, max = 100) String number,
        @Nullable LocalDate on) {}
