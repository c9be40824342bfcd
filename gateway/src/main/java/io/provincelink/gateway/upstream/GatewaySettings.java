package io.provincelink.gateway.upstream;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the services are and how long the gateway waits for them. */
@ConfigMapping(prefix = "provincelink.gateway")
public interface GatewaySettings {

    Instance agreements();

    Instance exchanges();

    Instance trade();

    /** How long establishing a connection may take. */
    @WithDefault("2s")
    Duration connectTimeout();

    /**
     * How long a service may take for the head of its answer, counted from the end of the request; and how long a request may wait
     * for a connection.
     */
    @WithDefault("30s")
    Duration deadline();

    /**
     * How long nothing may come in the middle of a request or an answer. The reader of an answer may pause for longer: for that
     * {@code quarkus.http.idle-timeout} alone counts. It must be more than this, or a client that stops sending is cut off before it
     * is told why.
     */
    @WithDefault("60s")
    Duration silence();

    /** How many requests one service is given at a time; more of them queue. */
    @WithDefault("64")
    int connectionsPerService();

    /** The same for a file of trade figures, which may have to wait for the disk of the database. */
    @WithDefault("10m")
    Duration loadDeadline();

    /** The largest request body that is let through, documents and loads excepted. */
    @WithDefault("1M")
    MemorySize bodyLimit();

    /** The largest document of an agreement that is let through; the service has the same limit. */
    @WithDefault("20M")
    MemorySize documentLimit();

    /** The largest file of trade figures that is let through; the service has the same limit. */
    @WithDefault("1G")
    MemorySize loadLimit();

    Composition composition();

    /** One service. */
    interface Instance {
        /** Scheme, host and port, such as {@code http://127.0.0.1:8081}. */
        URI url();
    }

    /** Answers that are put together out of several services. */
    interface Composition {
        /** How long such an answer may take in all. */
        @WithDefault("2s")
        Duration deadline();

        /** The largest part that is read. */
        @WithDefault("4M")
        MemorySize partLimit();
    }
}
