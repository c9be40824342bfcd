package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Sends made-up requests to every operation of the contract, in turn, and holds each answer against it. {@code -Dfuzz.requests=20000} for
 * a long run, {@code -Dfuzz.seed=} for other requests; docs/fuzzing.md says more.
 */
@ExtendWith(TriedSuite.class)
class FuzzIT {

    /** What takes half a minute on two cores; about ten for each operation. */
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2_400);

    private static final long SEED = Long.getLong("fuzz.seed", 20_260_601);
    private static final int SENDERS = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Setting(
            JsonNode contract,
            List<Operation> operations,
            AnswerCheck check,
            Known known,
            PreparedRequests prepared,
            Path faults) {}

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, String> found = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final Map<String, PreparedRequests.Place> places = new ConcurrentHashMap<>();
    private final Set<String> succeeded = ConcurrentHashMap.newKeySet();
    private final AtomicInteger overloads = new AtomicInteger();
    private final Map<String, Integer> times = new ConcurrentHashMap<>();

    private final RunningSuite suite;

    FuzzIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void no_request_brings_an_answer_that_the_contract_does_not_know() throws Exception {
        JsonNode contract =
                JSON.readTree(suite.get("/openapi.json").expect(200).response().body());
        List<Operation> operations = Operation.of(contract);
        Setting setting = new Setting(
                contract,
                operations,
                new AnswerCheck(contract),
                known(operations),
                new PreparedRequests(suite, Sides.OF_THE_FUZZ_RUN),
                RunningSuite.newDirectory("faults of the fuzz run"));
        long begun = System.nanoTime();
        sendAll(setting);
        System.out.printf(
                "fuzz: seed %d, %d requests to %d operations in %d s, 2xx of %d of them; answers %s%n",
                SEED,
                REQUESTS,
                operations.size(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                succeeded.size(),
                new TreeMap<>(statuses));
        assertThat(found.values())
                .as(
                        "faults; each request as a whole is in %s, -Dfuzz.seed=%d sends the like again",
                        setting.faults(), SEED)
                .isEmpty();
        assertThat(overloads.get()).as("requests that were sent away unread").isLessThanOrEqualTo(REQUESTS / 100);
        assertThat(succeeded.size())
                .as("operations of which a request got through, else this looks at refusals alone")
                .isGreaterThan(Math.min(REQUESTS / 10, operations.size()) / 2);
    }

    private void sendAll(Setting setting) throws InterruptedException, ExecutionException {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            for (Future<Void> sender : senders.invokeAll(IntStream.range(0, SENDERS)
                    .mapToObj(sender -> sender(sender, setting))
                    .toList())) {
                sender.get();
            }
        } finally {
            senders.shutdownNow();
        }
    }

    /** Ids, codes and the like of what the lists show. */
    private Known known(List<Operation> operations) {
        Known known = new Known();
        operations.stream()
                .filter(operation -> operation.isRead() && !operation.path().contains("{"))
                .forEach(operation -> known.learn(
                        operation,
                        operation.path(),
                        suite.download(operation.path(), Map.of("Accept", "application/json"))));
        return known;
    }

    private Callable<Void> sender(int sender, Setting setting) {
        Values values = new Values(new Random(SEED + sender), setting.contract(), setting.known());
        FuzzRequests requests = new FuzzRequests(values, setting.known(), setting.prepared(), places);
        List<Operation> operations = setting.operations();
        return () -> {
            for (int i = sender; i < REQUESTS; i += SENDERS) {
                Operation operation = operations.get(i % operations.size());
                send(setting, operation, requests.next(operation));
            }
            return null;
        };
    }

    /** A sample person's, or one that is made for {@code VN.12 reader editor}. */
    private String token(String person) {
        String[] words = person.split(" ");
        return words.length == 1
                ? suite.token(person)
                : SuiteTokens.of(suite, words[0], Arrays.copyOfRange(words, 1, words.length));
    }

    private void send(Setting setting, Operation operation, FuzzRequest request) throws InterruptedException {
        try {
            HttpResponse<byte[]> answer = http.send(
                    request.at(suite.port(), person -> tokens.computeIfAbsent(person, this::token)),
                    HttpResponse.BodyHandlers.ofByteArray());
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            if (AnswerCheck.isOverload(answer)) {
                overloads.incrementAndGet();
            }
            if (request.method().equals(operation.method())) {
                setting.known().learn(operation, request.path(), answer);
                if (answer.statusCode() < 300) {
                    succeeded.add(operation.name());
                }
            }
            Optional<String> fault = request.method().equals(operation.method())
                    ? setting.check().fault(operation, answer)
                    : answer.statusCode() >= 500 ? Optional.of("another method") : Optional.empty();
            if (fault.isPresent()) {
                note(setting, operation, request, answer.statusCode() + ", " + fault.get() + ": " + text(answer));
            }
        } catch (IOException broken) {
            note(setting, operation, request, broken.toString());
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return FuzzRequest.shortened(new String(answer.body(), StandardCharsets.UTF_8));
    }

    /** One of a kind is enough to be shown. */
    private void note(Setting setting, Operation operation, FuzzRequest request, String fault) {
        String kind = operation.name() + " " + fault.replaceFirst(": \\{.*", "").replaceAll("[0-9]+", "#");
        if (times.merge(kind, 1, Integer::sum) > 1) {
            return;
        }
        Path file = setting.faults().resolve(times.size() + ".txt");
        found.put(kind, "\n" + fault + "\n    " + request + "\n    (" + file.getFileName() + ")");
        try {
            Files.writeString(file, fault + "\n\n" + request.whole());
        } catch (IOException cannotWrite) {
            found.put(kind + " file", cannotWrite.toString());
        }
    }
}
