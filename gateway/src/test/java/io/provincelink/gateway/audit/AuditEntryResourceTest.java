package io.provincelink.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.OwnDatabase;
import io.provincelink.gateway.Surroundings;
import io.provincelink.gateway.Wire;
import io.provincelink.gateway.observation.Seen;
import io.provincelink.gateway.store.Store;
import io.provincelink.kit.trace.Trace;
import io.provincelink.testing.Api;
import io.provincelink.testing.LogLines;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@QuarkusTestResource(OwnDatabase.class)
class AuditEntryResourceTest {

    private static final String ALL = "/api/v1/audit-entries";

    @Inject
    Store store;

    @Inject
    AuditEntries entries;

    private final FakeService trade = FakeService.trade();
    private final String traceId = UUID.randomUUID().toString().replace("-", "");
    private final Api traced = Api.unchecked().with("traceparent", "00-" + traceId + "-00f067aa0ba902b7-00");
    private final Api admin = Api.checked().as("VN.02", "admin");
    private final Api operator = Api.checked().bearing(Tokens.operator());

    @BeforeEach
    void start() {
        trade.answering(request -> request.body().onSuccess(body -> {
            if (request.path().endsWith("/refused")) {
                request.response()
                        .setStatusCode(403)
                        .putHeader("Content-Type", "application/problem+json")
                        .putHeader("Provincelink-Problem", "not-your-party")
                        .end("{}");
            } else {
                request.response()
                        .setStatusCode(request.method().name().equals("POST") ? 201 : 200)
                        .end("{}");
            }
        }));
        await().until(() -> admin.get(ALL).status() == 200);
    }

    @AfterEach
    void stop() {
        trade.stop();
    }

    /** The entry of this test's trace, once it is written. */
    private JsonNode entry(Api reader, String filter) {
        JsonNode[] found = new JsonNode[1];
        await().until(() -> {
            reader.get(ALL + "?limit=200" + filter)
                    .expect(200)
                    .json()
                    .path("items")
                    .forEach(entry -> {
                        if (entry.path("traceId").asText().equals(traceId)) {
                            found[0] = entry;
                        }
                    });
            return found[0] != null;
        });
        return found[0];
    }

    private boolean sees(Api reader) {
        return reader.get(ALL + "?limit=200").expect(200).response().asString().contains(traceId);
    }

    @Test
    void who_wrote_what_is_kept_without_what_was_written() {
        traced.as("VN.02", "reader", "editor")
                .post("/api/v1/gates?q=words", "{\"name\": \"Nguyễn\"}")
                .expect(201);
        JsonNode entry = entry(admin, "");
        assertThat(entry.path("method").asText()).isEqualTo("POST");
        assertThat(entry.path("route").asText()).isEqualTo("/api/v1/gates");
        assertThat(entry.path("path").asText()).isEqualTo("/api/v1/gates");
        assertThat(entry.path("status").asInt()).isEqualTo(201);
        assertThat(entry.path("outcome").asText()).isEqualTo("DONE");
        assertThat(entry.path("issuer").asText()).isEqualTo(Tokens.ISSUER);
        assertThat(entry.path("client").asText()).isEqualTo("tests");
        assertThat(entry.path("subject").asText()).startsWith("VN.02-reader");
        assertThat(entry.path("unit").asText()).isEqualTo("VN.02");
        assertThat(entry.path("body").asText()).isEqualTo("Foreign affairs department of VN.02");
        assertThat(entry.path("roles").toString()).isEqualTo("[\"editor\",\"reader\"]");
        assertThat(entry.path("times").asInt()).isEqualTo(1);
        assertThat(entry.has("problem")).isFalse();
        assertThat(entry.toString()).doesNotContain("words").doesNotContain("Nguyễn");
    }

    @Test
    void why_a_service_refused_is_kept_and_told_to_nobody_twice() {
        var refused =
                traced.as("VN.02", "editor").put("/api/v1/gates/refused", "{}").expect(403);
        assertThat(refused.header("Provincelink-Problem")).isNull();
        JsonNode entry = entry(admin, "&status=403&outcome=REFUSED&client=tests");
        assertThat(entry.path("problem").asText()).isEqualTo("not-your-party");
        assertThat(entry.path("route").asText()).isEqualTo("/api/v1/gates/{id}");
        assertThat(entry.path("path").asText()).isEqualTo("/api/v1/gates/refused");
    }

