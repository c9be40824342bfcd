package io.provincelink.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.MarkdownRender;

/**
 * Whoever was written against the released contract still works with the present one. {@code -Dcontract.release=true} releases the
 * present one; with what would break somebody only under another major version.
 */
class ReleasedContractTest {

    private static final Path RELEASED = Path.of("openapi", "released.yaml");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    @Test
    void whatPartnersWereWrittenAgainstStillHolds() throws IOException {
        ObjectNode now = contract();
        ObjectNode released = (ObjectNode) YAML.readTree(RELEASED.toFile());
        if (major(released).equals(major(now))) {
            assertThat(breaks(released, now)).isEmpty();
        }
        if (Boolean.getBoolean("contract.release")) {
            YAML.writeValue(RELEASED.toFile(), now);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/paths/~1api~1v1~1donations, get",
        "/paths/~1api~1v1~1programmes~1{id}~1review/get/responses, 200",
        "/components/schemas/ProgrammeView/properties, period",
        "/components/schemas/DonationDraft/properties, note",
    })
    void whatIsTakenAwayIsFound(String from, String name) throws IOException {
        ObjectNode changed = contract();
        assertThat(((ObjectNode) changed.at(from)).remove(name)).isNotNull();
        assertThat(breaks(contract(), changed)).isNotEmpty();
    }

    @Test
    void whatIsAskedForAnewIsFound() throws IOException {
        ObjectNode changed = contract();
        changed.withArray("/components/schemas/DonationDraft/required").add("note");
        assertThat(breaks(contract(), changed)).isNotEmpty();
    }

    @Test
    void whatIsAddedBreaksNobody() throws IOException {
        ObjectNode changed = contract();
        changed.withObject("/components/schemas/ProgrammeView/properties")
                .putObject("more")
                .put("type", "string");
        changed.withObject("/paths").set("/api/v1/more", changed.at("/paths/~1api~1v1~1donations"));
        assertThat(breaks(contract(), changed)).isEmpty();
    }

    /** As the build wrote it, without the examples: they may change. */
    private static ObjectNode contract() throws IOException {
        ObjectNode contract = (ObjectNode)
                YAML.readTree(Path.of("target/classes/contract/openapi.yaml").toFile());
        contract.findParents("example").forEach(media -> ((ObjectNode) media).remove("example"));
        return contract;
    }

    private static String major(JsonNode contract) {
        return contract.at("/info/version").asText().replaceFirst("\\..*", "");
    }

    /** The changes for people, or nothing where they break nobody. */
    private static String breaks(JsonNode old, JsonNode now) throws IOException {
        ChangedOpenApi changes =
                OpenApiCompare.fromContents(YAML.writeValueAsString(old), YAML.writeValueAsString(now));
        List<String> gone = gone(old.at("/components/schemas"), now.at("/components/schemas"));
        if (changes.isCompatible() && gone.isEmpty()) {
            return "";
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        new MarkdownRender().render(changes, new OutputStreamWriter(text, StandardCharsets.UTF_8));
        return "Gone: " + gone + "\n" + text.toString(StandardCharsets.UTF_8);
    }

    /**
     * Schemas and fields that are there no more. To the comparison a field that an answer need not have may go; but generated clients
     * name it, and a body that has it would be refused.
     */
    private static List<String> gone(JsonNode old, JsonNode now) {
        List<String> gone = new ArrayList<>();
        old.properties().forEach(schema -> {
            JsonNode present = now.path(schema.getKey());
            if (present.isMissingNode()) {
                gone.add(schema.getKey());
            }
            schema.getValue().path("properties").fieldNames().forEachRemaining(field -> {
                if (!present.path("properties").has(field)) {
                    gone.add(schema.getKey() + "." + field);
                }
            });
        });
        return gone;
    }
}
