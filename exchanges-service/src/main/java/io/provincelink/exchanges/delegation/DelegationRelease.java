package io.provincelink.exchanges.delegation;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * Until when the other side may read who travels.
 *
 * @param until the last day; not in the past, and at most one year after the return
 */
public record DelegationRelease(@NotNull LocalDate until) {}
