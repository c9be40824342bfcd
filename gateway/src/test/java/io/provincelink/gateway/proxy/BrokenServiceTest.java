package io.provincelink.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.Surroundings;
import io.provincelink.gateway.Wire;
import io.provincelink.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that fails costs its own paths a clear answer, and nothing else. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class BrokenServiceTest {

    private final FakeService trade = FakeService.trade();
    private final FakeService agreements = FakeService.agreements();

    @AfterEach
    void stop() {
        trade.stop();
        agreements.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "en, A part of the suite is not available",
        "vi-VN, Một phần",
        "zh-CN, 系统",
        "fr, A part of the suite is not available",
    })
    void aServiceThatIsDownIsUnavailableInTheReadersLanguage(String language, String title) {
        agreements.answering("{}");
        var answer = Api.unchecked().with("Accept-Language", language).get("/api/v1/gates?q=1");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/type")).isEqualTo("urn:provincelink:problem:unavailable");
        assertThat(answer.at("/instance")).isEqualTo("/api/v1/gates");
        assertThat(answer.at("/title")).startsWith(title);
        assertThat(answer.response().asString()).doesNotContain("127.0.0.1").doesNotContain("trade");
        assertThat(Api.unchecked().get("/api/v1/regions").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "vi,-", "*", "vi;q=x", ""})
    void aLanguageThatNobodyUnderstandsIsNoReasonToFail(String language) {
        Map<String, String> types = Map.of(
                "/api/v1/gates", "503 urn:provincelink:problem:unavailable",
                "/api/v1/programmes/x/review", "503 urn:provincelink:problem:unavailable",
                "/api/v1/nothing", "404 urn:provincelink:problem:not-found",
                "/nothing", "404 urn:provincelink:problem:not-found",
                "/api/v1/observations?indicator=x", "400 urn:provincelink:problem:validation");
        types.forEach((path, type) -> {
            var answer = Api.unchecked().with("Accept-Language", language).get(path);
            assertThat(answer.status() + " " + answer.at("/type")).as(path).isEqualTo(type);
            assertThat(answer.at("/title")).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void aWriteToAServiceThatIsDownIsToldToo(String method) {
        var answer = Api.unchecked().send(method, "/api/v1/gates", "application/json", "{\"a\":1}");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.at("/type")).isEqualTo("urn:provincelink:problem:unavailable");
    }

    @Test
    void itIsThereAgainAsSoonAsItIsUp() {
        assertThat(Api.unchecked().get("/api/v1/gates").status()).isEqualTo(503);
        trade.answering("{}");
        assertThat(Api.unchecked().get("/api/v1/gates").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aServiceThatDoesNotAnswerIsGivenUpAtTheDeadline(String method) {
        trade.hanging();
        long begin = System.nanoTime();
        Api api = Api.unchecked();
        var answer = method.equals("GET") ? api.get("/api/v1/gates") : api.post("/api/v1/gates", "{}");
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/type")).isEqualTo("urn:provincelink:problem:timeout");
    }

    /** There is one connection: the first request hangs on it, the others wait for it until their time is over. */
    @Test
    void aServiceThatHungIsReachedAgainByTheFirstWhoAsks() throws Exception {
        AtomicBoolean hangs = new AtomicBoolean(true);
        trade.answering(request -> {
            if (!hangs.get()) {
                request.response().end("{}");
            }
        });
        List<Socket> waiting = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waiting.add(Wire.begin("GET /api/v1/gates HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        }
        for (Socket socket : waiting) {
            assertThat(Wire.rest(socket).status()).isEqualTo(504);
        }
        hangs.set(false);
        assertThat(Wire.get("/api/v1/gates").status()).isEqualTo(200);
    }

    /** Whoever gets the connection in the moment in which its time is over gives it back, however many there are. */
    @RepeatedTest(5)
    void aConnectionThatComesTooLateServesTheNext() throws Exception {
        AtomicReference<HttpServerRequest> first = new AtomicReference<>();
        trade.answering(request -> {
            if (!first.compareAndSet(null, request)) {
                request.response().end("{}");
            }
        });
        List<Socket> waiting = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            waiting.add(Wire.begin("GET /api/v1/gates HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        }
        for (Socket socket : waiting) {
            assertThat(Wire.rest(socket).status()).isIn(200, 504);
        }
        assertThat(Wire.get("/api/v1/gates").status()).isEqualTo(200);
    }

    @Test
    void manyWhoGaveUpWaitingAreSkippedAtOnce() throws Exception {
        AtomicReference<HttpServerRequest> first = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        trade.answering(request -> {
            if (first.compareAndSet(null, request)) {
                request.response().setChunked(true).write("{");
                begun.countDown();
            } else {
                request.response().end("{}");
            }
        });
        String get = "GET /api/v1/gates HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        try (Socket reading = Wire.begin(get)) {
            // else one of those who wait could be before it
            assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
            List<Socket> waiting = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                waiting.add(Wire.begin(get));
            }
            // the answer must not fall silent for too long on a slow machine
            first.get().response().write(" ");
            for (Socket socket : waiting) {
                assertThat(Wire.rest(socket).status()).isEqualTo(504);
            }
            first.get().response().end("}");
            assertThat(Wire.rest(reading).status()).isEqualTo(200);
        }
        assertThat(Wire.get("/api/v1/gates").status()).isEqualTo(200);
    }

    @Test
    void aWriteThatWaitsForAConnectionIsGivenUpAtTheDeadlineToo() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        trade.answering(request -> {
            asked.incrementAndGet();
            first.countDown();
            request.body().onSuccess(body -> request.response().end("got " + body));
        });
        String post = "POST /api/v1/gates HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 4\r\n\r\nab";
        try (Socket slow = Wire.begin(post)) {
            assertThat(first.await(5, TimeUnit.SECONDS)).isTrue();
            var refused = Wire.send(post + "cd");
            assertThat(refused.status()).isEqualTo(504);
            assertThat(refused.body()).contains("urn:provincelink:problem:timeout");
            Wire.more(slow, "cd");
            assertThat(Wire.rest(slow).body()).isEqualTo("got abcd");
        }
        assertThat(Wire.send(post + "cd").body()).isEqualTo("got abcd");
        // the one that had its refusal was not sent afterwards
        assertThat(asked).hasValue(2);
    }

    @Test
    void aSlowFirstByteBeforeTheDeadlineIsNoFailure() {
        trade.answering(request -> new Thread(() -> {
                    try {
                        Thread.sleep(600);
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    request.response().end("late");
                })
                .start());
        assertThat(Api.unchecked().get("/api/v1/gates").expect(200).response().asString())
                .isEqualTo("late");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", "HTTP/1.1 200"})
    void anAnswerThatIsNoneIsABadGateway(String said) {
        trade.talking(socket -> socket.handler(asked -> socket.end(io.vertx.core.buffer.Buffer.buffer(said))));
        var answer = Api.unchecked().post("/api/v1/gates", "{}");
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.at("/type")).isEqualTo("urn:provincelink:problem:bad-gateway");
    }

    @Test
    void aReadIsAskedOnceMoreWhenTheConnectionWasDead() {
        AtomicInteger connections = new AtomicInteger();
        trade.talking(socket -> {
            if (connections.incrementAndGet() == 1) {
                socket.handler(asked -> socket.close());
            } else {
                socket.handler(asked -> socket.end(
                        io.vertx.core.buffer.Buffer.buffer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")));
            }
        });
        assertThat(Api.unchecked().get("/api/v1/gates").status()).isEqualTo(200);
        assertThat(connections).hasValue(2);
    }

    @Test
    void aWriteIsNeverAskedTwice() {
        AtomicInteger connections = new AtomicInteger();
        trade.talking(socket -> {
            connections.incrementAndGet();
            socket.handler(asked -> socket.close());
        });
        assertThat(Api.unchecked().post("/api/v1/gates", "{}").status()).isEqualTo(502);
        assertThat(connections).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"a\"",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{\"a\"\r\n",
            })
    void anAnswerThatBreaksOffBreaksOffForTheClientToo(String said) {
        trade.talking(socket -> socket.handler(asked -> socket.end(io.vertx.core.buffer.Buffer.buffer(said))));
        var seen = Wire.send("GET /api/v1/gates HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body()).doesNotEndWith("0\r\n\r\n");
        assertThat(seen.text().length()).isLessThan(600);
    }

    @Test
    void theServicesOwnProblemPassesUnchanged() {
        trade.answering(request -> request.response()
                .setStatusCode(503)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Retry-After", "7")
                .end("{\"type\":\"urn:x\"}"));
        var answer = Api.unchecked().get("/api/v1/gates").expect(503);
        assertThat(answer.at("/type")).isEqualTo("urn:x");
        assertThat(answer.header("Retry-After")).isEqualTo("7");
    }
}
