package io.provincelink.kit.words;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** One side of an agreement, programme or mechanism: the unit, and the body that acts for it where it is known. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Party(
        @NotNull @RegionCode String region, @Nullable @Valid Body body) {}
