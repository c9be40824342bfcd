package io.provincelink.local.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.provincelink.local.dataset.DatasetLoader.Summary;
import io.provincelink.local.directory.LaunchFailure;
import io.provincelink.local.identity.SigningKey;
import io.provincelink.local.identity.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetLoaderTest {
    private static final String POST_STEP = """
            {"method": "POST", "path": "/api/v1/programmes", "file": "programmes/a.json",
             "as": {"region": "VN.02", "roles": ["editor"]}}""";
    private static final String PUT_STEP = """
            {"method": "PUT", "path": "/api/v1/programmes/p/assessment", "file": "programmes/assessment.json",
             "ifMatch": "current", "etagOf": "/api/v1/programmes/p", "unless": "/assessment",
             "as": {"region": "CN.532600", "roles": ["approver", "reader"]}}""";

    private static final String PUBLISH_STEP = """
            {"method": "POST", "path": "/api/v1/programmes/p/publication", "body": {"to": "PUBLIC"},
             "unless": "/published", "etagOf": "/api/v1/programmes/p",
             "as": {"region": "VN.02", "roles": ["approver"]}}""";

    private record Call(String request, String ifMatch, String claims, String body) {}

    @TempDir
    Path directory;

    private final List<Call> calls = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private HttpServer gateway;

    @BeforeEach
    void startGateway() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
        Files.createDirectories(directory.resolve("programmes"));
        Files.writeString(directory.resolve("programmes/a.json"), "{\"code\": \"a\"}");
        Files.writeString(directory.resolve("programmes/assessment.json"), "{\"summary\":\"x\"}");
    }

    @AfterEach
    void stopGateway() {
        gateway.stop(0);
    }

    @Test
    void a_document_is_sent_as_it_is_for_the_unit_that_it_belongs_to() {
        answers.add("201");

        assertThat(load(POST_STEP)).isEqualTo(new Summary(1, 0));

        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.request()).isEqualTo("POST /api/v1/programmes");
            assertThat(call.body()).isEqualTo("{\"code\": \"a\"}");
            assertThat(call.claims())
                    .contains("\"region\":\"VN.02\"", "\"roles\":[\"editor\"]", "Sở Ngoại vụ tỉnh Hà Giang");
        });
    }

    @Test
    void a_document_that_is_there_is_counted_and_left_alone() {
        answers.addAll(List.of("409", "201"));

        assertThat(load(POST_STEP, POST_STEP)).isEqualTo(new Summary(1, 1));
    }

    @Test
    void a_version_is_asked_for_before_it_is_replaced() {
        answers.addAll(List.of("200 {\"code\": \"p\", \"assessment\": null}", "200"));

        assertThat(load(PUT_STEP)).isEqualTo(new Summary(1, 0));

        assertThat(calls)
                .extracting(Call::request)
                .containsExactly("GET /api/v1/programmes/p", "PUT /api/v1/programmes/p/assessment");
        assertThat(calls.get(1).ifMatch()).isEqualTo("\"7-abc\"");
        assertThat(calls.get(1).body()).isEqualTo("{\"summary\":\"x\"}");
    }

    @Test
    void what_already_has_a_value_is_not_replaced() {
        answers.add("200 {\"assessment\": {\"summary\": \"of a person\"}}");

        assertThat(load(PUT_STEP)).isEqualTo(new Summary(0, 1));

        assertThat(calls).extracting(Call::request).containsExactly("GET /api/v1/programmes/p");
    }

    @Test
    void a_step_without_a_document_of_its_own_is_made_and_not_counted() {
        answers.addAll(List.of("200 {}", "200", "200 {\"published\": true}"));

        assertThat(load(PUBLISH_STEP, PUBLISH_STEP)).isEqualTo(new Summary(0, 0));

        assertThat(calls)
                .extracting(Call::request)
                .containsExactly(
                        "GET /api/v1/programmes/p",
                        "POST /api/v1/programmes/p/publication",
                        "GET /api/v1/programmes/p");
        assertThat(calls.get(1).body()).isEqualTo("{\"to\":\"PUBLIC\"}");
    }

    @Test
    void a_refusal_ends_the_load_and_says_which_step_and_why() {
        answers.addAll(List.of(
                "201",
                "400 {\"detail\": \"The body is not valid.\","
                        + " \"violations\": [{\"pointer\": \"/title\", \"message\": \"is missing\"}]}"));

        assertThatThrownBy(() -> load(POST_STEP, POST_STEP, POST_STEP))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("The dataset could not be loaded: step 2, POST /api/v1/programmes (programmes/a.json),"
                        + " was answered 400: The body is not valid.; /title is missing");
        assertThat(calls).hasSize(2);
    }

    @Test
    void a_conflict_on_a_put_is_a_refusal() {
        answers.addAll(List.of("200 {}", "409 {\"title\": \"Conflict\"}"));

        assertThatThrownBy(() -> load(PUT_STEP)).hasMessageEndingWith("was answered 409: Conflict");
    }

    @Test
    void a_limit_is_waited_for() {
        answers.addAll(List.of("429", "201"));

        assertThat(load(POST_STEP)).isEqualTo(new Summary(1, 0));
        assertThat(calls).hasSize(2);
    }

    @Test
    void a_gateway_that_is_gone_is_said_so() {
        gateway.stop(0);

        assertThatThrownBy(() -> load(POST_STEP))
                .hasMessageStartingWith("The dataset could not be loaded: step 1, POST /api/v1/programmes")
                .hasMessageContaining("got no answer");
    }

    @Test
    void a_stop_is_heeded_between_two_documents() {
        answers.addAll(List.of("201", "201"));
        DatasetLoader loader = loader(POST_STEP, POST_STEP);

        assertThatThrownBy(() -> loader.load(() -> {
                    if (!calls.isEmpty()) {
                        throw new IllegalStateException("stop");
                    }
                }))
                .hasMessage("stop");
        assertThat(calls).hasSize(1);
    }

    @Test
    void a_missing_or_misspelt_dataset_is_named() throws IOException {
        Dataset dataset = new Dataset(directory);
        assertThatThrownBy(dataset::steps).hasMessageContaining("dataset.json: start with --no-dataset");

        Files.writeString(directory.resolve("dataset.json"), "{\"steps\": [{\"methd\": \"POST\"}]}");
        assertThatThrownBy(dataset::steps).hasMessageContaining("methd");
    }

    @Test
    void the_mark_speaks_of_these_documents_in_this_database_only() throws IOException {
        Path file = directory.resolve("done");
        Dataset dataset = new Dataset(Files.createDirectories(directory.resolve("facts")));
        Files.writeString(directory.resolve("facts/x.json"), "1");
        String fingerprint = dataset.fingerprint();
        assertThat(new DatasetMark(file, "one").isFor(fingerprint)).isFalse();

        new DatasetMark(file, "one").set(fingerprint);

        assertThat(new DatasetMark(file, "one").isFor(dataset.fingerprint())).isTrue();
        assertThat(new DatasetMark(file, "another").isFor(fingerprint)).isFalse();
        Files.writeString(directory.resolve("facts/x.json"), "2");
        assertThat(new DatasetMark(file, "one").isFor(dataset.fingerprint())).isFalse();
    }

    private Summary load(String... steps) {
        return loader(steps).load(() -> {});
    }

    private DatasetLoader loader(String... steps) {
        try {
            String index = "{\"steps\": [" + String.join(",", steps) + "]}";
            Files.writeString(directory.resolve("dataset.json"), index);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Tokens tokens = new Tokens(SigningKey.at(directory.resolve("key.pem")), "urn:test", InstantSource.system());
        URI uri = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
        return new DatasetLoader(new Dataset(directory), uri, tokens);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        calls.add(new Call(
                exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("If-Match"),
                new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        String[] answer = answers.remove().split(" ", 2);
        byte[] body = (answer.length > 1 ? answer[1] : "").getBytes(UTF_8);
        exchange.getResponseHeaders().add("ETag", "\"7-abc\"");
        exchange.sendResponseHeaders(Integer.parseInt(answer[0]), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
