package io.provincelink.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.Surroundings;
import io.provincelink.gateway.Wire;
import io.provincelink.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies pass while they come: nothing waits for their end, nothing large is kept. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class StreamingTest {

    private static final int MIB = 1 << 20;

    /** As {@link Surroundings} sets it. */
    private static final Duration SILENCE = Duration.ofSeconds(4);

    private final FakeService trade = FakeService.trade();

    @AfterEach
    void stop() {
        trade.stop();
    }

    @Test
    void aServiceSeesTheBeginningOfABodyBeforeItsEnd() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        trade.answering(request -> {
            request.handler(piece -> begun.countDown());
            request.endHandler(all -> request.response().end("done"));
        });
        try (Socket socket = Wire.open()) {
            OutputStream out = socket.getOutputStream();
            out.write("POST /api/v1/gates HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 10\r\n\r\n12345"
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
            // longer than the deadline, which runs from the end of the request
            Thread.sleep(1_200);
            out.write("67890".getBytes(StandardCharsets.UTF_8));
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200").endsWith("done");
        }
    }

    @Test
    void aClientSeesTheBeginningOfAnAnswerBeforeItsEnd() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        trade.answering(request -> {
            request.response().setChunked(true).write("first");
            new Thread(() -> {
                        try {
                            if (seen.await(5, TimeUnit.SECONDS)) {
                                request.response().end("last");
                            }
                        } catch (InterruptedException stopped) {
                            Thread.currentThread().interrupt();
                        }
                    })
                    .start();
        });
        try (Socket socket = Wire.open()) {
            socket.getOutputStream()
                    .write("GET /api/v1/gates HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            StringBuilder text = new StringBuilder();
            while (text.indexOf("first") < 0) {
                text.append((char) in.read());
            }
            seen.countDown();
            text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(text.toString()).contains("last");
        }
    }

    @Test
    void aClientOfTheOldProtocolGetsAnAnswerOfUnknownLengthAsItComes() throws Exception {
        trade.answering(request -> request.response().setChunked(true).write("first"));
        try (Socket socket = Wire.open()) {
            socket.getOutputStream().write("GET /api/v1/gates HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            StringBuilder text = new StringBuilder();
            while (text.indexOf("first") < 0) {
                text.append((char) socket.getInputStream().read());
            }
            assertThat(text.toString())
                    .startsWith("HTTP/1.0 200")
                    .doesNotContain("chunked")
                    .endsWith("\r\n\r\nfirst");
        }
    }

    @Test
    void aClientOfTheOldProtocolSeesTheEndOfTheAnswer() {
        trade.answering(request -> {
            request.response().setChunked(true).write("first");
            request.response().end("last");
        });
        assertThat(Wire.send("GET /api/v1/gates HTTP/1.0\r\n\r\n").body()).isEqualTo("firstlast");
        var asksToStay = Wire.send("GET /api/v1/gates HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        assertThat(asksToStay.body()).isEqualTo("firstlast");
        assertThat(asksToStay.head()).contains("connection: close").doesNotContain("connection: keep-alive");
    }

    @Test
    void aClientOfTheOldProtocolMayKeepTheConnectionWhereTheLengthIsKnown() {
        trade.answering("{}");
        String one = "GET /api/v1/gates HTTP/1.0\r\n";
        var seen = Wire.send(one + "Connection: keep-alive\r\n\r\n" + one + "\r\n");
        assertThat(seen.text().split("HTTP/1.0 200", -1)).hasSize(3);
    }

    /** Writes so many bytes as fast as they are taken. */
    private static void pour(HttpServerRequest request, long size, AtomicLong written) {
        Buffer piece = Buffer.buffer(new byte[64 * 1024]);
        var response = request.response().setChunked(true);
        Runnable more = new Runnable() {
            @Override
            public void run() {
                while (!response.writeQueueFull() && written.get() < size) {
                    response.write(piece);
                    written.addAndGet(piece.length());
                }
                if (written.get() >= size) {
                    response.end();
                } else {
                    response.drainHandler(drained -> run());
                }
            }
        };
        more.run();
    }

    @Test
    void aClientMayPauseInTheMiddleOfAnAnswerForLongerThanAServiceMayBeSilent() throws Exception {
        int size = 64 * MIB;
        trade.answering(request -> pour(request, size, new AtomicLong()));
        try (Socket socket = Wire.begin("GET /api/v1/gates HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")) {
            InputStream in = socket.getInputStream();
            in.read();
            // a reader that takes its time: nothing but time can show that it is given
            Thread.sleep(SILENCE.plusSeconds(1).toMillis());
            assertThat(1 + countRest(in)).isGreaterThan(size);
        }
    }

    @Test
    void aServiceThatFallsSilentInTheMiddleOfAnAnswerIsBrokenOff() throws Exception {
        CountDownLatch brokenOff = new CountDownLatch(1);
        trade.answering(request -> {
            request.response().closeHandler(closed -> brokenOff.countDown());
            request.response().setChunked(true).write("first");
        });
        var seen = Wire.send("GET /api/v1/gates HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body()).contains("first").doesNotEndWith("0\r\n\r\n");
        assertThat(brokenOff.await(5, TimeUnit.SECONDS)).isTrue();
        // for a client of the old protocol too, which sees only the end of the connection
        assertThat(Wire.send("GET /api/v1/gates HTTP/1.0\r\n\r\n").body()).isEqualTo("first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 10\r\n\r\n12345", "Transfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n"})
    void aClientThatStopsInTheMiddleOfABodyIsToldThatItIsItsOwnFault(String begun) throws Exception {
        CountDownLatch brokenOff = new CountDownLatch(1);
        trade.answering(request -> {
            request.handler(piece -> {});
            request.exceptionHandler(broken -> brokenOff.countDown());
            request.endHandler(all -> request.response().end("all of it"));
        });
        var seen = Wire.send("POST /api/v1/gates HTTP/1.1\r\nHost: x\r\n" + begun);
        assertThat(seen.status()).isEqualTo(408);
        assertThat(seen.head()).contains("content-type: application/problem+json", "connection: close");
        assertThat(seen.body()).contains("urn:provincelink:problem:request-timeout");
        assertThat(brokenOff.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private static long countRest(InputStream in) throws IOException {
        long read = 0;
        byte[] buffer = new byte[256 * 1024];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            read += n;
        }
        return read;
    }

    @Test
    void aLargeAnswerWaitsAtTheServiceForASlowClient() throws Exception {
        int size = 256 * MIB;
        AtomicLong written = new AtomicLong();
        trade.answering(request -> pour(request, size, written));
        try (Socket socket = Wire.open()) {
            socket.getOutputStream()
                    .write("GET /api/v1/gates HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            in.read();
            Thread.sleep(500);
            assertThat(written.get()).isLessThan(32L * MIB);
            assertThat(1 + countRest(in)).isGreaterThan(size);
        }
    }

    @Test
    void aBodyOfExactlyTheLimitPasses() {
        trade.answering(
                request -> request.body().onSuccess(body -> request.response().end(String.valueOf(body.length()))));
        var answer = Api.unchecked().send("POST", "/api/v1/gates", "text/plain", "x".repeat(MIB));
        assertThat(answer.expect(200).response().asString()).isEqualTo(String.valueOf(MIB));
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedAtOnce() {
        trade.answering(request -> request.response().end("reached"));
        var seen = Wire.send("POST /api/v1/gates HTTP/1.1\r\nHost: x\r\nAccept-Language: vi\r\nContent-Length: "
                + (MIB + 1) + "\r\nExpect: 100-continue\r\n\r\n");
        assertThat(seen.status()).isEqualTo(413);
        assertThat(seen.head()).contains("content-type: application/problem+json", "connection: close");
        assertThat(seen.body())
                .contains("urn:provincelink:problem:too-large", "1 MiB")
                .doesNotContain("A body");
    }

    @Test
    void aBodyThatIsSentAllTheSameDoesNotKeepTheClientFromReadingTheRefusal() {
        trade.answering(request -> request.response().end("reached"));
        for (int i = 0; i < 5; i++) {
            var seen = Wire.send("POST /api/v1/gates HTTP/1.1\r\nHost: x\r\nContent-Length: " + 3 * MIB + "\r\n\r\n"
                    + "x".repeat(3 * MIB));
            assertThat(seen.status()).isEqualTo(413);
        }
    }

    @Test
    void aBodyOfUnknownLengthIsCutOffAtTheLimit() throws Exception {
        AtomicLong taken = new AtomicLong();
        CountDownLatch brokenOff = new CountDownLatch(1);
        trade.answering(request -> {
            request.handler(piece -> taken.addAndGet(piece.length()));
            request.exceptionHandler(broken -> brokenOff.countDown());
            request.endHandler(all -> request.response().end("all of it"));
        });
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        var seen = Wire.send("POST /api/v1/gates HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunk.repeat(20) + "0\r\n\r\n");
        assertThat(seen.status()).isEqualTo(413);
        assertThat(seen.body()).contains("urn:provincelink:problem:too-large");
        assertThat(taken.get()).isLessThanOrEqualTo(MIB);
        assertThat(brokenOff.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aBodyOfUnknownLengthBelowTheLimitPasses() {
        trade.answering(
                request -> request.body().onSuccess(body -> request.response().end("got " + body)));
        var seen = Wire.send(
                "POST /api/v1/gates HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "3\r\nabc\r\n0\r\n\r\n");
        assertThat(seen.text()).contains("got abc");
    }

    @Test
    void aClientThatAsksWhetherToGoOnIsToldSo() throws Exception {
        trade.answering(request ->
                request.body().onSuccess(body -> request.response().end(body + " " + request.getHeader("Expect"))));
        try (Socket socket = Wire.open()) {
            socket.getOutputStream()
                    .write(("POST /api/v1/gates HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\n"
                                    + "Content-Length: 3\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            byte[] first = socket.getInputStream().readNBytes(12);
            assertThat(new String(first, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 100");
            socket.getOutputStream().write("abc".getBytes(StandardCharsets.UTF_8));
            String rest = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(rest).contains("HTTP/1.1 200").endsWith("abc null");
        }
    }
}
