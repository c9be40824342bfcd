package io.provincelink.gateway.destination;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Exceptions from what the gateway may send to. */
@ConfigMapping(prefix = "provincelink.gateway.destinations")
public interface TargetSettings {

    /**
     * Blocks of addresses that are not public and may be sent to all the same, also without TLS: for tests, and for receivers within one's
     * own network. None unless set.
     */
    Optional<List<String>> allowed();

    /** A file with the certificates (PEM) of the authorities to be trusted instead of those that the machine trusts. */
    Optional<String> trusted();
}
