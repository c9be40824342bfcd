package io.provincelink.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.Surroundings;
import io.provincelink.gateway.Wire;
import io.provincelink.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever hangs up is not worked for any longer: the service sees its connection close. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class GoneClientTest {

    private static final String GET = "GET /api/v1/gates HTTP/1.1\r\nHost: x\r\n\r\n";

    private final FakeService trade = FakeService.trade();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch reset = new CountDownLatch(1);

    @AfterEach
    void stop() {
        trade.stop();
    }

    @Test
    void beforeTheHeadOfTheAnswer() throws Exception {
        trade.answering(request -> {
            request.connection().closeHandler(closed -> reset.countDown());
            asked.countDown();
        });
        Socket client = Wire.begin(GET);
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        client.close();
        // sooner than the deadline of one second, at which the gateway would give up by itself
        assertThat(reset.await(800, TimeUnit.MILLISECONDS)).isTrue();
    }

    @Test
    void inTheMiddleOfTheAnswer() throws Exception {
        trade.answering(request -> {
            request.connection().closeHandler(closed -> reset.countDown());
            pour(request.response().setChunked(true));
        });
        try (Socket client = Wire.begin(GET)) {
            client.getInputStream().readNBytes(100_000);
        }
        assertThat(reset.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void inTheMiddleOfTheRequest() throws Exception {
        trade.answering(request -> {
            request.connection().closeHandler(closed -> reset.countDown());
            request.handler(piece -> asked.countDown());
        });
        Socket client = Wire.begin("POST /api/v1/gates HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345");
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        client.close();
        // sooner than the silence of four seconds after which the gateway would give up by itself
        assertThat(reset.await(2_500, TimeUnit.MILLISECONDS)).isTrue();
    }

    @Test
    void whileItWaitsForAConnection() throws Exception {
        trade.answering(request -> {
            asked.countDown();
            request.body().onSuccess(body -> request.response().end(request.uri()));
        });
        String post = "POST /api/v1/gates?busy HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\na";
        try (Socket busy = Wire.begin(post)) {
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
            Wire.begin(GET.replace("gates", "gates?gone")).close();
            Wire.more(busy, "b");
            assertThat(Wire.rest(busy).body()).isEqualTo("/api/v1/gates?busy");
        }
        assertThat(Wire.get("/api/v1/gates?next").body()).isEqualTo("/api/v1/gates?next");
    }

    /** One connection to the service serves all: what is done to it for one client happens to another. */
    @Test
    void withItsAnswerInHandItCostsNobodyElseTheirs() throws Exception {
        trade.answering(
                request -> request.body().onSuccess(body -> request.response().end(body)));
        ExecutorService hasty = Executors.newFixedThreadPool(3);
        AtomicBoolean over = new AtomicBoolean();
        try {
            for (int i = 0; i < 3; i++) {
                hasty.submit(() -> {
                    while (!over.get()) {
                        hangUpWithTheLastByte();
                    }
                    return null;
                });
            }
            Api patient = Api.unchecked();
            for (int i = 0; i < 1_500; i++) {
                assertThat(patient.post("/api/v1/gates", "{}").status())
                        .as("request %d", i)
                        .isEqualTo(200);
            }
        } finally {
            over.set(true);
            hasty.shutdown();
            assertThat(hasty.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void hangUpWithTheLastByte() throws IOException {
        String body = "x".repeat(200);
        try (Socket client = Wire.begin(
                "POST /api/v1/gates HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)) {
            client.setSoLinger(true, 0);
            int last = 0;
            for (int seen = 0; seen < body.length() && last >= 0; ) {
                last = client.getInputStream().read();
                seen = last == 'x' ? seen + 1 : 0;
            }
        }
    }

    private static void pour(HttpServerResponse response) {
        Buffer piece = Buffer.buffer(new byte[64 * 1024]);
        while (!response.writeQueueFull() && !response.closed()) {
            response.write(piece);
        }
        response.drainHandler(drained -> pour(response));
    }
}
