package io.provincelink.kit.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often the identity server is asked for its keys, beside each time that a token names one which is not known. */
@ConfigMapping(prefix = "provincelink.identity")
public interface IdentitySettings {

    /** So long a key that was taken away may still be taken for good, while no token of a newer one comes. */
    @WithDefault("5m")
    Duration keysFor();

    /** How often a server that did not answer is asked again. */
    @WithDefault("5s")
    Duration askAgain();
}
