package io.provincelink.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the contract says beyond those of the applications: the text at its beginning, the order of its tags, and what the door adds to
 * every answer.
 */
final class ContractHead {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete", "head");
    /** For those who read it from the top. */
    private static final List<String> ORDER = List.of("openapi", "info", "servers", "tags", "x-tagGroups", "paths");

    private static final List<String> ADDED = List.of("Problem429", "Problem500");
    private static final List<String> LIMITS = List.of("RateLimit", "RateLimit-Policy");

    private final ObjectNode head;

    ContractHead(ObjectNode head) {
        this.head = head;
    }

    /** @throws IllegalStateException naming the tags that have no place in the table of contents, or no operation */
    void over(ObjectNode contract) {
        checkTags(contract);
        head.properties().stream()
                .filter(part -> !Set.of("info", "components").contains(part.getKey()))
                .forEach(part -> contract.set(part.getKey(), part.getValue()));
        contract.withObject("/info").setAll((ObjectNode) head.path("info"));
        head.path("components").properties().forEach(section -> contract.withObject("/components/" + section.getKey())
                .setAll((ObjectNode) section.getValue().deepCopy()));
        tellOfProblems(contract);
        operations(contract).forEach(ContractHead::answers);
        contract.at("/components/responses").properties().stream()
                .filter(response -> !response.getKey().matches(".*5\\d\\d"))
                .forEach(response -> limits((ObjectNode) response.getValue()));
        ObjectNode whole = contract.deepCopy();
        contract.removeAll();
        ORDER.forEach(part -> contract.set(part, whole.path(part)));
        contract.setAll(whole);
    }

    static List<ObjectNode> operations(JsonNode contract) {
        List<ObjectNode> operations = new ArrayList<>();
        contract.path("paths").forEach(path -> path.properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> operations.add((ObjectNode) method.getValue())));
        return operations;
    }

    private void checkTags(ObjectNode contract) {
        Set<String> used = new TreeSet<>();
        operations(contract).forEach(operation -> operation.path("tags").forEach(tag -> used.add(tag.asText())));
        Set<String> told = new TreeSet<>(head.path("tags").findValuesAsText("name"));
        Set<String> grouped = new TreeSet<>();
        head.path("x-tagGroups").forEach(group -> group.path("tags").forEach(tag -> grouped.add(tag.asText())));
        if (!used.equals(told) || !used.equals(grouped)) {
            throw new IllegalStateException(
                    "head.yaml must name each tag, and once more in x-tagGroups; used: %s, named: %s, in groups: %s"
                            .formatted(used, told, grouped));
        }
    }

    private static void answers(ObjectNode operation) {
        Map<String, JsonNode> responses = new TreeMap<>();
        ObjectNode known = (ObjectNode) operation.path("responses");
        known.properties().forEach(response -> responses.put(response.getKey(), response.getValue()));
        for (String name : ADDED) {
            responses.putIfAbsent(
                    name.substring(name.length() - 3),
                    operation.objectNode().put("$ref", "#/components/responses/" + name));
        }
        responses.forEach((status, response) -> {
            if (!status.startsWith("5")) {
                limits((ObjectNode) response);
            }
        });
        known.removeAll();
        known.setAll(responses);
    }

    private static void limits(ObjectNode response) {
        if (!response.has("$ref")) {
            ObjectNode headers = response.withObject("/headers");
            LIMITS.forEach(name -> headers.putObject(name).put("$ref", "#/components/headers/" + name));
        }
    }

    /** A table of all types, for people; programs find them in {@code x-problems}. */
    private static void tellOfProblems(ObjectNode contract) {
        ArrayNode problems = contract.withArray("/x-problems");
        StringBuilder table = new StringBuilder(contract.at("/info/description").asText())
                .append(
                        "\n<details><summary>All of them, each after <code>urn:provincelink:problem:</code></summary>\n\n")
                .append("| | type | meaning |\n| --- | --- | --- |\n");
        problems.forEach(problem -> table.append("| %d | `%s` | %s |\n"
                .formatted(
                        problem.path("status").asInt(),
                        problem.path("type").asText().replaceFirst(".*:", ""),
                        problem.path("title").asText())));
        table.append("\n</details>\n");
        contract.withObject("/info").put("description", table.toString());
    }
}
