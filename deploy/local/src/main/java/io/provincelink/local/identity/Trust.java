package io.provincelink.local.identity;

import java.net.URI;
import java.util.Map;

/**
 * Whose tokens the applications accept.
 *
 * @param settings that say so to each of them
 */
public record Trust(Map<String, String> settings) {

    private static final String AUDIENCE = "QUARKUS_OIDC_TOKEN_AUDIENCE";

    /** Those that this data directory's key has signed. */
    public static Trust inKeyOf(Tokens tokens) {
        return new Trust(Map.of(
                "QUARKUS_OIDC_PUBLIC_KEY",
                tokens.key().publicKeyBase64(),
                "QUARKUS_OIDC_TOKEN_ISSUER",
                tokens.issuer(),
                AUDIENCE,
                Tokens.AUDIENCE));
    }

    /** Those of an OIDC server, which says its issuer and its keys itself. */
    public static Trust in(URI server) {
        return new Trust(Map.of("QUARKUS_OIDC_AUTH_SERVER_URL", server.toString(), AUDIENCE, Tokens.AUDIENCE));
    }
}
