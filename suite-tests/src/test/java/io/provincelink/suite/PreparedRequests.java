package io.provincelink.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A good request for each operation, out of {@code requests.json}. There, {@code drafts} are bodies, by collection or by a name of their
 * own; {@code places} say which calls make the record that a path names, who makes them ({@code as}), what to {@code keep} of the answer
 * and what to wait for ({@code until}); {@code bodies} and {@code queries} are what goes along with an operation, {@code values} what stands
 * in a path else. What is in braces is put in: {@code n} is another number each time.
 */
final class PreparedRequests {

    /** A record that was made, and what stands in the braces of paths to it. */
    record Place(Map<String, String> values) {}

    /** What to send. */
    record Prepared(String path, Map<String, String> headers, byte @Nullable [] body) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BRACES = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Each figure of trade is of a month of its own. */
    private static final YearMonth FIRST = YearMonth.of(1910, 1);

    private static final int MONTHS = 1_350;

    /** Tenths of a second. */
    private static final int LONGEST_WAIT = 200;

    private final RunningSuite suite;
    private final Sides sides;
    private final JsonNode requests = requests();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<AuthorizationCaller, String> tokens = new ConcurrentHashMap<>();

    PreparedRequests(RunningSuite suite, Sides sides) {
        this.suite = suite;
        this.sides = sides;
    }

    /** Bodies that are good but for what is in braces, by the name of the operation that makes a record of them. */
    static Map<String, JsonNode> drafts() {
        Map<String, JsonNode> drafts = new HashMap<>();
        JsonNode requests = requests();
        requests.path("drafts").properties().forEach(draft -> {
            drafts.put("POST /api/v1/" + draft.getKey(), draft.getValue());
            drafts.put("PUT /api/v1/" + draft.getKey() + "/by-external-id/{system}/{id}", draft.getValue());
            drafts.put("PATCH /api/v1/" + draft.getKey() + "/{id}", draft.getValue());
        });
        requests.path("bodies")
                .properties()
                .forEach(body -> drafts.put(
                        body.getKey(),
                        body.getValue().isTextual()
                                ? requests.path("drafts").path(body.getValue().asText())
                                : body.getValue()));
        return drafts;
    }

