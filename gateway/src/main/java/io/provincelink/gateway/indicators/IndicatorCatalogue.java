package io.provincelink.gateway.indicators;

import io.provincelink.kit.words.Indicator;
import java.util.List;

/**
 * All indicators that there are.
 *
 * @param unavailable services that did not answer in time; their indicators are missing
 */
public record IndicatorCatalogue(List<Indicator> items, List<String> unavailable) {}
