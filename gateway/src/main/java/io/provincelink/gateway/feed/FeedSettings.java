package io.provincelink.gateway.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the services are asked for changes, and how many may wait for them. */
@ConfigMapping(prefix = "provincelink.gateway.feed")
public interface FeedSettings {

    /** How long a service may take for its share of a page; who takes longer is left out of it, and nothing of it is lost. */
    @WithDefault("5s")
    Duration deadline();

    /** How long the services are left alone between two looks at whether anything happened, while anybody waits. */
    @WithDefault("500ms")
    Duration pause();

    /** How many may wait at a time. */
    @WithDefault("1000")
    int mostWaiting();

    /** How many of them may be one caller's: a client's or person's, else an address's. */
    @WithDefault("20")
    int mostWaitingEach();

    /** When something happened, how many of those who wait are asked for at a time. */
    @WithDefault("8")
    int askedAtOnce();
}
