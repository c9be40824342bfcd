package io.provincelink.gateway.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The contract of the whole suite in both of its forms, and a tag that changes with it.
 *
 * @param tag an entity tag, in quotes
 */
record MergedContract(byte[] yaml, byte[] json, String tag) {

    private static final List<String> SERVICES = List.of("agreements-service", "exchanges-service", "trade-service");

    static MergedContract load() throws IOException {
        return from(Thread.currentThread().getContextClassLoader());
    }

    /**
     * Merges the contracts that the build put beside the classes.
     *
     * @throws IOException when one of them is missing
     */
    static MergedContract from(ClassLoader build) throws IOException {
        YAMLMapper yaml = YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build();
        ContractMerge merge = new ContractMerge(read(build, yaml, "gateway"));
        for (String service : SERVICES) {
            merge.add(service, read(build, yaml, service));
        }
        ObjectNode merged = merge.result();
        byte[] text = yaml.writeValueAsString(merged).getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(text);
        return new MergedContract(
                text, new ObjectMapper().writeValueAsBytes(merged), "\"" + Long.toHexString(crc.getValue()) + "\"");
    }

    private static ObjectNode read(ClassLoader build, YAMLMapper yaml, String application) throws IOException {
        String name = "contracts/" + application + "/openapi.yaml";
        try (InputStream file = build.getResourceAsStream(name)) {
            if (file != null && yaml.readTree(file) instanceof ObjectNode contract) {
                return contract;
            }
            throw new IOException("the contract of " + application + " is missing");
        }
    }
}