    /** The text with numbers, days and the like put in for the braces. */
    static String filledIn(String text, Map<String, String> values) {
        return BRACES.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /** Makes the records that the operation's path names, as their own side; what it does not name it does not need. */
    Place place(Operation operation) {
        Map<String, String> values = fresh();
        Iterable<JsonNode> steps = steps(operation);
        for (JsonNode step : steps) {
            take(step, values);
        }
        if (operation.path().contains("/by-external-id/")) {
            values.put("id", key(values));
        }
        return new Place(values);
    }

    private Map<String, String> fresh() {
        int number = numbers.incrementAndGet();
        Map<String, String> values = new LinkedHashMap<>(numbered(number));
        requests.path("values")
                .properties()
                .forEach(value ->
                        values.put(value.getKey(), filledIn(value.getValue().asText(), values)));
        return values;
    }

    /** What stands in braces: the sides, and what changes with the number or with the day. */
    Map<String, String> numbered(int number) {
        LocalDate today = LocalDate.now(ZONE);
        Map<String, String> values = new LinkedHashMap<>(sides.values());
        values.put("n", String.valueOf(number));
        values.put("month", FIRST.plusMonths(number % MONTHS).toString());
        values.put("yesterday", today.minusDays(1).toString());
        values.put("today", today.toString());
        values.put("tomorrow", today.plusDays(1).toString());
        return values;
    }

    /** Those of the longest path that this one begins with; where there are none, a record of the collection is enough. */
    private Iterable<JsonNode> steps(Operation operation) {
        Optional<JsonNode> named = requests.path("places").properties().stream()
                .filter(place ->
                        (operation.path() + "/").startsWith(place.getKey().replaceAll("/$", "") + "/"))
                .max(Comparator.comparingInt(place -> place.getKey().length()))
                .map(Map.Entry::getValue);
        if (named.isPresent()) {
            return named.get();
        }
        boolean known = requests.path("drafts").has(operation.collection())
                && operation.path().contains("{");
        return known
                ? JSON.createArrayNode()
                        .add(JSON.createObjectNode().put("call", "POST /api/v1/" + operation.collection()))
                : JSON.createArrayNode();
    }

    private void take(JsonNode step, Map<String, String> values) {
        String[] call = step.path("call").asText().split(" ");
        boolean first = !call[1].contains("{");
        Prepared prepared = prepared(call[0], call[1], step.get("body"), values);
        AuthorizationCaller caller = AuthorizationCaller.valueOf(step.path("as").asText("OWN_WITH_ROLES"));
        RunningSuite.Answer answer = send(call[0], prepared, caller);
        for (int i = 0; i < LONGEST_WAIT && !isReached(step, answer); i++) {
            RunningSuite.pause(100);
            answer = send(call[0], prepared, caller);
        }
        if (answer.status() >= 300) {
            throw new AssertionError(step.path("call").asText() + ": " + answer.status() + " "
                    + answer.response().body());
        }
        JsonNode made = answer.json();
        if (first) {
            values.put("id", made.path("id").asText());
        }
        step.path("keep").properties().forEach(kept -> {
            String value = made.at(kept.getValue().asText()).asText();
            // an address is kept for the secret in it
            values.put(kept.getKey(), value.replaceFirst("^/api/v1/[^/]+/([^/]+)/.*", "$1"));
        });
    }

    /** Some things come a little later. */
    private static boolean isReached(JsonNode step, RunningSuite.Answer answer) {
        return step.path("until").properties().stream()
                .allMatch(wanted -> answer.json().at(wanted.getKey()).equals(wanted.getValue()));
    }

    /** The good request for an operation on what is at this place. */
    Prepared at(Operation operation, Place place) {
        return prepared(operation.method(), operation.path(), null, place.values());
    }

    private static String key(Map<String, String> values) {
        return values.get("mark") + "-" + values.get("n");
    }

    /** Whether it makes a record of its own, for which another number is wanted each time. */
    static boolean makesRecord(Operation operation) {
        return operation.method().equals("POST") && !operation.path().contains("{")
                || operation.method().equals("PUT") && operation.path().contains("/by-external-id/");
    }

    /** The same with another number. */
    Prepared anew(Operation operation, Place place) {
        Map<String, String> values = new LinkedHashMap<>(place.values());
        values.putAll(numbered(numbers.incrementAndGet()));
        if (operation.path().contains("/by-external-id/")) {
            values.put("id", key(values));
        }
        return prepared(operation.method(), operation.path(), null, values);
    }

    RunningSuite.Answer send(String method, Prepared prepared, AuthorizationCaller caller) {
        Map<String, String> headers = new LinkedHashMap<>(prepared.headers());
        String token = tokens.computeIfAbsent(
                caller, first -> Optional.ofNullable(first.token(suite, sides)).orElse(""));
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        return suite.exchange(method, prepared.path(), headers, prepared.body());
    }

    private Prepared prepared(String method, String path, @Nullable JsonNode given, Map<String, String> values) {
        String name = method + " " + path;
        Map<String, String> headers = new LinkedHashMap<>();
        byte[] body = null;
        if (name.equals("POST /api/v1/agreements/{id}/documents")) {
            headers.put("Content-Type", "application/octet-stream");
            body = WordDocument.of(
                    "THOẢ THUẬN", "Điều 1. Chợ biên giới", "Hai bên mở chợ mỗi tuần.", "Điều 2. Hiệu lực", "Nay.");
        } else {
            JsonNode draft = given == null ? body(method, path) : named(given);
            if (!draft.isMissingNode()) {
                headers.put("Content-Type", draft.isTextual() ? "text/csv" : "application/json");
                body = filledIn(keyed(method, path, draft, values), values).getBytes(StandardCharsets.UTF_8);
            }
        }
        if (!method.equals("GET") && !method.equals("POST") && !path.contains("/by-external-id/")) {
            headers.put("If-Match", "*");
        }
        String query = requests.path("queries").path(name).asText();
        if (path.startsWith("/api/v1/observations") && query.isEmpty()) {
            query = "indicator=grants";
        }
        return new Prepared(filledIn(path + (query.isEmpty() ? "" : "?" + query), values), headers, body);
    }

    /** A body, or the draft of that name. */
    private JsonNode named(JsonNode body) {
        return body.isTextual() ? requests.path("drafts").path(body.asText()) : body;
    }

    private JsonNode body(String method, String path) {
        JsonNode named = requests.path("bodies").path(method + " " + path);
        if (!named.isMissingNode()) {
            return named(named);
        }
        String collection = path.replaceFirst("^/api/v1/", "").replaceFirst("/.*", "");
        if (path.endsWith("/publication")) {
            return JSON.createObjectNode().put("to", "PARTIES");
        }
        if (path.endsWith("/confirmations")) {
            return JSON.createObjectNode().put("decision", "AGREED");
        }
        if (method.equals("PATCH")) {
            ObjectNode patch = JSON.createObjectNode();
            patch.putObject("note").put("en", "Once more");
            return patch;
        }
        boolean whole =
                method.equals("POST") && path.equals("/api/v1/" + collection) || path.contains("/by-external-id/");
        return whole && !method.equals("GET") ? requests.path("drafts").path(collection) : JSON.missingNode();
    }

    /** A record that partners may look up has a partner's key. */
    private String keyed(String method, String path, JsonNode draft, Map<String, String> values) {
        if (draft.isTextual()) {
            return draft.asText();
        }
        String collection = path.replaceFirst("^/api/v1/", "").replaceFirst("/.*", "");
        boolean hasKeys = draft == requests.path("drafts").path(collection)
                && !collection.matches("trade-figures|traffic-figures|webhooks|calendar-feeds");
        if (!hasKeys) {
            return draft.toString();
        }
        ObjectNode keyed = draft.deepCopy();
        keyed.withArray("externalIds").addObject().put("system", "partner").put("id", key(values));
        return keyed.toString();
    }

    private static JsonNode requests() {
        try (InputStream file = PreparedRequests.class.getResourceAsStream("/requests.json")) {
            return JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Names of all operations that something is said of. */
    static Set<String> operationsNamed() {
        JsonNode requests = requests();
        Set<String> names = new TreeSet<>();
        requests.path("bodies").fieldNames().forEachRemaining(names::add);
        requests.path("queries").fieldNames().forEachRemaining(names::add);
        names.addAll(requests.path("places").findValuesAsText("call"));
        return names;
    }
}
