package io.provincelink.gateway.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where the gateway's own database is. Without an address there is none, and nothing that needs it. */
@ConfigMapping(prefix = "provincelink.gateway.store")
public interface StoreSettings {

    /** Address for JDBC, such as {@code jdbc:postgresql://127.0.0.1:5432/gateway}. */
    Optional<String> url();

    @WithDefault("gateway")
    String username();

    /** Of that role; none where the server asks for none. */
    Optional<String> password();

    /** How long after its start the gateway looks for it first: the services have the machine for themselves until then. */
    @WithDefault("3s")
    Duration firstLook();

    /** How long it waits between two attempts to reach it. */
    @WithDefault("2s")
    Duration again();

    @WithDefault("6")
    int connections();
}
