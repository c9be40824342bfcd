package io.provincelink.record;

import io.provincelink.kit.words.Visibility;
import jakarta.validation.constraints.NotNull;

/** To whom a record shall be shown. */
public record PublicationRequest(@NotNull Visibility to) {}
