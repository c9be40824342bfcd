package io.provincelink.exchanges.delegation;

import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A step that a side takes with a delegation.
 *
 * @param report what came of it, usually with COMPLETED
 */
public record DelegationTransition(
        @NotNull DelegationStatus to,
        @Nullable @Valid Text report,
        @Nullable @Valid Text note) {}
