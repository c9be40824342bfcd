package io.provincelink.gateway.credential;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the gateway's own token, whose role is {@code courier}, comes from: a file, or else an OIDC server. */
@ConfigMapping(prefix = "provincelink.gateway.identity")
public interface OwnTokenSettings {

    /** A file with a token; whoever renews it writes it anew. */
    Optional<String> tokenFile();

    /** An OIDC server that gives tokens to the gateway as a client of its own, by client credentials. */
    Optional<Server> oidc();

    /** The server and what it knows the gateway by. */
    interface Server {
        /** Its address, below which it describes itself. */
        String url();

        String clientId();

        String clientSecret();
    }
}
