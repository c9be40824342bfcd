package io.provincelink.agreements.donation;

import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** What was given, and how much of it. */
public record DonationItem(
        @NotNull @Valid Text what, @NotNull @Valid Figure figure) {}
