package io.provincelink.agreements.iati;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How this installation appears in IATI. */
@ConfigMapping(prefix = "iati")
public interface IatiSettings {

    /**
     * Prefix of the organisation identifiers of the bodies that report, which the region's code follows. Who publishes to the IATI
     * registry sets the identifier that the registry gave it.
     */
    @WithDefault("PROVINCELINK")
    String publisher();
}
