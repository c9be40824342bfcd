package io.provincelink.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Makes one OpenAPI document out of those of all applications. What stands in several of them must be the same in all, or the
 * merge fails; only a path of the gateway's own replaces a service's, because the gateway answers there itself.
 */
final class ContractMerge {

    /** Parts of composed answers, asked for by the gateway alone and closed to the outside. */
    private static final Set<String> INTERNAL = Set.of(
            "/api/v1/review-part",
            "/api/v1/partnership-part",
            "/api/v1/overview-part",
            "/api/v1/activity-part",
            "/api/v1/search-part");

    private static final String PROBLEMS = "x-problems";
    private static final String SCHEMA = "#/components/schemas/";

    private final ObjectNode merged;
    private final Set<String> ownPaths = new HashSet<>();
    private final List<String> clashes = new ArrayList<>();

    /** @param gateway the gateway's own contract, whose head the merged one takes */
    ContractMerge(ObjectNode gateway) {
        merged = gateway.deepCopy();
        prune(merged);
        merged.withObject("/paths").fieldNames().forEachRemaining(ownPaths::add);
    }

    ContractMerge add(String service, ObjectNode contract) {
        ObjectNode part = contract.deepCopy();
        if (!part.path("openapi").equals(merged.path("openapi"))) {
            clashes.add(service + ": another version of OpenAPI");
        }
        ObjectNode paths = part.withObject("/paths");
        paths.remove(INTERNAL);
        paths.remove(ownPaths);
        prune(part);
        union(service, "paths", merged.withObject("/paths"), paths);
        part.path("components").fields().forEachRemaining(section -> {
            if (section.getValue() instanceof ObjectNode more) {
                String name = section.getKey();
                union(service, name, merged.withObject("/components/" + name), more);
            }
        });
        addProblems(part.path(PROBLEMS));
        return this;
    }

    /** @throws IllegalStateException naming everything that differs between applications */
    ObjectNode result() {
        if (!clashes.isEmpty()) {
            throw new IllegalStateException("the contracts do not fit together: " + String.join("; ", clashes));
        }
        return merged;
    }

    private void union(String service, String section, ObjectNode into, ObjectNode more) {
        more.properties().forEach(entry -> {
            JsonNode present = into.get(entry.getKey());
            if (present == null) {
                into.set(entry.getKey(), entry.getValue());
            } else if (!present.equals(entry.getValue())) {
                clashes.add(section + " " + entry.getKey() + " of " + service + " differs");
            }
        });
    }

    /** Types of problems, by status and name. */
    private void addProblems(JsonNode more) {
        Map<String, JsonNode> known = new TreeMap<>();
        Stream.of(merged.path(PROBLEMS), more)
                .flatMap(problems -> StreamSupport.stream(problems.spliterator(), false))
                .forEach(problem -> known.put(
                        problem.path("status").asText() + problem.path("type").asText(), problem));
        merged.putArray(PROBLEMS).addAll(known.values());
    }

    /** Drops the schemas that no remaining path leads to, so that they cannot clash. */
    private static void prune(ObjectNode contract) {
        JsonNode all = contract.path("components").path("schemas");
        if (!(all instanceof ObjectNode schemas)) {
            return;
        }
        Set<String> reached = new HashSet<>();
        reach(contract.path("paths"), schemas, reached);
        contract.path("components").properties().forEach(section -> {
            if (!section.getKey().equals("schemas")) {
                reach(section.getValue(), schemas, reached);
            }
        });
        schemas.retain(reached);
    }

    private static void reach(JsonNode from, ObjectNode schemas, Set<String> reached) {
        for (JsonNode reference : from.findValues("$ref")) {
            String name = reference.asText();
            if (name.startsWith(SCHEMA) && reached.add(name.substring(SCHEMA.length()))) {
                JsonNode schema = schemas.path(name.substring(SCHEMA.length()));
                reach(schema.isMissingNode() ? JsonNodeFactory.instance.objectNode() : schema, schemas, reached);
            }
        }
    }
}
