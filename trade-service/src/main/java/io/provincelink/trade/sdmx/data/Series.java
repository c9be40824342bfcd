package io.provincelink.trade.sdmx.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Observations that have all but the time in common.
 *
 * @param key a code for each dimension of the flow
 * @param attributes in the order of the structure
 */
record Series(List<String> key, List<String> attributes, List<Observation> observations) {

    /**
     * What was observed in one period.
     *
     * @param value decimal, in units of the currency
     * @param attributes in the order of the structure; null for one that it has not
     */
    record Observation(String period, String value, List<@Nullable String> attributes) {}
}
