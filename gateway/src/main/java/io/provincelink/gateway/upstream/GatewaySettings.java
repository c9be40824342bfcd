package io.provincelink.gateway.upstream;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Where the services are and how long the gateway waits for them. */
@ConfigMapping(prefix = "provincelink.gateway")
public interface GatewaySettings {

    Service agreements();

    Service exchanges();

    Service trade();

    Health health();

    Admission admission();

    Breaker breaker();

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

    /** How many connections one instance is given; answers that are still being read keep theirs. */
    @WithDefault("256")
    int connectionsPerInstance();

    /** The same for a file of trade figures, which may have to wait for the disk of the database. */
    @WithDefault("10m")
    Duration loadDeadline();

    /** How long the body of a request may take in all, documents and loads excepted. */
    @WithDefault("60s")
    Duration bodyTime();

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
    interface Service {
        /**
         * Scheme, host and port of each instance, comma separated, such as {@code http://127.0.0.1:8081}. A name stands for every
         * address that it has.
         */
        List<URI> url();
    }

    /** How the gateway learns which instances there are, and which of them are to be asked. */
    interface Health {
        /** How often each instance is asked whether it is ready. */
        @WithDefault("1s")
        Duration interval();

        /** How long it may take to say so. */
        @WithDefault("1s")
        Duration patience();

        /** How often names are looked up again. */
        @WithDefault("5s")
        Duration names();
    }

    /** How much a service is given to do, so that what it takes it can also answer. */
    interface Admission {
        /** How many requests an instance is given at a time; one counts until the head of its answer is there. */
        @WithDefault("24")
        int requestsPerInstance();

        /** How many requests to services one caller may have in progress, each until the end of its answer. */
        @WithDefault("100")
        int requestsPerCaller();

        /** The same for documents and files of trade figures, which come as slowly as their sender's network is. */
        @WithDefault("16")
        int uploadsPerInstance();

        /** How long a request may wait for its turn while now and then nobody waits. */
        @WithDefault("100ms")
        Duration patience();

        /** How long it may wait when there was always somebody waiting for as long as the patience. */
        @WithDefault("10ms")
        Duration patienceUnderLoad();
    }

    /** When a service is left alone for a while. */
    interface Breaker {
        /** How many of the last requests are looked at. */
        @WithDefault("20")
        int requests();

        /** The part of them that must have failed. */
        @WithDefault("0.5")
        double failures();

        /** After how long one request is let through to see whether it is well again. */
        @WithDefault("1s")
        Duration rest();
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
