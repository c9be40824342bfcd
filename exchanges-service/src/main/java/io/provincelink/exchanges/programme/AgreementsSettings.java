package io.provincelink.exchanges.programme;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where agreements-service is, whose public feed tells the periods of programmes. */
@ConfigMapping(prefix = "provincelink.agreements")
public interface AgreementsSettings {

    /** Without it no programme is known, and nothing is said about periods outside one. */
    Optional<URI> url();

    /** For one answer. */
    @WithDefault("10s")
    Duration timeout();

    /** Between two questions for news. */
    @WithDefault("10s")
    Duration pause();
}
