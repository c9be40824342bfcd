package io.provincelink.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How many requests are taken of one caller. */
@ConfigMapping(prefix = "provincelink.gateway.limits")
public interface LimitSettings {

    Client client();

    Anonymous anonymous();

    /** Where more than one gateway keeps count together, such as {@code redis://host:6379}; else each keeps its own. */
    Optional<String> redis();

    /** How long Redis may take; without its answer the gateway goes by its own count. */
    @WithDefault("200ms")
    Duration redisPatience();

    /** Of one client with a token: as many at once, and as many again in the window, evenly. */
    interface Client extends Rate {
        @Override
        @WithDefault("3000")
        int requests();

        @Override
        @WithDefault("60s")
        Duration window();
    }

    /** Of one address without a token; behind it may be a whole network of phones. */
    interface Anonymous extends Rate {
        @Override
        @WithDefault("1500")
        int requests();

        @Override
        @WithDefault("60s")
        Duration window();
    }

    /** So many requests in so long. */
    interface Rate {
        int requests();

        Duration window();
    }
}
