package io.provincelink.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractMergeTest {

    private static final String GATEWAY = """
            openapi: 3.1.0
            info: {title: gateway, version: 1.0.0}
            tags: [{name: Indicators}]
            paths:
              /api/v1/indicators: {get: {operationId: all, responses: {"200": {$ref: '#/components/schemas/Text'}}}}
            components:
              schemas:
                Text: {type: object}
            """;

    private static final String SERVICE = """
            openapi: 3.1.0
            info: {title: a service, version: 1.0.0}
            tags: [{name: Indicators}, {name: %1$s}]
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
    void joinsPathsSchemasAndTags() throws JsonProcessingException {
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
        assertThat(merged.path("tags").findValuesAsText("name")).containsExactly("Indicators", "gates", "meetings");
    }

    @Test
    void theCommittedContractsOfAllApplicationsFitTogether() throws IOException {
        assertThat(new String(MergedContract.load().yaml(), StandardCharsets.UTF_8))
                .startsWith("openapi: 3.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "agreements-service", "exchanges-service", "trade-service"})
    void failsWhereTheContractOfAnApplicationIsMissing(String application) {
        ClassLoader build = new ClassLoader(getClass().getClassLoader()) {
            @Override
            public InputStream getResourceAsStream(String name) {
                return name.equals("contracts/" + application + "/openapi.yaml")
                        ? null
                        : new ByteArrayInputStream(GATEWAY.getBytes(StandardCharsets.UTF_8));
            }
        };
        assertThatThrownBy(() -> MergedContract.from(build))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(application);
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

    private static java.util.List<String> names(JsonNode object) {
        return object.properties().stream().map(entry -> entry.getKey()).toList();
    }
}
