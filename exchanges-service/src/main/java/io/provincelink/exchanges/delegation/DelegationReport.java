package io.provincelink.exchanges.delegation;

import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What came of a delegation, corrected by a side.
 *
 * @param travelled how many people it was in the end; without it as many as were announced
 */
public record DelegationReport(
        @NotNull @Valid Text report,
        @Nullable @Min(1) @Max(100_000) Integer travelled) {}
