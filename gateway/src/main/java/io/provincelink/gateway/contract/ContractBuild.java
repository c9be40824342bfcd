package io.provincelink.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes the contract of the whole suite while the gateway is built: what does not fit together fails the build. */
public final class ContractBuild {

    private static final List<String> SERVICES = List.of("agreements-service", "exchanges-service", "trade-service");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private ContractBuild() {}

    /** @param directories that of the gateway's sources, and the one to write to */
    public static void main(String... directories) throws IOException {
        Path gateway = Path.of(directories[0]);
        Path into = Files.createDirectories(Path.of(directories[1]));
        ObjectNode contract = merged(gateway);
        YAML.writeValue(into.resolve("openapi.yaml").toFile(), contract);
        JSON.writeValue(into.resolve("openapi.json").toFile(), contract);
    }

    /** @throws IOException when one of the contracts is missing */
    static ObjectNode merged(Path gateway) throws IOException {
        ContractMerge merge = new ContractMerge(read(gateway.resolve("openapi/openapi.yaml")));
        for (String service : SERVICES) {
            merge.add(service, read(gateway.resolveSibling(service).resolve("openapi/openapi.yaml")));
        }
        ObjectNode contract = merge.result();
        Path beside = gateway.resolve("src/main/contract");
        new ContractHead(read(beside.resolve("head.yaml"))).over(contract);
        for (Example example : examples(beside.resolve("examples"))) {
            example.into(contract);
        }
        return contract;
    }

    private static List<Example> examples(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            List<Example> examples = new ArrayList<>();
            for (Path file : sorted) {
                JsonNode written = JSON.readTree(file.toFile());
                examples.add(Example.of(file.getFileName().toString().replaceFirst("\\.json$", ""), written));
            }
            return examples;
        }
    }

    private static ObjectNode read(Path file) throws IOException {
        if (YAML.readTree(file.toFile()) instanceof ObjectNode contract) {
            return contract;
        }
        throw new IOException("no contract: " + file);
    }
}
