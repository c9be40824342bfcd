package io.provincelink.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.Surroundings;
import io.provincelink.gateway.Wire;
import io.provincelink.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of trade figures on their way through: the largest bodies of all, and answers that may take their time. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class LoadPassageTest {

    private static final int MIB = 1 << 20;
    private static final String LOADS = "/api/v1/trade-loads";

    private final FakeService trade = FakeService.trade();

    @AfterEach
    void stop() {
        trade.stop();
    }

    @Test
    void aFileLargerThanAnyDocumentPasses() {
        AtomicLong taken = new AtomicLong();
        trade.answering(request -> {
            request.handler(piece -> taken.addAndGet(piece.length()));
            request.endHandler(all -> request.response().end("done"));
        });
        var answer = Api.unchecked().send("POST", LOADS + "?dryRun=true", "text/csv", new byte[21 * MIB]);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(taken.get()).isEqualTo(21L * MIB);
    }

    @Test
    void aFileOfMoreThanOneGibibyteIsRefused() {
        var seen =
                Wire.send("POST " + LOADS + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + ((1L << 30) + 1) + "\r\n\r\n");
        assertThat(seen.status()).isEqualTo(413);
        assertThat(seen.body()).contains("urn:provincelink:problem:too-large", "1,024 MiB");
    }

    @Test
    void theServiceMayTakeLongerForAFileThanForAnythingElse() {
        // the deadline of everything else is one second here
        trade.answering(request ->
                request.endHandler(all -> Vertx.currentContext().owner().setTimer(2_000, later -> request.response()
                        .end("done"))));
        assertThat(Api.unchecked().send("POST", LOADS, "text/csv", "x").status())
                .isEqualTo(200);
        assertThat(Api.unchecked()
                        .send("POST", "/api/v1/gates", "text/csv", "x")
                        .status())
                .isEqualTo(504);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT /api/v1/trade-loads",
                "POST /api/v1/trade-loads/7/cancellation",
                "POST /api/v1/trade-figures",
                "POST /api/v1/trade-loads/7"
            })
    void everythingElseKeepsItsLimit(String where) {
        var seen = Wire.send(where + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + (MIB + 1) + "\r\n\r\n");
        assertThat(seen.status()).isEqualTo(413);
    }
}
