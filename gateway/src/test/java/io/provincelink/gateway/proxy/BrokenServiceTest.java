package io.provincelink.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.Surroundings;
import io.provincelink.gateway.Wire;
import io.provincelink.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
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
        var answer =
                Api.unchecked().send(method, "/api/v1/gates", "application/json", "GET".equals(method) ? null : "{}");
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(900), Duration.ofMillis(2_500));
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/type")).isEqualTo("urn:provincelink:problem:timeout");
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
