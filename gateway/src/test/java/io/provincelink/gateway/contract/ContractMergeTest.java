package io.provincelink.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractMergeTest {

    private static final String GATEWAY = """
            openapi: 3.1.0
            info: {title: gateway, version: 1.0.0}
            paths:
              /api/v1/indicators: {get: {operationId: all, responses: {"200": {$ref: '#/components/schemas/Text'}}}}
            components:
              schemas:
                Text: {type: object}
            """;

    private static final String SERVICE = """
            openapi: 3.1.0
            info: {title: a service, version: 1.0.0}
            paths:
              /api/v1/indicators: {get: {operationId: own, responses: {"200": {$ref: '#/components/schemas/Own'}}}}
              /api/v1/observations: {get: {operationId: shared}}
              /api/v1/review-part: {get: {responses: {"200": {$ref: '#/components/schemas/Part'}}}}
              /api/v1/%1$s: {get: {operationId: %1$s, responses: {"200": {$ref: '#/components/schemas/%1$sView'}}}}
            components:
              schemas:
                Text: {type: object}
                Own: {type: %2$s}
                Part: {type: %2$s}
                %1$sView: {properties: {title: {$ref: '#/components/schemas/Text'}}}
            """;

    @Test
    void joinsPathsAndSchemas() throws JsonProcessingException {
        JsonNode merged = new ContractMerge(yaml(GATEWAY))
                .add("a", yaml(SERVICE.formatted("gates", "string")))
                .add("b", yaml(SERVICE.formatted("meetings", "integer")))
                .result();
        assertThat(names(merged.path("paths")))
                .containsExactly("/api/v1/indicators", "/api/v1/observations", "/api/v1/gates", "/api/v1/meetings");
        assertThat(merged.path("paths")
                        .path("/api/v1/indicators")
                        .at("/get/operationId")
                        .asText())
                .isEqualTo("all");
        assertThat(names(merged.at("/components/schemas")))
                .containsExactlyInAnyOrder("Text", "gatesView", "meetingsView");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "agreements-service", "exchanges-service", "trade-service"})
    void failsWhereTheContractOfAnApplicationIsMissing(String application, @TempDir Path directory) throws IOException {
        for (String other : List.of("gateway", "agreements-service", "exchanges-service", "trade-service")) {
            if (!other.equals(application)) {
                Path contract = directory.resolve(other).resolve("openapi/openapi.yaml");
                Files.createDirectories(contract.getParent());
                Files.writeString(contract, GATEWAY);
            }
        }
        assertThatThrownBy(() -> ContractBuild.merged(directory.resolve("gateway")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(application);
    }

    @Test
    void gathersTheTypesOfProblems() throws JsonProcessingException {
        String problems = "x-problems: [{type: a, status: 404, title: A}, {type: %s, status: 400, title: B}]\n";
        JsonNode merged = new ContractMerge(yaml(GATEWAY + problems.formatted("b")))
                .add("a", yaml(SERVICE.formatted("gates", "string") + problems.formatted("c")))
                .result();
        assertThat(merged.path("x-problems").findValuesAsText("type")).containsExactly("b", "c", "a");
    }

    @Test
    void theHeadNamesEachTag() throws JsonProcessingException {
        ObjectNode contract = yaml("""
                openapi: 3.1.0
                paths: {/a: {get: {tags: [Gates], responses: {"200": {description: a}}}}}
                components: {responses: {Problem404: {description: b}}}
                x-problems: [{type: "urn:provincelink:problem:x", status: 404, title: X}]
                """);
        String head = """
                info: {title: T, description: D}
                servers: [{url: /}]
                tags: [{name: %s}]
                x-tagGroups: [{name: g, tags: [Gates]}]
                components: {headers: {RateLimit: {description: r}}}
                """;
        new ContractHead(yaml(head.formatted("Gates"))).over(contract);
        JsonNode responses = contract.path("paths").path("/a").at("/get/responses");
        assertThat(names(responses)).containsExactly("200", "429", "500");
        assertThat(responses.at("/200/headers").has("RateLimit")).isTrue();
        assertThat(contract.at("/components/responses/Problem404/headers").has("RateLimit"))
                .isTrue();
        assertThat(contract.at("/info/description").asText()).startsWith("D").contains("| 404 | `x` | X |");
        assertThatThrownBy(() -> new ContractHead(yaml(head.formatted("Doors"))).over(contract))
                .hasMessageContaining("Gates")
                .hasMessageContaining("Doors");
    }

    @Test
    void anExampleOfWhatIsNotThereFails() throws JsonProcessingException {
        ObjectNode contract = yaml("""
                paths: {/a: {get: {operationId: a, responses: {"200": {content: {application/json: {}}}}}}}
                components: {responses: {Problem404: {content: {application/problem+json: {}}}}}
                """);
        JsonNode answer = yaml("{answer: {id: x}}");
        Example.of("a", answer).into(contract);
        Example.of("Problem404", answer).into(contract);
        assertThat(contract.findValuesAsText("id")).containsExactly("x", "x");
        assertThatThrownBy(() -> Example.of("b", answer).into(contract)).hasMessageContaining("not there: b");
    }

    @Test
    void failsWhereASharedSchemaDiffers() throws JsonProcessingException {
        ContractMerge merge = new ContractMerge(yaml(GATEWAY))
                .add(
                        "a",
                        yaml(SERVICE.formatted("gates", "string")
                                .replace("Text: {type: object}", "Text: {type: string}")));
        assertThatThrownBy(merge::result).hasMessageContaining("schemas Text of a differs");
    }

    @Test
    void failsWhereASharedPathDiffers() throws JsonProcessingException {
        ContractMerge merge = new ContractMerge(yaml(GATEWAY))
                .add("a", yaml(SERVICE.formatted("gates", "string")))
                .add("b", yaml(SERVICE.formatted("meetings", "string").replace("shared", "different")));
        assertThatThrownBy(merge::result).hasMessageContaining("paths /api/v1/observations of b differs");
    }

    private static ObjectNode yaml(String text) throws JsonProcessingException {
        return (ObjectNode) new YAMLMapper().readTree(text);
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(entry -> entry.getKey()).toList();
    }
}
