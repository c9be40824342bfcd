package io.provincelink.gateway;

import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL with the gateway's own database, which can be taken away, and a token by which the services know the gateway. */
public final class OwnDatabase implements QuarkusTestResourceLifecycleManager {

    private static @Nullable EmbeddedPostgres server;
    private @Nullable Path token;

    @Override
    public Map<String, String> start() {
        try {
            server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
            run("create role gateway login password 'secret'", "create database gateway owner gateway");
            token = Files.createTempFile("gateway", ".jwt");
            Files.writeString(token, Tokens.of("XB", "courier") + "\n");
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("provincelink.gateway.store.url", server.getJdbcUrl("gateway", "gateway"));
        settings.put("provincelink.gateway.store.password", "secret");
        settings.put("provincelink.gateway.store.first-look", "0s");
        settings.put("provincelink.gateway.store.again", "200ms");
        settings.put("provincelink.gateway.identity.token-file", token.toString());
        settings.put("provincelink.gateway.destinations.allowed", "127.0.0.1/32");
        settings.put("provincelink.gateway.audit.pause", "100ms");
        settings.put("provincelink.gateway.audit.together", "2s");
        String webhooks = "provincelink.gateway.webhooks.";
        settings.put(webhooks + "key", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put(webhooks + "pause", "100ms");
        settings.put(webhooks + "after-failure", "300ms");
        settings.put(webhooks + "timeout", "1s");
        settings.put(webhooks + "lease", "3s");
        settings.put(webhooks + "retries.first", "100ms");
        settings.put(webhooks + "retries.factor", "2");
        settings.put(webhooks + "retries.longest", "500ms");
        settings.put(webhooks + "retries.give-up-after", "4s");
        settings.put(webhooks + "most-per-unit", "3");
        return settings;
    }

    /** Nobody gets in any more, and whoever is in is thrown out. */
    public static void takeAway() {
        run(
                "alter role gateway nologin",
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'gateway'");
    }

    public static void bringBack() {
        run("alter role gateway login");
    }

    private static void run(String... commands) {
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void stop() {
        try {
            if (token != null) {
                Files.deleteIfExists(token);
            }
            if (server != null) {
                server.close();
            }
        } catch (IOException cannotStop) {
            throw new UncheckedIOException(cannotStop);
        }
    }
}
