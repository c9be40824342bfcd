package io.provincelink.kit.words;

import java.util.List;

/**
 * Something that a programme can aim at, that sources publish and that a service counts.
 *
 * @param counted how the service that publishes the indicator counts it
 */
public record Indicator(String code, Text title, String unit, Text counted) {

    public static Indicator of(KnownIndicator indicator, Text title, Text counted) {
        return new Indicator(indicator.code(), title, indicator.unit(), counted);
    }

    /** All indicators of one service. */
    public record Indicators(List<Indicator> items) {}
}
