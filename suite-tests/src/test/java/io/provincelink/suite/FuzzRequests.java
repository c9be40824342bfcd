package io.provincelink.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.suite.PreparedRequests.Place;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes up requests to operations: out of their schemas, or out of a good one that is spoilt in one place. */
final class FuzzRequests {

    private static final String EVERYTHING_OF_ONE = "VN.12 reader editor approver statistician";

    /** Sample people, and people of the two sides that the good bodies are of. */
    private static final List<String> PEOPLE = List.of(
            "ha-giang-approver",
            "tuyen-quang-editor",
            "admin",
            "VN.12 reader",
            "VN.12 reader editor",
            EVERYTHING_OF_ONE,
            EVERYTHING_OF_ONE,
            EVERYTHING_OF_ONE,
            EVERYTHING_OF_ONE,
            EVERYTHING_OF_ONE,
            EVERYTHING_OF_ONE,
            EVERYTHING_OF_ONE,
            "CN.532500 reader editor approver statistician",
            "CN.532500 reader editor approver statistician");

    private static final List<String> ACCEPTED = List.of(
            "text/csv", "application/x-ndjson", "application/xml", "application/json;q=0.1", "image/png", "a", "*/*");

    private static final List<String> METHODS = List.of("GET", "PUT", "POST", "PATCH", "DELETE", "OPTIONS", "HEAD");

    private final Values values;
    private final Known known;
    private final PreparedRequests prepared;
    private final Map<String, JsonNode> drafts = PreparedRequests.drafts();
    private final Map<String, Place> places;

    /** @param places where there is a record for an operation, by its name; shared by all senders */
    FuzzRequests(Values values, Known known, PreparedRequests prepared, Map<String, Place> places) {
        this.values = values;
        this.known = known;
        this.prepared = prepared;
        this.places = places;
    }

    FuzzRequest next(Operation operation) {
        StringBuilder query = new StringBuilder();
        Map<String, String> headers = new LinkedHashMap<>();
        Map<String, String> place = values.chance(75) ? place(operation) : Map.of();
        String[] path = {operation.path()};
        operation.parameters().forEach(parameter -> {
            String name = parameter.path("name").asText();
            switch (parameter.path("in").asText()) {
                case "path" -> {
                    String value = place.containsKey(name) && values.chance(95)
                            ? place.get(name)
                            : pathValue(operation, parameter);
                    path[0] = path[0].replace("{" + name + "}", encoded(value));
                }
                case "query" -> {
                    if (values.chance(parameter.path("required").asBoolean() ? 95 : 25)) {
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(encoded(name))
                                .append('=')
                                .append(encoded(values.text(name, parameter.path("schema"))));
                    }
                }
                default -> {
                    if (values.chance(60)) {
                        headers.put(name, values.text(name, parameter.path("schema")));
                    }
                }
            }
        });
        if (headers.containsKey("If-Match") && values.chance(85)) {
            headers.put("If-Match", values.chance(50) ? "*" : known.tag(path[0]));
        }
        byte[] body = body(operation, headers);
        negotiate(headers);
        headers.replaceAll((name, value) -> value.replaceAll("[^ -~]", "?"));
        String method = values.chance(1) ? values.oneOf(METHODS) : operation.method();
        String person = values.chance(10) ? null : values.oneOf(PEOPLE);
        return new FuzzRequest(method, path[0] + query, person, headers, body);
    }

    /** Where there is a record for the operation; now and then a new one, as others are changed and taken back. */
    private Map<String, String> place(Operation operation) {
        if (!places.containsKey(operation.name()) || values.chance(operation.isRead() ? 2 : 15)) {
            try {
                places.put(operation.name(), prepared.place(operation));
            } catch (AssertionError takenByOthers) {
                places.putIfAbsent(operation.name(), new Place(Map.of()));
            }
        }
        return places.get(operation.name()).values();
    }

    private void negotiate(Map<String, String> headers) {
        if (values.chance(30)) {
            headers.put("Accept-Language", values.oneOf(List.of("vi", "zh-CN", "en", "fr", "*;q=x", "")));
        }
        if (values.chance(5)) {
            headers.put("Accept", values.oneOf(ACCEPTED));
        }
    }

    private String pathValue(Operation operation, JsonNode parameter) {
        String name = parameter.path("name").asText();
        boolean ofRecord = operation.path().contains("/" + operation.collection() + "/{" + name + "}");
        String value = values.chance(ofRecord ? 85 : 50)
                ? values.key(operation.collection())
                : values.text(name, parameter.path("schema"));
        return value.isEmpty() ? "x" : value;
    }

    private byte[] body(Operation operation, Map<String, String> headers) {
        JsonNode bodies = operation.bodies();
        if (bodies.isEmpty()) {
            return new byte[0];
        }
        List<String> types = new ArrayList<>();
        bodies.fieldNames().forEachRemaining(types::add);
        String type = values.oneOf(types);
        headers.put("Content-Type", values.chance(3) ? "text/plain" : type.contains("*") ? "application/pdf" : type);
        String text = type.endsWith("json") ? json(operation, bodies.path(type).path("schema")) : file(operation);
        if (values.chance(2)) {
            text = text.substring(0, text.length() / 2);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String file(Operation operation) {
        JsonNode draft = drafts.get(operation.name());
        String good = draft == null
                ? values.strange()
                : PreparedRequests.filledIn(draft.asText(), prepared.numbered(1_000 + values.below(250)));
        int at = values.below(good.length() + 1);
        return values.chance(30) ? good : good.substring(0, at) + values.strange() + good.substring(at);
    }

    private String json(Operation operation, JsonNode schema) {
        JsonNode draft = drafts.get(operation.name());
        if (draft == null || values.chance(35)) {
            return values.value("", schema, 0).toString();
        }
        JsonNode body = draft.deepCopy();
        if (body instanceof ObjectNode object && values.chance(80)) {
            spoil(object);
        }
        Map<String, String> filling = new LinkedHashMap<>(prepared.numbered(1_000 + values.below(250)));
        filling.put("organisation", values.key("organisations"));
        return PreparedRequests.filledIn(body.toString(), filling);
    }

    /** Puts something else into one place of a good body, or takes it away. */
    private void spoil(ObjectNode body) {
        JsonNode at = body;
        while (true) {
            List<JsonNode> inner = new ArrayList<>();
            at.forEach(child -> {
                if (child.isContainerNode() && !child.isEmpty()) {
                    inner.add(child);
                }
            });
            if (inner.isEmpty() || values.chance(40)) {
                break;
            }
            at = values.oneOf(inner);
        }
        if (at instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = values.oneOf(names);
            switch (values.below(4)) {
                case 0 -> object.remove(name);
                case 1 -> object.putNull(name);
                case 2 -> object.put(name, values.text(name, object.objectNode()));
                default -> object.set(name, values.wrong());
            }
        } else if (at instanceof ArrayNode array && !array.isEmpty()) {
            int index = values.below(array.size());
            switch (values.below(3)) {
                case 0 -> array.remove(index);
                case 1 -> array.add(array.get(index).deepCopy());
                default -> array.set(index, values.wrong());
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
