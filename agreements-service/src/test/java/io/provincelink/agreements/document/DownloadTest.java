package io.provincelink.agreements.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of documents, for lines that break off. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DownloadTest {

    /** Two pieces and a bit. */
    private static final int SIZE = 2 * Documents.PIECE + 1000;

    private static final byte[] FILE = DocumentMother.pdfOf(SIZE, DocumentMother.VIETNAMESE);

    private final Api editor = Api.unchecked().as("XA.01", "reader", "editor", "approver");
    private static String content = "";

    @BeforeEach
    void a_document() {
        if (content.isEmpty()) {
            String code = AgreementMother.code();
            editor.post("/api/v1/agreements", AgreementMother.shared(code)).expect(201);
            content = editor.send(
                                    "POST",
                                    "/api/v1/agreements/" + code + "/documents?role=SIGNED_SCAN&language=vi",
                                    MediaTypes.PDF,
                                    FILE)
                            .expect(201)
                            .header("Location")
                    + "/content";
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-99, 0, 99",
        "bytes=262143-262144, 262143, 262144",
        "bytes=262144-, 262144, 525287",
        "bytes=500000-999999999, 500000, 525287",
        "bytes=-1, 525287, 525287",
        "bytes=-600000, 0, 525287",
        "BYTES = 5 - 6, 5, 6"
    })
    void one_part_is_given(String range, int from, int to) {
        var part = editor.with("Range", range).get(content).expect(206);

        assertThat(part.header("Content-Range")).isEqualTo("bytes " + from + "-" + to + "/" + SIZE);
        assertThat(part.header("Content-Length")).isEqualTo(String.valueOf(to - from + 1));
        assertThat(part.response().asByteArray()).isEqualTo(Arrays.copyOfRange(FILE, from, to + 1));
        assertThat(part.header("Repr-Digest")).isNotNull();
        assertThat(part.header("ETag")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=525288-", "bytes=525288-525289", "bytes=-0"})
    void a_part_beyond_the_end_cannot_be_given(String range) {
        var refused = editor.with("Range", range).get(content).expect(416);

        assertThat(refused.header("Content-Range")).isEqualTo("bytes */" + SIZE);
        assertThat(refused.at("/type")).endsWith("range-not-satisfiable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,5-6",
                "bytes=6-5",
                "lines=1-2",
                "bytes=-",
                "bytes=a-b",
                "bytes=99999999999999999999-",
                "nonsense"
            })
    void what_is_no_single_range_gives_the_whole(String range) {
        var whole = editor.with("Range", range).get(content).expect(200);

        assertThat(whole.response().asByteArray()).isEqualTo(FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/pdf", "application/octet-stream", "text/html", "image/*;q=0.5"})
    void it_comes_in_the_type_that_it_has_whatever_the_reader_names(String accept) {
        var file = editor.with("Accept", accept).get(content).expect(200);

        assertThat(file.header("Content-Type")).isEqualTo(MediaTypes.PDF);
        assertThat(file.response().asByteArray()).isEqualTo(FILE);
    }

    @Test
    void a_part_is_given_only_of_the_file_that_the_reader_has() {
        String etag = editor.get(content).etag();
        Api part = editor.with("Range", "bytes=0-9");

        part.with("If-Range", etag).get(content).expect(206);
        part.with("If-Range", "\"another\"").get(content).expect(200);
        part.with("If-Range", "W/" + etag).get(content).expect(200);
        part.with("If-Range", "Wed, 21 Oct 2015 07:28:00 GMT").get(content).expect(200);
    }

    @Test
    void what_the_reader_has_is_not_sent_again() {
        String etag = editor.get(content).etag();

        var known = editor.with("If-None-Match", "\"x\", " + etag).get(content).expect(304);

        assertThat(known.response().asByteArray()).isEmpty();
        assertThat(known.etag()).isEqualTo(etag);
        editor.with("If-None-Match", etag)
                .with("Range", "bytes=0-1")
                .get(content)
                .expect(304);
        editor.with("If-None-Match", "\"x\"").get(content).expect(200);
    }

    @Test
    void the_head_alone_says_how_large_it_is() {
        var head = io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + io.provincelink.testing.Tokens.of("XA.01", "reader"))
                .head(content);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(SIZE));
        assertThat(head.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(head.asByteArray()).isEmpty();
    }

    @Test
    void a_reader_that_takes_a_part_after_another_has_the_whole() {
        byte[] got = new byte[SIZE];
        for (int at = 0; at < SIZE; at += 100_000) {
            byte[] part = editor.with("Range", "bytes=" + at + "-" + (at + 99_999))
                    .get(content)
                    .expect(206)
                    .response()
                    .asByteArray();
            System.arraycopy(part, 0, got, at, part.length);
        }

        assertThat(got).isEqualTo(FILE);
    }
}
