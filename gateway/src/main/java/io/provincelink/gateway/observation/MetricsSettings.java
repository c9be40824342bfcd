package io.provincelink.gateway.observation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much the gateway counts for itself. */
@ConfigMapping(prefix = "provincelink.gateway.metrics")
public interface MetricsSettings {

    /** How many clients have series of their own; all others together are {@code other}. */
    @WithDefault("200")
    int clients();

    /** How many series of clients there may be in all. */
    @WithDefault("5000")
    int series();
}