    @Test
    void why_the_gateway_refused_is_kept() {
        var refused = traced.as("VN.02", "reader").get("/api/v1/webhooks").expect(403);
        assertThat(refused.header("Provincelink-Problem")).isNull();
        assertThat(entry(admin, "").path("problem").asText()).isEqualTo("forbidden");
    }

    @Test
    void a_write_that_the_suite_could_not_do_is_kept() {
        trade.stop();
        traced.as("VN.02", "editor").post("/api/v1/gates", "{}").expect(503);
        JsonNode entry = entry(admin, "&outcome=FAILED");
        assertThat(entry.path("problem").asText()).isEqualTo("unavailable");
    }

    @Test
    void a_write_whose_client_did_not_wait_is_kept_as_that() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        trade.answering(request -> asked.countDown());
        Socket client = Wire.begin("""
                DELETE /api/v1/gates/x HTTP/1.1\r
                Host: x\r
                traceparent: 00-%s-00f067aa0ba902b7-00\r
                Authorization: Bearer %s\r
                \r
                """.formatted(traceId, Tokens.of("VN.02", "editor")));
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        client.close();
        JsonNode entry = entry(admin, "&outcome=UNANSWERED");
        assertThat(entry.path("status").asInt()).isZero();
        assertThat(entry.path("unit").asText()).isEqualTo("VN.02");
    }

    @Test
    void reading_what_one_may_is_nobodys_business() throws InterruptedException {
        traced.as("VN.02", "reader").get("/api/v1/gates").expect(200);
        traced.get("/api/v1/nothing").expect(404);
        Thread.sleep(500);
        assertThat(sees(admin) || sees(operator)).isFalse();
    }

    @Test
    void whoever_is_without_a_token_is_counted_and_not_told_apart() {
        String path = "/api/v1/trade-loads";
        for (int i = 0; i < 5; i++) {
            traced.bearing("x.y.z").post(path, "{}").expect(401);
        }
        Map<String, Integer> times = new HashMap<>();
        await().until(() -> {
            operator.get(ALL + "?limit=200&status=401")
                    .expect(200)
                    .json()
                    .path("items")
                    .forEach(entry -> {
                        if (entry.path("route").asText().equals(path)) {
                            assertThat(entry.path("problem").asText()).isEqualTo("unauthenticated");
                            assertThat(entry.has("client") || entry.has("unit")).isFalse();
                            assertThat(entry.toString()).doesNotContain("127.0.0.1");
                            times.put(
                                    entry.path("id").asText(),
                                    entry.path("times").asInt());
                        }
                    });
            return times.values().stream().mapToInt(Integer::intValue).sum() >= 5;
        });
        assertThat(times.values()).anyMatch(more -> more > 1);
    }

    @Test
    void each_unit_sees_its_own_and_what_it_succeeded() {
        traced.as("VN.02", "editor").post("/api/v1/gates", "{}").expect(201);
        entry(admin, "");
        assertThat(sees(Api.checked().as("VN.08", "admin"))).isTrue();
        assertThat(sees(Api.checked().as("CN.532600", "admin"))).isFalse();
        assertThat(sees(operator)).isFalse();
    }

    @Test
    void a_unit_does_not_see_what_its_successor_does() {
        traced.as("VN.08", "editor").post("/api/v1/gates", "{}").expect(201);
        entry(Api.checked().as("VN.08", "admin"), "");
        assertThat(sees(admin)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "editor", "approver", "statistician", "courier"})
    void only_operators_see_any(String role) {
        Api.checked().as("VN.02", role).get(ALL).expect(403);
    }

    @Test
    void without_a_token_nobody_does() {
        Api.checked().get(ALL).expect(401);
    }

    @Test
    void pages_follow_each_other_without_a_gap() {
        for (int i = 0; i < 3; i++) {
            traced.as("VN.15", "editor").delete("/api/v1/gates/page" + i).expect(200);
        }
        Api other = Api.checked().as("VN.15", "admin");
        await().until(() -> other.get(ALL).json().path("items").size() >= 3);
        Set<String> seen = new HashSet<>();
        String next = ALL + "?limit=1";
        for (int i = 0; i < 3; i++) {
            JsonNode page = other.get(next).expect(200).json();
            seen.add(page.at("/items/0/path").asText());
            next = page.path("next").asText();
        }
        assertThat(seen).containsExactlyInAnyOrder("/api/v1/gates/page0", "/api/v1/gates/page1", "/api/v1/gates/page2");
    }

    @Test
    void a_stretch_of_time_can_be_asked_for() {
        traced.as("VN.02", "editor").post("/api/v1/gates", "{}").expect(201);
        String at = entry(admin, "").path("at").asText();
        assertThat(admin.get(ALL + "?since=" + at + "&limit=200")
                        .expect(200)
                        .response()
                        .asString())
                .contains(traceId);
        assertThat(admin.get(ALL + "?until=" + at + "&limit=200")
                        .expect(200)
                        .response()
                        .asString())
                .doesNotContain(traceId);
        assertThat(admin.get(ALL + "?since=2999-01-01").expect(200).json().path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "?since=yesterday, ?since",
        "?until=2026-13-01, ?until",
        "?until=2026-11-30T08:00:00, ?until",
        "?status=9, ?status",
        "?status=x, ?status",
        "?outcome=LOST, ?outcome",
        "?cursor=x, ?cursor",
        "?limit=0, ?limit",
        "?unit=VN.08, ?unit",
    })
    void a_bad_question_is_named(String question, String pointer) {
        assertThat(admin.get(ALL + question).expect(400).at("/violations/0/pointer"))
                .isEqualTo(pointer);
    }

    @Test
    void while_the_database_is_away_requests_go_on_and_are_written_later() {
        OwnDatabase.takeAway();
        try (LogLines log = LogLines.open()) {
            assertThat(admin.get(ALL).expect(503).at("/type")).isEqualTo("urn:provincelink:problem:store-away");
            traced.as("VN.02", "editor").post("/api/v1/gates", "{}").expect(201);
            await().until(() -> log.with("io.provincelink.audit trace=" + traceId).stream()
                    .anyMatch(line -> line.contains("\"outcome\":\"DONE\"")));
        } finally {
            OwnDatabase.bringBack();
        }
        await().until(() -> admin.get(ALL).status() == 200);
        assertThat(entry(admin, "").path("status").asInt()).isEqualTo(201);
    }

    @Test
    void what_was_kept_long_enough_is_removed() {
        AuditEntry old = entryOf(Instant.parse("2020-01-01T00:00:00Z"));
        AuditEntry recent = entryOf(Instant.now());
        store.transaction(connection -> entries.add(connection, List.of(old, recent)));
        assertThat(sees(operator)).isTrue();
        store.transaction(
                connection -> entries.removeBefore(connection, Instant.now().minus(Duration.ofDays(400))));
        String left = operator.get(ALL + "?limit=200").expect(200).response().asString();
        assertThat(left)
                .contains(recent.id().toString())
                .doesNotContain(old.id().toString());
    }

    private AuditEntry entryOf(Instant at) {
        Trace trace = new Trace(traceId, "00f067aa0ba902b7", false, null);
        return AuditEntry.of(
                new Seen(at, Duration.ZERO, trace, null, "", "POST", "/api/v1/gates", "/api/v1/gates", 201, null));
    }

    @Test
    void a_token_that_calls_itself_what_cannot_be_kept_keeps_nobody_else_out() {
        String odd = Tokens.with(Map.of("azp", "a\tb\nc", "region", "VN.02", "body", "x".repeat(5_000)));
        traced.bearing(odd).post("/api/v1/gates", "{}").expect(201);
        JsonNode entry = entry(admin, "");
        assertThat(entry.path("client").asText()).isEqualTo("a?b?c");
        assertThat(entry.path("body").asText()).hasSize(200);
    }
}
