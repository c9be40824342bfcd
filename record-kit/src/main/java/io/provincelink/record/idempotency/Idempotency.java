package io.provincelink.record.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Runs a POST once per Idempotency-Key, issuer, client, method and path, for 24 hours. The key and the answer are written in the write's
 * own transaction, so there is never one without the other; an error rolls both back and is not kept.
 */
@RequestScoped
public class Idempotency {

    static final Duration KEPT = Duration.ofHours(24);

    // A second writer with the same key waits here for the first one's commit.
    private static final String CLAIM = """
            insert into idempotency_key (id, key, body_hash, at)
            values (:id, :key, :hash, :at)
            on conflict (id) do update
               set body_hash = excluded.body_hash, at = excluded.at, status = null
             where idempotency_key.at < :expired
            """;

    private final EntityManager entities;
    private final ObjectMapper json;
    private final Today today;
    private final ExpiredKeys expired;

    @Context
    HttpHeaders headers;

    @Context
    Request request;

    @Context
    UriInfo uri;

    public Idempotency(EntityManager entities, ObjectMapper json, Today today, ExpiredKeys expired) {
        this.entities = entities;
        this.json = json;
        this.today = today;
        this.expired = expired;
    }

    /**
     * @param body what the client sent; the same content written differently is the same body
     * @param write does the work, within the present transaction
     * @throws ProblemException 422 when the key came with another body before
     */
    public <V> RestResponse<V> once(Caller caller, Object body, Class<V> view, Supplier<Answer<V>> write) {
        String key = headers.getHeaderString("Idempotency-Key");
        if (key == null) {
            return write.get().response();
        }
        if (key.isBlank() || key.length() > 200) {
            throw ProblemException.invalid(Fault.at("Idempotency-Key:", "too-many", 200));
        }
        String id = hash(String.join(
                "\n",
                caller.issuer(),
                client(caller),
                request.getMethod(),
                uri.getRequestUri().getPath(),
                key));
        // two addresses that differ in the query alone are different requests under one key
        String hash = hash(uri.getRequestUri().getRawQuery() + "\n" + write(body));
        expired.forget();
        if (!claim(id, key, hash)) {
            return replay(id, hash, view).response();
        }
        Answer<V> answer = write.get();
        keep(id, answer);
        return answer.response();
    }

    /** A client that acts for another unit by now does not get the answer that it got for the former one. */
    private static String client(Caller caller) {
        return caller.unit() == null
                ? caller.client()
                : caller.client() + " " + caller.unit().key();
    }

    private boolean claim(String id, String key, String hash) {
        return entities.createNativeQuery(CLAIM)
                        .setParameter("id", id)
                        .setParameter("key", key)
                        .setParameter("hash", hash)
                        .setParameter("at", Timestamp.from(today.now()))
                        .setParameter("expired", Timestamp.from(today.now().minus(KEPT)))
                        .executeUpdate()
                == 1;
    }

    private void keep(String id, Answer<?> answer) {
        entities.createNativeQuery(
                        "update idempotency_key set status = :status, headers = :headers, body = :body where id = :id")
                .setParameter("status", answer.status())
                .setParameter("headers", write(answer.headers()))
                .setParameter("body", write(answer.view()))
                .setParameter("id", id)
                .executeUpdate();
    }

    private <V> Answer<V> replay(String id, String hash, Class<V> view) {
        Optional<?> kept = entities.createNativeQuery(
                        "select body_hash, status, headers, body from idempotency_key where id = :id", Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
        Object[] row = (Object[]) kept.orElseThrow(() -> new IllegalStateException("key gone while it was replayed"));
        if (!hash.equals(row[0])) {
            throw ProblemException.of(CommonProblem.KEY_REUSED);
        }
        try {
            Map<String, String> keptHeaders = json.readValue((String) row[2], new TypeReference<>() {});
            return new Answer<>((Integer) row[1], keptHeaders, json.readValue((String) row[3], view));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
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
