package io.provincelink.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.Surroundings;
import io.provincelink.gateway.Wire;
import io.provincelink.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents on their way through: larger bodies than anywhere else, and parts of answers. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DocumentPassageTest {

    private static final int MIB = 1 << 20;
    private static final String DOCUMENTS = "/api/v1/agreements/a-b/documents";
    private static final String CONTENT = DOCUMENTS + "/7/content";

    private final FakeService agreements = FakeService.agreements();

    @AfterEach
    void stop() {
        agreements.stop();
    }

    private AtomicLong counting() {
        AtomicLong taken = new AtomicLong();
        agreements.answering(request -> {
            request.handler(piece -> taken.addAndGet(piece.length()));
            request.endHandler(all -> request.response().end("done"));
        });
        return taken;
    }

    @Test
    void aDocumentOfTheLargestSizePasses() {
        AtomicLong taken = counting();
        var answer = Api.unchecked().send("POST", DOCUMENTS + "?role=ANNEX", "application/pdf", new byte[20 * MIB]);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(taken.get()).isEqualTo(20L * MIB);
    }

    @Test
    void aDocumentOfOneByteMoreIsRefused() {
        counting();
        var seen = Wire.send("POST " + DOCUMENTS + "?role=ANNEX HTTP/1.1\r\nHost: x\r\nContent-Length: "
                + (20 * MIB + 1) + "\r\n\r\n");
        assertThat(seen.status()).isEqualTo(413);
        assertThat(seen.body()).contains("urn:provincelink:problem:too-large", "at most 20 MiB");
    }

    @Test
    void aDocumentOfUnknownLengthIsCutOffAtTheLimit() {
        AtomicLong taken = counting();
        String chunk = "100000\r\n" + "x".repeat(MIB) + "\r\n";
        var seen = Wire.send(
                "POST " + DOCUMENTS + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunk.repeat(20) + "1\r\nx\r\n0\r\n\r\n");
        assertThat(seen.status()).isEqualTo(413);
        assertThat(taken.get()).isLessThanOrEqualTo(20L * MIB);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/agreements",
                "POST /api/v1/agreements/a-b/actions",
                "PUT /api/v1/agreements/a-b/documents",
                "POST /api/v1/agreements/a-b/documents/7",
                "POST /api/v1/programmes/a-b/documents"
            })
    void everythingElseKeepsItsLimit(String where) {
        counting();
        var seen = Wire.send(where + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + (MIB + 1) + "\r\n\r\n");
        assertThat(seen.status()).isEqualTo(413);
    }

    @Test
    void aPartOfADocumentPassesAsItIs() {
        agreements.answering(request -> request.response()
                .setStatusCode(206)
                .putHeader("Content-Range", "bytes 2-5/10")
                .putHeader("Content-Length", "4")
                .putHeader("ETag", "\"abc\"")
                .putHeader("Accept-Ranges", "bytes")
                .putHeader("Repr-Digest", "sha-256=:AAAA:")
                .putHeader("Content-Disposition", "attachment; filename=\"a.pdf\"; filename*=UTF-8''%C4%91.pdf")
                .end(request.getHeader("Range").equals("bytes=2-5") ? "2345" : "????"));
        var seen = Wire.get(CONTENT, "Range: bytes=2-5", "If-Range: \"abc\"");
        assertThat(seen.status()).isEqualTo(206);
        assertThat(seen.body()).isEqualTo("2345");
        assertThat(seen.head())
                .contains(
                        "content-range: bytes 2-5/10",
                        "content-length: 4",
                        "etag: \"abc\"",
                        "accept-ranges: bytes",
                        "repr-digest: sha-256=:aaaa:",
                        "content-disposition: attachment; filename=\"a.pdf\"; filename*=utf-8''%c4%91.pdf");
    }

    @Test
    void aPartThatIsNotThereIsRefusedAsTheServiceSaysIt() {
        agreements.answering(request -> request.response()
                .setStatusCode(416)
                .putHeader("Content-Range", "bytes */10")
                .putHeader("Content-Type", "application/problem+json")
                .end("{}"));
        var seen = Wire.get(CONTENT, "Range: bytes=99-");
        assertThat(seen.status()).isEqualTo(416);
        assertThat(seen.head()).contains("content-range: bytes */10");
        assertThat(seen.body()).isEqualTo("{}");
    }

    @Test
    void theHeadOfADocumentSaysItsLengthAndHasNoBody() {
        agreements.answering(request -> request.response()
                .putHeader("Content-Length", "12345")
                .putHeader("Accept-Ranges", "bytes")
                .end());
        var seen = Wire.send("HEAD " + CONTENT + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.head()).contains("content-length: 12345", "accept-ranges: bytes");
        assertThat(seen.body()).isEmpty();
    }
}
