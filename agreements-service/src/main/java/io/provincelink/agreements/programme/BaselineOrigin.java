package io.provincelink.agreements.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Source;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From which published figure a baseline was taken.
 *
 * @param observation id of that figure, if it is recorded here
 * @param period the days that the figure is about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BaselineOrigin(
        @Nullable UUID observation,
        @Nullable @Valid Period period,
        @NotNull @Valid Source source) {}
