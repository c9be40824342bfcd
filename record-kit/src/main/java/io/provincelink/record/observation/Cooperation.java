package io.provincelink.record.observation;

import io.provincelink.kit.words.Period;
import java.util.List;

/** What recorded figures are counted for: everything that these parties, or units inside them, did together in these days. */
public record Cooperation(List<String> parties, Period period) {}
