package io.provincelink.trade.gate;

import io.provincelink.kit.words.RegionCode;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** One side of a gate: the unit that it lies in, and its name there. */
public record GateSide(
        @NotNull @RegionCode String region, @NotNull @Valid Text name) {}
