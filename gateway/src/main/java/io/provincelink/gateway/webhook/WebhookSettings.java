package io.provincelink.gateway.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How webhooks are kept and served. */
@ConfigMapping(prefix = "provincelink.gateway.webhooks")
public interface WebhookSettings {

    /** 32 bytes in Base64, the same for all instances, that seal the secrets in the database. Without it there are no webhooks. */
    Optional<String> key();

    /** What stands as {@code source} in every event. */
    @WithDefault("urn:provincelink")
    String source();

    /** How often an instance looks for changes and for what is due. */
    @WithDefault("1s")
    Duration pause();

    /** How long a feed that could not be read is left alone. */
    @WithDefault("10s")
    Duration afterFailure();

    /** How long a receiver may take for its answer. */
    @WithDefault("15s")
    Duration timeout();

    /** After how long a message is sent again that somebody began to send and never came to an end with; more than the timeout. */
    @WithDefault("30s")
    Duration lease();

    Retries retries();

    /** How many messages are on their way to one receiver at a time; to one that fails, a single one. */
    @WithDefault("4")
    int atOnceEach();

    /** How many are on their way to all receivers. */
    @WithDefault("200")
    int atOnce();

    @WithDefault("50")
    int mostPerUnit();

    /** How long an old secret goes on signing beside a new one. */
    @WithDefault("24h")
    Duration rotation();

    /** How long the log tells of what arrived. */
    @WithDefault("7d")
    Duration keepDelivered();

    /** How long what was given up can be sent once more. */
    @WithDefault("30d")
    Duration keepDead();

    /** When a message is tried again. */
    interface Retries {

        @WithDefault("5s")
        Duration first();

        /** How much longer each pause is than the one before. */
        @WithDefault("4")
        int factor();

        @WithDefault("10h")
        Duration longest();

        /** For how long a receiver that asks for it by {@code Retry-After} is left alone at most. */
        @WithDefault("1h")
        Duration longestRest();

        /** How long it is tried at all. */
        @WithDefault("3d")
        Duration giveUpAfter();
    }
}
