package io.provincelink.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds answers against the contract: nothing fails, what is refused is refused with a problem, what is answered is as it says. */
final class AnswerCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What any operation may answer although the contract of none says so: it did not come to the operation. */
    private static final Set<Integer> AT_THE_DOOR = Set.of(405, 406, 413, 414, 415, 429, 431);

    private static final Pattern INSIDE =
            Pattern.compile("io\\.provincelink|io\\.quarkus|org\\.hibernate|PSQLException|\\bat java\\.");

    private final JsonNode contract;
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final SchemaValidatorsConfig settings =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    AnswerCheck(JsonNode contract) {
        this.contract = contract;
    }

    /** What is wrong with an answer; empty where nothing is. */
    Optional<String> fault(Operation operation, HttpResponse<byte[]> answer) {
        if (isOverload(answer)) {
            return Optional.empty();
        }
        if (answer.statusCode() >= 500 && answer.statusCode() != 501) {
            return Optional.of("the server's own fault");
        }
        try {
            return answer.statusCode() >= 400 ? refusalFault(operation, answer) : contentFault(operation, answer);
        } catch (IOException notJson) {
            return Optional.of("not JSON although it says so");
        }
    }

    /** Refused because there is too much to do, which says nothing about the request. */
    static boolean isOverload(HttpResponse<byte[]> answer) {
        return answer.statusCode() == 429
                || answer.statusCode() == 503 && text(answer).contains("urn:provincelink:problem:overloaded");
    }

    private Optional<String> refusalFault(Operation operation, HttpResponse<byte[]> answer) throws IOException {
        JsonNode described = described(operation, answer.statusCode());
        if (described.isMissingNode() && !AT_THE_DOOR.contains(answer.statusCode())) {
            return Optional.of("a refusal that the contract does not name");
        }
        String type = type(answer);
        if (!type.equals("application/problem+json")) {
            return described.path("content").has(type) ? Optional.empty() : Optional.of("no problem but " + type);
        }
        JsonNode problem = JSON.readTree(answer.body());
        boolean whole = problem.path("type").asText().startsWith("urn:provincelink:problem:")
                && !problem.path("title").asText().isBlank()
                && problem.path("status").asInt() == answer.statusCode();
        if (!whole) {
            return Optional.of("a problem that lacks something");
        }
        if (INSIDE.matcher(text(answer)).find()) {
            return Optional.of("a problem that shows what is inside");
        }
        JsonNode schema = contract.at("/components/schemas/Problem");
        return schema.isMissingNode() ? Optional.empty() : schemaFault("problem", schema, problem);
    }

    private Optional<String> contentFault(Operation operation, HttpResponse<byte[]> answer) throws IOException {
        JsonNode described = described(operation, answer.statusCode());
        if (described.isMissingNode()) {
            return Optional.of("a status that the contract does not name");
        }
        JsonNode content = described.path("content");
        if (answer.body().length == 0) {
            return Optional.empty();
        }
        if (content.isEmpty()) {
            return Optional.of("a body that the contract does not name");
        }
        String type = type(answer);
        JsonNode media = content.properties().stream()
                .filter(named -> withoutParameters(named.getKey()).equals(type))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(JSON.missingNode());
        if (media.isMissingNode()) {
            return content.has("*/*")
                    ? Optional.empty()
                    : Optional.of("a media type that the contract does not name: " + type);
        }
        return type.endsWith("json") && !type.endsWith("ndjson") && media.has("schema")
                ? schemaFault(
                        operation.name() + " " + answer.statusCode() + " " + type,
                        media.path("schema"),
                        JSON.readTree(answer.body()))
                : Optional.empty();
    }

    private JsonNode described(Operation operation, int status) {
        JsonNode response = operation.response(status);
        return response.has("$ref") ? contract.at(response.path("$ref").asText().substring(1)) : response;
    }

    private Optional<String> schemaFault(String name, JsonNode schema, JsonNode body) {
        JsonSchema checked = schemas.computeIfAbsent(name, first -> {
            var whole = JSON.createObjectNode();
            whole.set("components", contract.path("components"));
            whole.putArray("allOf").add(schema);
            return factory.getSchema(
                    SchemaLocation.of("urn:provincelink:contract:" + URLEncoder.encode(name, StandardCharsets.UTF_8)),
                    whole,
                    settings);
        });
        Set<ValidationMessage> faults = checked.validate(body);
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of("not as its schema says: "
                        + faults.stream()
                                .map(ValidationMessage::getMessage)
                                .sorted()
                                .limit(3)
                                .collect(Collectors.joining("; ")));
    }

    private static String type(HttpResponse<byte[]> answer) {
        return withoutParameters(answer.headers().firstValue("Content-Type").orElse(""));
    }

    private static String withoutParameters(String mediaType) {
        return mediaType.replaceFirst("\\s*;.*", "");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
