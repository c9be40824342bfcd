package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, byte by byte. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CompressionTest {

    private static final String ALL = "/api/v1/agreements";

    private final HttpClient wire = HttpClient.newHttpClient();
    private final Api editor = Api.checked().as("XA.01", "reader", "editor");
    private final String token = Tokens.of("XA.01", "reader", "editor");

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path));
        request.header("Authorization", "Bearer " + token);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return wire.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }

    private String created() {
        return editor.post(ALL, AgreementMother.shared(AgreementMother.code()))
                .expect(201)
                .header("Location");
    }

    @Test
    void who_takes_gzip_gets_it_and_who_does_not_gets_plain_text() throws Exception {
        for (String path : new String[] {created(), ALL, "/api/v1/changes", ALL + "/none-such", ALL + "?limit=0"}) {
            var plain = get(path);
            var packed = get(path, "Accept-Encoding", "gzip");

            assertThat(header(plain, "Content-Encoding")).as(path).isIn("none", "identity");
            assertThat(header(packed, "Content-Encoding")).as(path).isEqualTo("gzip");
            assertThat(unpacked(packed.body())).as(path).isEqualTo(plain.body());
            assertThat(header(packed, "Content-Type")).isEqualTo(header(plain, "Content-Type"));
        }
        var contract = get("/openapi", "Accept-Encoding", "gzip", "Accept", "application/yaml");
        assertThat(header(contract, "Content-Encoding")).isEqualTo("gzip");
        assertThat(new String(unpacked(contract.body()), StandardCharsets.UTF_8))
                .startsWith("---\nopenapi");
    }

    @Test
    void each_coding_has_a_tag_of_its_own_and_a_change_goes_by_the_version_alone() throws Exception {
        String address = created();
        for (String path : new String[] {address, ALL + "?limit=1"}) {
            String plain = header(get(path), "ETag");
            String packed = header(get(path, "Accept-Encoding", "gzip"), "ETag");

            assertThat(packed).as(path).isNotEqualTo(plain);
            assertThat(get(path, "If-None-Match", plain).statusCode()).isEqualTo(304);
            assertThat(get(path, "If-None-Match", packed).statusCode()).isEqualTo(200);
            var known = get(path, "Accept-Encoding", "gzip", "If-None-Match", packed);
            assertThat(known.statusCode()).isEqualTo(304);
            assertThat(header(known, "ETag")).isEqualTo(packed);
            assertThat(header(known, "Vary")).contains("Accept-Encoding");
        }
        editor.with("If-Match", header(get(address), "ETag"))
                .patch(address, "{\"note\": {\"en\": \"read plain, written by one who takes gzip\"}}")
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "deflate",
                "gzip;q=0",
                "*",
                "*;q=0",
                "identity",
                "br",
                "gzip;q=0.5, deflate",
                "gzip, deflate;q=0.5",
                "gzip;q=x",
                "deflate, gzip;q=1.0, *;q=0.5",
                "",
                "gzip;q=0, *",
                "x-gzip"
            })
    void the_tag_knows_which_coding_the_server_chose(String accepted) throws Exception {
        String address = created();
        var plain = get(address);

        var answer = get(address, "Accept-Encoding", accepted);

        boolean packed = header(answer, "Content-Encoding").equals("gzip");
        assertThat(header(answer, "ETag").equals(header(plain, "ETag"))).isNotEqualTo(packed);
        assertThat(packed ? unpacked(answer.body()) : answer.body()).isEqualTo(plain.body());
    }

    @Test
    void a_page_of_fifty_agreements_is_below_20_kilobytes() throws Exception {
        for (int i = 0; i < 50; i++) {
            editor.post(
                            ALL,
                            AgreementMother.shared(AgreementMother.code())
                                    .replace("XB.010100", "CN.451400")
                                    .replace("Memorandum", "Memorandum no. " + i + " on trade, health and the border")
                                    .replace("谅解备忘录", "关于贸易、卫生和边境合作的谅解备忘录第" + i + "号")
                                    .replace("Bản ghi nhớ", "Bản ghi nhớ số " + i + " về thương mại và y tế"))
                    .expect(201);
        }

        var page = get(ALL + "?parties=XA.01,CN.451400&limit=50", "Accept-Encoding", "gzip");

        String text = new String(unpacked(page.body()), StandardCharsets.UTF_8);
        assertThat(text.split("\"code\":")).hasSize(51);
        assertThat(page.body().length)
                .as("bytes of %s plain ones", text.length())
                .isLessThan(20_000);
    }
}
