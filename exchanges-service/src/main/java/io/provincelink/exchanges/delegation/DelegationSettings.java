package io.provincelink.exchanges.delegation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** How delegations are kept. */
@ConfigMapping(prefix = "provincelink.delegations")
public interface DelegationSettings {

    Members members();

    /** Personal data of who travels. */
    interface Members {
        /** How long after the return they are kept. */
        @WithDefault("P5Y")
        Period retention();
    }
}
