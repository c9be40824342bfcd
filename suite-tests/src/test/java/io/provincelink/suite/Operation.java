package io.provincelink.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One operation of the contract.
 *
 * @param path with its parameters in braces
 * @param description what the contract says of it
 */
record Operation(String method, String path, JsonNode description) {

    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete", "head");

    /** All operations of an OpenAPI document, in its order. */
    static List<Operation> of(JsonNode contract) {
        List<Operation> operations = new ArrayList<>();
        contract.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> operations.add(
                        new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    String name() {
        return method + " " + path;
    }

    String tag() {
        return description.at("/tags/0").asText();
    }

    /** The path's word after {@code /api/v1/}. */
    String collection() {
        return path.replaceFirst("^/api/v1/", "").replaceFirst("/.*", "");
    }

    boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }

    Stream<JsonNode> parameters() {
        return StreamSupport.stream(description.path("parameters").spliterator(), false);
    }

    /** Media types of the request's body and their schemas. */
    JsonNode bodies() {
        return description.at("/requestBody/content");
    }

    /** What the contract says of an answer with this status; missing where it says nothing. */
    JsonNode response(int status) {
        return description.path("responses").path(String.valueOf(status));
    }
}
