package io.provincelink.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.provincelink.gateway.Surroundings;
import io.provincelink.testing.Api;
import io.provincelink.testing.ContractDrift;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ContractTest {

    @Test
    void theCommittedContractOfTheGatewayIsWhatTheCodeSays() throws IOException {
        ContractDrift.check("/openapi/gateway");
    }

    @Test
    void oneContractForTheWholeSuite() {
        JsonNode contract = Api.unchecked().get("/openapi.json").expect(200).json();
        assertThat(contract.at("/openapi").asText()).startsWith("3.1");
        assertThat(contract.at("/info/title").asText()).isEqualTo("ProvinceLink");
        assertThat(contract.path("paths").has("/api/v1/programmes/{id}/review")).isTrue();
        assertThat(contract.path("paths").has("/api/v1/indicators")).isTrue();
        assertThat(contract.path("paths").has("/api/v1/review-part")).isFalse();
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryOperationHasItsOwnName() {
        JsonNode contract = Api.unchecked().get("/openapi.json").json();
        assertThat(contract.findValues("$ref").stream().map(JsonNode::asText).distinct())
                .allSatisfy(reference -> assertThat(
                                contract.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        List<String> names = contract.path("paths").findValues("operationId").stream()
                .map(JsonNode::asText)
                .toList();
        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }

    /** Parameters are limited together, as the head of a request is. */
    @Test
    void whatClientsSendInABodyIsLimited() {
        JsonNode contract = Api.unchecked().get("/openapi.json").json();
        Set<String> sent = new TreeSet<>();
        contract.path("paths").findValues("requestBody").forEach(body -> reach(body, contract, sent));
        List<String> unlimited = new ArrayList<>();
        sent.forEach(name -> limit(name, contract.at(name.substring(1)), unlimited));
        assertThat(sent).hasSizeGreaterThan(100);
        assertThat(unlimited).isEmpty();
    }

    private static void reach(JsonNode from, JsonNode contract, Set<String> reached) {
        for (JsonNode reference : from.findValues("$ref")) {
            if (reached.add(reference.asText())) {
                reach(contract.at(reference.asText().substring(1)), contract, reached);
            }
        }
    }

    private static void limit(String place, JsonNode schema, List<String> unlimited) {
        String type = schema.path("type").toString();
        boolean free =
                Stream.of("maxLength", "enum", "const", "format", "pattern").noneMatch(schema::has);
        if (type.contains("\"string\"") && free || type.contains("\"array\"") && !schema.has("maxItems")) {
            unlimited.add(place);
        }
        schema.path("properties")
                .properties()
                .forEach(field -> limit(place + "/" + field.getKey(), field.getValue(), unlimited));
        if (schema.has("items")) {
            limit(place + "/items", schema.path("items"), unlimited);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/openapi, */*, application/yaml",
        "/openapi, application/json, application/json",
        "/openapi?format=json, */*, application/json",
        "/openapi?format=yaml, application/json, application/yaml",
        "/openapi.json, */*, application/json",
        "/openapi.yaml, application/json, application/yaml",
    })
    void isYamlOrJsonAsAskedFor(String address, String accept, String type) throws IOException {
        var answer = Api.unchecked().with("Accept", accept).get(address).expect(200);
        assertThat(answer.header("Content-Type")).startsWith(type);
        assertThat(new YAMLMapper()
                        .readTree(answer.response().asByteArray())
                        .at("/info/title")
                        .asText())
                .isEqualTo("ProvinceLink");
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        String tag = Api.unchecked().get("/openapi").expect(200).etag();
        Api.unchecked().with("If-None-Match", tag).get("/openapi").expect(304);
    }

    @Test
    void thePagesForPeopleShowItWithoutAnyForeignHost() {
        String page = Api.unchecked().get("/docs/").expect(200).response().asString();
        assertThat(page).contains("/openapi").doesNotContain("https://");
        assertThat(Api.unchecked().get("/docs/swagger-ui-bundle.js").status()).isEqualTo(200);
    }
}
