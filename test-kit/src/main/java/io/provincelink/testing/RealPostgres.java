package io.provincelink.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL for the test run, on a free port, gone with it; and the public key of {@link Tokens}. */
public final class RealPostgres implements QuarkusTestResourceLifecycleManager {

    private @Nullable EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        try {
            server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
        Map<String, String> settings = new HashMap<>();
        database("quarkus.datasource", server.getJdbcUrl("postgres", "postgres"), settings);
        settings.put("quarkus.oidc.public-key", Tokens.publicKey());
        settings.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
        if (Thread.currentThread().getContextClassLoader().getResource("db/keys") != null) {
            database("quarkus.datasource.keys", keys(server), settings);
        }
        return settings;
    }

    private static void database(String prefix, String url, Map<String, String> settings) {
        settings.put(prefix + ".jdbc.url", url);
        settings.put(prefix + ".username", "postgres");
        settings.put(prefix + ".password", "postgres");
    }

    /** The second database of a service that has one. */
    private static String keys(EmbeddedPostgres server) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database keys");
            return server.getJdbcUrl("postgres", "keys");
        } catch (SQLException cannotMake) {
            throw new IllegalStateException(cannotMake);
        }
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException cannotStop) {
            throw new UncheckedIOException(cannotStop);
        }
    }
}
