package io.provincelink.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls the application under test over HTTP. Immutable: {@link #as}, {@link #with} give another one. Every call is checked against
 * the committed contract when {@link Contract} is set.
 */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final @Nullable Contract contract;
    private final Map<String, String> headers;

    private Api(@Nullable Contract contract, Map<String, String> headers) {
        this.contract = contract;
        this.headers = headers;
    }

    /** Anonymous calls, checked against {@code openapi/openapi.yaml} of the module under test. */
    public static Api checked() {
        return new Api(Contract.committed(), Map.of());
    }

    /** Anonymous calls that no contract describes. */
    public static Api unchecked() {
        return new Api(null, Map.of());
    }

    /** With a valid token of a person of this region with these roles. */
    public Api as(String region, String... roles) {
        return bearing(Tokens.of(region, roles));
    }

    public Api bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(contract, more);
    }

    public Answer get(String path) {
        return call("GET", path, null, null);
    }

    public Answer post(String path, Object body) {
        return call("POST", path, "application/json", json(body));
    }

    public Answer put(String path, Object body) {
        return call("PUT", path, "application/json", json(body));
    }

    public Answer patch(String path, Object body) {
        return call("PATCH", path, "application/merge-patch+json", json(body));
    }

    public Answer delete(String path) {
        return call("DELETE", path, null, null);
    }

    /** Sends the body as it is, well-formed or not. */
    public Answer send(String method, String path, String contentType, String body) {
        return send(method, path, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes that may be no text at all. */
    public Answer send(String method, String path, String contentType, byte[] body) {
        return call(method, path, contentType, body);
    }

    private Answer call(String method, String path, @Nullable String contentType, byte @Nullable [] body) {
        RequestSpecification request =
                RestAssured.given().urlEncodingEnabled(false).headers(headers);
        if (contentType != null) {
            request = request.contentType(contentType);
        }
        if (body != null) {
            request = request.body(body);
        }
        if (contract != null) {
            request = request.filter(contract);
        }
        Response response = request.request(method, path);
        return new Answer(response.statusCode(), response);
    }

    private static byte[] json(Object body) {
        try {
            return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException notSerializable) {
            throw new IllegalStateException(notSerializable);
        }
    }

    /** What came back. */
    public record Answer(int status, Response response) {

        /** @throws AssertionError showing the answer when the status is another one */
        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + " but got " + status + ": " + response.asString());
            }
            return this;
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.asByteArray());
            } catch (java.io.IOException notJson) {
                throw new AssertionError("not JSON: " + response.asString(), notJson);
            }
        }

        /** The text at a JSON pointer, {@code /period/from}; "null" where nothing is. */
        public String at(String pointer) {
            return json().at(pointer).asText("null");
        }

        public @Nullable String header(String name) {
            return response.header(name);
        }

        public String etag() {
            String tag = response.header("ETag");
            if (tag == null) {
                throw new AssertionError("no ETag");
            }
            return tag;
        }
    }
}
