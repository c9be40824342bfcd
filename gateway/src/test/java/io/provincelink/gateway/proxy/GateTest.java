package io.provincelink.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.Surroundings;
import io.provincelink.gateway.Wire;
import io.provincelink.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes, and in which form. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class GateTest {

    private final FakeService trade = FakeService.trade();
    private final FakeService agreements = FakeService.agreements();

    @AfterEach
    void stop() {
        trade.stop();
        agreements.stop();
    }

    @Test
    void pathQueryBodyAndAnswerPassUnchanged() {
        AtomicReference<String> seen = new AtomicReference<>();
        trade.answering(request -> request.body().onSuccess(body -> {
            seen.set(request.method() + " " + request.uri() + " " + body);
            request.response()
                    .setStatusCode(201)
                    .putHeader("Location", "/api/v1/gates/x")
                    .putHeader("ETag", "\"1-a\"")
                    .end("{\"a\": 1.50}");
        }));
        var answer =
                Api.unchecked().send("POST", "/api/v1/gates?q=%C4%90%C3%B4ng+b&q=", "application/json", "{ \"b\" :2 }");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/gates/x");
        assertThat(answer.etag()).isEqualTo("\"1-a\"");
        assertThat(answer.response().asString()).isEqualTo("{\"a\": 1.50}");
        assertThat(seen.get()).isEqualTo("POST /api/v1/gates?q=%C4%90%C3%B4ng+b&q= { \"b\" :2 }");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12%2F2026%2FQ%C4%90-UBND", "a%5Cb%3bc", "x%252F..%252Fy"})
    void aPartnersKeyPassesAsItWasSent(String key) {
        AtomicReference<String> seen = new AtomicReference<>();
        agreements.answering(request -> {
            seen.set(request.uri());
            request.response().end("{}");
        });
        String address = "/api/v1/agreements/by-external-id/dms.xa/" + key;
        assertThat(Wire.get(address).status()).isEqualTo(200);
        assertThat(seen.get()).isEqualTo(address);
    }

    @Test
    void aKeyThatIsNotEncodedIsToldHow() {
        var answer = Api.unchecked()
                .get("/api/v1/agreements/by-external-id/dms.xa/12/2026")
                .expect(400);
        assertThat(answer.at("/violations/0/pointer")).isEqualTo("{id}");
        assertThat(answer.at("/violations/0/message")).contains("%2F");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "OPTIONS"})
    void everyMethodPasses(String method) {
        agreements.answering(request -> request.response()
                .putHeader("X-Method", request.method().name())
                .end());
        var answer = Api.unchecked().send(method, "/api/v1/programmes/x", "application/json", "{}");
        assertThat(answer.expect(200).header("X-Method")).isEqualTo(method);
    }

    @Test
    void aHeadKeepsTheLengthOfWhatItDoesNotSend() {
        agreements.answering(request ->
                request.response().putHeader("Content-Length", "1234").end());
        var seen = Wire.send("HEAD /api/v1/programmes/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.head()).contains("content-length: 1234");
        assertThat(seen.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void anAnswerWithoutBodyHasNoBodyHeaders(int status) {
        agreements.answering(request -> request.response()
                .setStatusCode(status)
                .putHeader("ETag", "\"7-a\"")
                .end());
        var seen = Wire.get("/api/v1/programmes/x", "If-None-Match: \"7-a\"");
        assertThat(seen.status()).isEqualTo(status);
        assertThat(seen.head())
                .contains("etag: \"7-a\"")
                .noneMatch(line -> line.startsWith("transfer-encoding"))
                .noneMatch(line -> line.startsWith("content-length"));
        assertThat(seen.body()).isEmpty();
    }

    @Test
    void theConnectionServesTheNextRequestAfterAnAnswerWithoutBody() {
        agreements.answering(request -> request.response().setStatusCode(304).end());
        String one = "GET /api/v1/programmes/x HTTP/1.1\r\nHost: x\r\n";
        var seen = Wire.send(one + "\r\n" + one + "\r\n" + one + "Connection: close\r\n\r\n");
        assertThat(seen.text().split("HTTP/1.1 304", -1)).hasSize(4);
    }

    @Test
    void whatTheGatewaySaysIsSaidWhateverTheClientNames() {
        AtomicReference<List<String>> seen = new AtomicReference<>();
        trade.answering(request -> {
            seen.set(request.headers().names().stream()
                    .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                    .toList());
            request.response().end("{}");
        });
        Wire.get("/api/v1/gates", "Connection: Provincelink-Timeout, TraceParent");
        assertThat(seen.get()).contains("provincelink-timeout", "traceparent");
    }

    @Test
    void headersOfOneConnectionAndClaimsAboutTheClientEndAtTheGateway() {
        AtomicReference<List<String>> seen = new AtomicReference<>();
        trade.answering(request -> {
            seen.set(request.headers().entries().stream()
                    .map(header -> header.getKey().toLowerCase(java.util.Locale.ROOT) + ": " + header.getValue())
                    .toList());
            request.response()
                    .putHeader("Connection", "X-Inner")
                    .putHeader("X-Inner", "1")
                    .putHeader("Keep-Alive", "timeout=5")
                    .putHeader("Proxy-Authenticate", "Basic")
                    .putHeader("X-Kept", "2")
                    .end("{}");
        });
        var answer = Wire.get(
                "/api/v1/gates",
                "Connection: X-Secret, keep-alive",
                "X-Secret: 1",
                "Keep-Alive: timeout=9",
                "Proxy-Authorization: Basic eA==",
                "TE: trailers",
                "Upgrade: websocket",
                "Sec-WebSocket-Key: x",
                "Forwarded: for=6.6.6.6",
                "X-Forwarded-For: 6.6.6.6",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: ftp",
                "X-Forwarded-Prefix: /evil",
                "x-real-ip: 6.6.6.6",
                "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "X-Kept: 1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(seen.get())
                .contains(
                        "x-forwarded-for: 127.0.0.1",
                        "x-forwarded-host: door.example",
                        "x-forwarded-proto: http",
                        "x-kept: 1")
                // the same trace, with the gateway in between
                .anyMatch(line -> line.startsWith("traceparent: 00-0af7651916cd43dd8448eb211c80319c-"))
                .noneMatch(line -> line.contains("b7ad6b7169203331"))
                .noneMatch(line -> line.contains("6.6.6.6") || line.contains("evil") || line.contains("ftp"))
                .noneMatch(line -> line.startsWith("x-secret")
                        || line.startsWith("keep-alive")
                        || line.startsWith("proxy-")
                        || line.startsWith("te:")
                        || line.startsWith("upgrade"));
        assertThat(answer.head())
                .contains("x-kept: 2")
                .noneMatch(line ->
                        line.startsWith("x-inner") || line.startsWith("proxy-") || line.startsWith("keep-alive"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/review-part",
                "/api/v1/regions/../review-part",
                "/api/v1/regions/%2e%2e/review-part",
                "/api/v1/%2e%2e/v1/review-part",
                "/api/v1/regions/..;/review-part",
                "/api/v1/regions%2f..%2freview-part",
                "//api/v1/review-part",
                "/api/v1//review-part",
                "/api/v1/./review-part",
                "/api/%76%31/review-part",
                "/x/../api/v1/review-part",
                "http://door.example/api/v1/review-part",
                "/api/v1/nothing",
                "/nothing",
                "/q/health",
                "/openapi/../api/v1/review-part",
            })
    void nothingSneaksPastTheTable(String path) {
        agreements.answering("{\"secret\":1}");
        trade.answering("{\"secret\":1}");
        var seen = Wire.get(path);
        assertThat(seen.status()).isEqualTo(404);
        assertThat(seen.head()).contains("content-type: application/problem+json");
        assertThat(seen.body()).doesNotContain("secret").contains("urn:provincelink:problem:not-found");
    }

    @Test
    void figuresAreRoutedByTheirIndicator() {
        trade.answering("{\"from\":\"trade\"}");
        agreements.answering("{\"from\":\"agreements\"}");
        Api api = Api.unchecked();
        assertThat(api.get("/api/v1/observations?parties=A&indicator=exports").at("/from"))
                .isEqualTo("trade");
        assertThat(api.get("/api/v1/observations/7?indicator=grants").at("/from"))
                .isEqualTo("agreements");
        assertThat(api.post("/api/v1/observations?indicator=exports", "{}").at("/from"))
                .isEqualTo("trade");
        var refused = api.with("Accept-Language", "zh").get("/api/v1/observations?indicator=x");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/violations/0/pointer")).isEqualTo("?indicator");
        assertThat(refused.at("/violations/0/message"))
                .contains("high-level-meetings")
                .contains("twinned-communes");
    }

    @Test
    void whatRunsWhereBehindTheGatewayIsNobodysBusiness() {
        String origin = ConfigProvider.getConfig().getValue("provincelink.gateway.trade.url", String.class);
        trade.answering(asked -> asked.response()
                .setStatusCode(201)
                .putHeader("Location", origin + "/api/v1/gates/x")
                .putHeader("Link", "<" + origin + "/api/v1/gates?cursor=a>; rel=\"next\"")
                .putHeader("Server", "quarkus")
                .putHeader("Via", "1.1 10.0.0.7")
                .end("{}"));
        var seen = Wire.get("/api/v1/gates");
        assertThat(seen.head())
                .contains("location: /api/v1/gates/x", "link: </api/v1/gates?cursor=a>; rel=\"next\"")
                .noneMatch(header -> header.startsWith("server") || header.startsWith("via"));
        assertThat(seen.text()).doesNotContain(origin.substring("http://".length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/observations?indicator=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /api/v1/gates?q=%zz%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET api HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /api/v1/gates HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
                "GET /api/v1/gates HTTP/1.1\r\nConnection: close\r\n\r\n",
                "POST /api/v1/gates HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "POST /api/v1/gates HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: xchunked\r\n\r\n",
                "POST /api/v1/gates HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: -1\r\n\r\n",
                "POST /api/v1/gates HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "FOO /nothing /api/v1/gates HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /api/v1/gates HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX A: 1\r\n\r\n",
            })
    void absurdRequestsAreTheClientsFault(String request) {
        AtomicReference<String> reached = new AtomicReference<>();
        trade.answering(asked -> {
            reached.set(asked.uri());
            asked.response().end("{}");
        });
        assertThat(Wire.send(request).status()).isBetween(400, 499);
        assertThat(reached.get()).isNull();
    }

    /** What a parameter or a header means is the service's business: it says in its own words what is wrong with it. */
    @Test
    void bytesThatAreNoTextPassAsTheyWereSent() {
        AtomicReference<String> reached = new AtomicReference<>();
        trade.answering(asked -> {
            reached.set(asked.uri() + " " + asked.getHeader("X-A"));
            asked.response().setStatusCode(400).end("{\"type\":\"urn:x\"}");
        });
        var seen = Wire.get("/api/v1/gates?q=%C0%80", "X-A: \u00ff");
        assertThat(seen.status()).isEqualTo(400);
        assertThat(seen.body()).isEqualTo("{\"type\":\"urn:x\"}");
        assertThat(reached.get()).isEqualTo("/api/v1/gates?q=%C0%80 \u00ff");
    }

    @Test
    void nothingIsHeardAfterTheLastAnswerOfAConnection() {
        AtomicReference<String> reached = new AtomicReference<>();
        trade.answering(asked -> {
            reached.set(asked.uri());
            asked.response().end("{}");
        });
        int tooMuch = (1 << 20) + 1;
        var seen = Wire.send("POST /api/v1/gates HTTP/1.1\r\nHost: x\r\nContent-Length: " + tooMuch + "\r\n\r\n"
                + "x".repeat(tooMuch) + "GET /api/v1/gates HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(seen.status()).isEqualTo(413);
        assertThat(seen.text().split("HTTP/1.1 ", -1)).hasSize(2);
        assertThat(reached.get()).isNull();
    }

    /** What follows on the connection could be a body or another request. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/gates", "/api/v1/indicators", "/api/v1/nothing", "/openapi", "/docs/", "/nothing"})
    void aBodyInAFormThatNobodyUnderstandsEndsTheConnection(String path) {
        AtomicReference<String> reached = new AtomicReference<>();
        trade.answering(asked -> {
            reached.set(asked.uri());
            asked.response().end("{}");
        });
        for (String encoding : List.of(
                "xchunked",
                "xchunked\r\nAuthorization: Bearer x.y.z",
                "gzip, chunked",
                "chunked\r\nTransfer-Encoding: gzip")) {
            var seen = Wire.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: " + encoding
                    + "\r\n\r\n0\r\n\r\nGET /api/v1/gates HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(seen.status()).as(encoding).isEqualTo(400);
            assertThat(seen.head()).contains("content-type: application/problem+json", "connection: close");
            assertThat(seen.text().split("HTTP/1.1 ", -1)).as(encoding).hasSize(2);
            assertThat(reached.get()).as(encoding).isNull();
        }
    }

    @Test
    void addressesAndHeadersHaveAnEnd() {
        trade.answering("{}");
        for (String path : List.of("/api/v1/gates", "/api/v1/indicators", "/docs/")) {
            var tooLong = Wire.get(path + "?q=" + "x".repeat(8_000), "Accept-Language: vi");
            assertThat(tooLong.status()).isEqualTo(414);
            assertThat(tooLong.head()).contains("content-type: application/problem+json");
            assertThat(tooLong.body()).contains("urn:provincelink:problem:uri-too-long", "\"instance\":\"" + path);
            var tooMany = Wire.get(path, "Accept-Language: zh", "X-Long: " + "x".repeat(40_000));
            assertThat(tooMany.status()).isEqualTo(431);
            assertThat(tooMany.head()).contains("content-type: application/problem+json");
            assertThat(tooMany.body()).contains("urn:provincelink:problem:headers-too-large", "请求");
        }
        // beyond that the server itself gives up reading, and says no more than the number
        assertThat(Wire.get("/api/v1/gates?q=" + "x".repeat(40_000)).status()).isEqualTo(414);
        assertThat(Wire.get("/api/v1/gates", "X-Long: " + "x".repeat(80_000)).status())
                .isEqualTo(431);
    }

    @Test
    void whatIsJustShortEnoughReachesTheService() {
        trade.answering("{}");
        assertThat(Wire.get("/api/v1/gates?q=" + "x".repeat(4_000)).status()).isEqualTo(200);
        assertThat(Wire.get("/api/v1/gates", "X-Long: " + "x".repeat(14_000)).status())
                .isEqualTo(200);
    }
}
