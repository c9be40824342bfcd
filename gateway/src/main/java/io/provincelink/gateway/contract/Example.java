package io.provincelink.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A request and its real answer.
 *
 * @param name of the operation, or of the shared response whose example it is, such as {@code Problem404}
 * @param request method and address
 * @param body of the request; missing where it has none
 */
record Example(String name, String request, JsonNode body, JsonNode answer) {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    static Example of(String name, JsonNode written) {
        return new Example(name, written.path("request").asText(), written.path("body"), written.path("answer"));
    }

    /** @throws IllegalStateException when the contract has no such operation, or none that answers so */
    void into(ObjectNode contract) {
        if (contract.at("/components/responses/" + name) instanceof ObjectNode shared) {
            show(shared.at("/content").path(PROBLEM), answer);
            return;
        }
        ObjectNode operation = ContractHead.operations(contract).stream()
                .filter(each -> each.path("operationId").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an example of an operation that is not there: " + name));
        show(done(operation).path("content").path(JSON), answer);
        if (!body.isMissingNode()) {
            JsonNode bodies = operation.at("/requestBody/content");
            show(bodies.path(JSON), body);
        }
    }

    private JsonNode done(JsonNode operation) {
        return List.of("200", "201", "202").stream()
                .map(status -> operation.path("responses").path(status))
                .filter(response -> response.has("content"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an example of an answer that is not there: " + name));
    }

    private void show(JsonNode form, JsonNode value) {
        if (!(form instanceof ObjectNode media)) {
            throw new IllegalStateException("an example in a form that is not there: " + name);
        }
        media.set("example", value);
    }
}
