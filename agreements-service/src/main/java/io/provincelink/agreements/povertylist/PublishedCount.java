package io.provincelink.agreements.povertylist;

import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Source;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** How many units somebody said there are on the list. It stands beside the units that are recorded, and neither corrects the other. */
public record PublishedCount(
        @NotNull @Valid Figure figure, @NotNull @Valid Source source) {}
