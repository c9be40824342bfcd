package io.provincelink.local;

import io.provincelink.local.directory.PrivateFile;
import io.provincelink.local.identity.Person;
import io.provincelink.local.identity.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway has of its own.
 *
 * @param token file with the token by which the services know it, renewed at each start; null where an identity server gives tokens, and
 *     whoever starts the suite says how the gateway gets one of them
 * @param key that seals the secrets in its database, made once per data directory
 */
record GatewayPossessions(@Nullable Path token, String key) {

    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final int KEY_BYTES = 32;

    /** Reads the key, or makes it, and writes a new token where the launcher signs them. */
    static GatewayPossessions in(Path secrets, @Nullable Tokens tokens) {
        Path key = secrets.resolve("webhook-key");
        if (!Files.exists(key)) {
            byte[] bytes = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(bytes);
            PrivateFile.write(key, Base64.getEncoder().encodeToString(bytes) + "\n");
        }
        return new GatewayPossessions(
                tokens == null ? null : token(secrets, tokens),
                PrivateFile.read(key).strip());
    }

    private static Path token(Path secrets, Tokens tokens) {
        Path file = secrets.resolve("gateway.jwt");
        Person gateway = new Person("gateway", null, "ProvinceLink", List.of("courier"));
        PrivateFile.write(file, tokens.sign(gateway, LIFETIME) + "\n");
        return file;
    }

    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PROVINCELINK_GATEWAY_WEBHOOKS_KEY", key);
        if (token != null) {
            environment.put("PROVINCELINK_GATEWAY_IDENTITY_TOKEN_FILE", token.toString());
        }
        return environment;
    }
}
