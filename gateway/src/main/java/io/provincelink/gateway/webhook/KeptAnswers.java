package io.provincelink.gateway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.gateway.store.Store;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Answers a POST once per Idempotency-Key, client and path, for 24 hours, in the write's own transaction; as the services do, but sealed, as
 * an answer may show a secret.
 */
@Singleton
class KeptAnswers {

    static final Duration KEPT = Duration.ofHours(24);
    private static final int LONGEST_KEY = 200;

    // A second writer with the same key waits here for the first one's commit.
    private static final String CLAIM = """
            insert into idempotency_key (id, body_hash, at) values (?, ?, ?)
            on conflict (id) do update set body_hash = excluded.body_hash, at = excluded.at, answer = null
             where idempotency_key.at < ?
            """;

    private final ObjectMapper json;
    private final Today today;
    private final Seal seal;

    KeptAnswers(ObjectMapper json, Today today, Seal seal) {
        this.json = json;
        this.today = today;
        this.seal = seal;
    }

    /**
     * What was asked.
     *
     * @param key the header, null without one
     */
    record Asked(Caller caller, String path, @Nullable String key, Object body) {}

    /** What is answered, in a form that can be kept. */
    record Answer<V>(
            int status, @Nullable String location, @Nullable String tag, V view) {

        RestResponse<V> response() {
            RestResponse.ResponseBuilder<V> response = RestResponse.ResponseBuilder.create(
                            RestResponse.Status.fromStatusCode(status), view)
                    .header("Cache-Control", "no-store");
            if (location != null) {
                response.header("Location", location);
            }
            if (tag != null) {
                response.header("ETag", tag);
            }
            return response.build();
        }
    }

    /**
     * Does it, or answers as it was answered before.
     *
     * @throws ProblemException 422 when the key came with another body before
     */
    <V> Answer<V> once(Connection connection, Asked asked, Class<V> view, Store.Work<Answer<V>> write)
            throws SQLException {
        String key = asked.key();
        if (key == null) {
            return write.in(connection);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw ProblemException.invalid(Fault.at("Idempotency-Key:", "too-many", LONGEST_KEY));
        }
        Caller caller = asked.caller();
        String unit = caller.unit() == null ? "" : caller.unit().key();
        String id = hash(String.join("\n", caller.issuer(), caller.client(), unit, asked.path(), key));
        String body = hash(write(asked.body()));
        if (!claim(connection, id, body)) {
            return kept(connection, id, body, view);
        }
        Answer<V> answer = write.in(connection);
        keep(connection, id, answer);
        return answer;
    }

    private boolean claim(Connection connection, String id, String body) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setString(1, id);
            statement.setString(2, body);
            statement.setTimestamp(3, Timestamp.from(today.now()));
            statement.setTimestamp(4, Timestamp.from(today.now().minus(KEPT)));
            return statement.executeUpdate() == 1;
        }
    }

    private void keep(Connection connection, String id, Answer<?> answer) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update idempotency_key set answer = ? where id = ?")) {
            statement.setBytes(1, seal.close(write(answer).getBytes(StandardCharsets.UTF_8), id));
            statement.setString(2, id);
            statement.executeUpdate();
        }
    }

    private <V> Answer<V> kept(Connection connection, String id, String body, Class<V> view) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select body_hash, answer from idempotency_key where id = ?")) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("key gone while it was looked up");
                }
                if (!body.equals(row.getString(1))) {
                    throw ProblemException.of(CommonProblem.KEY_REUSED);
                }
                return read(seal.open(row.getBytes(2), id), view);
            }
        }
    }

    private <V> Answer<V> read(byte[] written, Class<V> view) {
        try {
            JsonNode answer = json.readTree(written);
            return new Answer<>(
                    answer.path("status").asInt(),
                    answer.path("location").textValue(),
                    answer.path("tag").textValue(),
                    json.treeToValue(answer.path("view"), view));
        } catch (IOException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException notSerializable) {
            throw new IllegalStateException(notSerializable);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
