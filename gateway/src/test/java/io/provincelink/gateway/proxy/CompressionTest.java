package io.provincelink.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is compressed once stays so, and the gateway compresses what it says itself. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class CompressionTest {

    private static final String JSON = "{\"title\": \"" + "Hà Giang ".repeat(200) + "\"}";

    private final HttpClient wire = HttpClient.newHttpClient();
    private final FakeService agreements = FakeService.agreements();

    @AfterEach
    void stop() {
        agreements.stop();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return wire.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return String.join(" and ", response.headers().allValues(name));
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }

    @Test
    void what_a_service_compressed_passes_byte_by_byte() throws Exception {
        byte[] body = packed(JSON);
        AtomicReference<String> asked = new AtomicReference<>();
        agreements.answering(request -> {
            asked.set(request.getHeader("Accept-Encoding"));
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Content-Encoding", "gzip")
                    .putHeader("ETag", "\"3-a\"")
                    .end(Buffer.buffer(body));
        });

        var answer = get("/api/v1/agreements/x", "Accept-Encoding", "gzip");

        assertThat(asked.get()).isEqualTo("gzip");
        assertThat(answer.body()).isEqualTo(body);
        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(answer, "ETag")).isEqualTo("\"3-a\"");
    }

    @Test
    void what_a_service_left_plain_stays_plain_for_its_tag_says_so() throws Exception {
        agreements.answering(request -> request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("ETag", "\"3-b\"")
                .end(JSON));

        for (var answer : new HttpResponse<?>[] {
            get("/api/v1/agreements/x", "Accept-Encoding", "gzip"), get("/api/v1/agreements/x")
        }) {
            assertThat((byte[]) answer.body()).isEqualTo(JSON.getBytes(StandardCharsets.UTF_8));
            assertThat(header(answer, "Content-Encoding")).isIn("", "identity");
            assertThat(header(answer, "ETag")).isEqualTo("\"3-b\"");
        }
    }

    @Test
    void the_gateways_own_answers_are_compressed_for_who_takes_it() throws Exception {
        for (String path : new String[] {"/openapi", "/openapi.json", "/api/v1/nowhere", "/docs/"}) {
            var plain = get(path);
            var answer = get(path, "Accept-Encoding", "gzip");

            assertThat(header(plain, "Content-Encoding")).as(path).isIn("", "identity");
            assertThat(header(answer, "Content-Encoding")).as(path).isEqualTo("gzip");
            assertThat(unpacked(answer.body())).as(path).isEqualTo(plain.body());
        }
    }

    @Test
    void the_contract_has_a_tag_for_each_coding() throws Exception {
        String plain = header(get("/openapi"), "ETag");
        String packed = header(get("/openapi", "Accept-Encoding", "gzip"), "ETag");

        assertThat(packed).isNotEqualTo(plain);
        assertThat(get("/openapi", "If-None-Match", plain).statusCode()).isEqualTo(304);
        assertThat(get("/openapi", "If-None-Match", packed).statusCode()).isEqualTo(200);
        assertThat(get("/openapi", "If-None-Match", packed, "Accept-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(304);
    }
}
