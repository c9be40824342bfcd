package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The examples of the contract are what the suite with the published dataset answers. {@code -Dexamples.update=true} writes down what it
 * answers now.
 */
@ExtendWith(SharedSuite.class)
class ExamplesIT {

    private static final Path EXAMPLES = RunningSuite.ROOT.resolve("gateway/src/main/contract/examples");

    // The dataset has nothing of these that anybody might read, or the answer depends on the day.
    private static final Pattern WITHOUT =
            Pattern.compile("(list|get)\\w*(Reads|ByExternalId)|listDelegation\\w*|getDelegation"
                    + "|\\w*(Document|CalendarFeed|Adoption|TradeFigure|TradeLoad|TrafficFigure|GateMeasure|AssistanceTransaction"
                    + "|VehiclePermitUse|Webhook|AuditEntries)\\w*|getAgreementText|listAssistanceOverlaps|getRegionOverview"
                    + "|getMechanismCompliance|getTrade(Summary|Series)|getTrafficSummary|getOutcome|\\w*Observation(History)?"
                    + "|listPractices|getSdmx\\w*|listSdmx\\w*");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter()
            .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE)
            .withSeparators(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));

    private static final Pattern MADE_ID =
            Pattern.compile("(?!0198c0de)[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    private static final Pattern CURSOR = Pattern.compile("\"(cursor|next|nextCursor)\":\"[^\"]*\"");

    private final RunningSuite suite;

    ExamplesIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void each_is_what_the_suite_answers_and_what_the_contract_shows() throws IOException {
        JsonNode contract = suite.get("/openapi.json").expect(200).json();
        List<String> shown =
                contract.findValues("example").stream().map(JsonNode::toString).toList();
        List<String> differences = new ArrayList<>();
        for (Path file : files()) {
            ObjectNode example = (ObjectNode) JSON.readTree(file.toFile());
            JsonNode answer = ask(example);
            boolean same = comparable(answer).equals(comparable(example.path("answer")));
            if (!same && Boolean.getBoolean("examples.update")) {
                example.set("answer", answer);
                Files.writeString(file, JSON.writer(PRETTY).writeValueAsString(example) + "\n");
            } else if (!same) {
                differences.add(file.getFileName() + ": " + answer);
            } else if (!shown.contains(example.path("answer").toString())) {
                differences.add(file.getFileName() + " is not in the contract");
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void each_read_has_one_unless_there_is_nothing_to_show() throws IOException {
        Set<String> missing = new TreeSet<>();
        suite.get("/openapi.json").expect(200).json().path("paths").forEach(path -> {
            JsonNode read = path.path("get");
            if (!read.path("responses")
                    .path("200")
                    .at("/content/application~1json")
                    .isMissingNode()) {
                missing.add(read.path("operationId").asText());
            }
        });
        for (Path file : files()) {
            missing.remove(file.getFileName().toString().replace(".json", ""));
        }
        missing.removeIf(operation -> WITHOUT.matcher(operation).matches());
        assertThat(missing).isEmpty();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.sorted().toList();
        }
    }

    private JsonNode ask(JsonNode example) {
        String[] request = example.path("request").asText().split(" ");
        Map<String, String> headers = new LinkedHashMap<>();
        byte[] body = null;
        if (example.has("body")) {
            headers.put("Content-Type", "application/json");
            body = example.path("body").toString().getBytes(StandardCharsets.UTF_8);
        }
        example.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        if (example.has("as")) {
            String[] who = example.path("as").asText().split(" ");
            String token = SuiteTokens.of(suite, who[0], Stream.of(who).skip(1).toArray(String[]::new));
            headers.put("Authorization", "Bearer " + token);
        }
        return suite.exchange(request[0], request[1], headers, body).json();
    }

    /** Without what is another each time: ids that were made just now, times and cursors. */
    private static String comparable(JsonNode answer) {
        Map<String, String> ids = new LinkedHashMap<>();
        String text = MADE_ID.matcher(answer.toString())
                .replaceAll(
                        id -> Matcher.quoteReplacement(ids.computeIfAbsent(id.group(), first -> "id " + ids.size())));
        return CURSOR.matcher(INSTANT.matcher(text).replaceAll("a time")).replaceAll("\"$1\":\"a cursor\"");
    }
}
