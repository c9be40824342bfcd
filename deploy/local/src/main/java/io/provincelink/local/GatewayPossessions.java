package io.provincelink.local;

import io.provincelink.local.directory.PrivateFile;
import io.provincelink.local.identity.Person;
import io.provincelink.local.identity.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What the gateway has of its own.
 *
 * @param token file with the token by which the services know it, renewed at each start
 * @param key that seals the secrets in its database, made once per data directory
 */
record GatewayPossessions(Path token, String key) {

    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final int KEY_BYTES = 32;

    /** Reads the key, or makes it, and writes a new token. */
    static GatewayPossessions in(Path secrets, Tokens tokens) {
        Path token = secrets.resolve("gateway.jwt");
        Person gateway = new Person("gateway", null, "ProvinceLink", List.of("courier"));
        PrivateFile.write(token, tokens.sign(gateway, LIFETIME) + "\n");
        Path key = secrets.resolve("webhook-key");
        if (!Files.exists(key)) {
            byte[] bytes = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(bytes);
            PrivateFile.write(key, Base64.getEncoder().encodeToString(bytes) + "\n");
        }
        return new GatewayPossessions(token, PrivateFile.read(key).strip());
    }

    Map<String, String> environment() {
        return Map.of(
                "PROVINCELINK_GATEWAY_IDENTITY_TOKEN_FILE", token.toString(), "PROVINCELINK_GATEWAY_WEBHOOKS_KEY", key);
    }
}
