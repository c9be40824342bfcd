package io.provincelink.gateway.credential;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The gateway's own token as it is at present. A server that gives it is asked when it is first needed: nothing else waits for that. */
@Singleton
public class OwnToken {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How long before its end a token is not used any more. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final OwnTokenSettings settings;
    private final OidcClients clients;
    private @Nullable FileTime writtenAt;
    private String written = "";
    private @Nullable OidcClient client;
    private @Nullable Tokens given;

    public OwnToken(OwnTokenSettings settings, OidcClients clients) {
        this.settings = settings;
        this.clients = clients;
    }

    /**
     * The value of the header Authorization; on a thread that may wait.
     *
     * @throws IOException when there is no token
     */
    public synchronized String authorization() throws IOException {
        if (settings.tokenFile().isPresent()) {
            return "Bearer " + read(Path.of(settings.tokenFile().get()));
        }
        if (settings.oidc().isPresent()) {
            return "Bearer " + ask(settings.oidc().get());
        }
        throw new IOException("the gateway has no token of its own: provincelink.gateway.identity is not set");
    }

    private String read(Path file) throws IOException {
        FileTime now = Files.getLastModifiedTime(file);
        if (!now.equals(writtenAt)) {
            written = Files.readString(file).strip();
            writtenAt = now;
        }
        return written;
    }

    private String ask(OwnTokenSettings.Server server) throws IOException {
        try {
            if (client == null) {
                client = clients.newClient(config(server)).await().atMost(PATIENCE);
            }
            if (given == null || isAtItsEnd(given)) {
                given = client.getTokens().await().atMost(PATIENCE);
            }
            return given.getAccessToken();
        } catch (RuntimeException notNow) {
            throw new IOException("no token from " + server.url() + ": " + notNow.getMessage(), notNow);
        }
    }

    private static boolean isAtItsEnd(Tokens tokens) {
        Long end = tokens.getAccessTokenExpiresAt();
        return end != null && Instant.now().plus(SKEW).isAfter(Instant.ofEpochSecond(end));
    }

    private static OidcClientConfig config(OwnTokenSettings.Server server) {
        return OidcClientConfig.authServerUrl(server.url())
                .id("gateway")
                .clientId(server.clientId())
                .credentials(server.clientSecret())
                .earlyTokensAcquisition(false)
                .build();
    }
}
