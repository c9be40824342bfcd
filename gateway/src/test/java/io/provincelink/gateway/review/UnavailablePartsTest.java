package io.provincelink.gateway.review;

import static io.provincelink.gateway.review.ReviewedServices.ADDRESS;
import static io.provincelink.gateway.review.ReviewedServices.indicators;
import static io.provincelink.gateway.review.ReviewedServices.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.gateway.Surroundings;
import io.provincelink.gateway.Wire;
import io.provincelink.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a review says while a service does not. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class UnavailablePartsTest {

    /** The deadline is one second; what takes longer than this waited for something else. */
    private static final Duration LONG = Duration.ofSeconds(5);

    private final ReviewedServices services = new ReviewedServices();

    @BeforeEach
    void everythingIsUp() {
        services.start();
    }

    @AfterEach
    void stop() {
        services.stop();
    }

    @Test
    void aServiceThatIsDownIsNamedAndItsPartsAreMissing() {
        services.trade.stop();
        services.agreements.answering(services.telling(Told.programme("""
                [{"indicator":"exports","kind":"TOTAL","direction":"UP","target":{"value":9,"qualifier":"EXACT","unit":"USD"}}]""")));
        JsonNode review = Api.checked().get(ADDRESS).expect(200).json();
        assertThat(review.at("/unavailable").toString()).isEqualTo("[\"trade-service\"]");
        assertThat(indicators(review))
                .containsExactly("high-level-meetings", "delegations", "exports", "twinned-districts");
        JsonNode exports = result(review, "exports");
        assertThat(exports.at("/published")).isEmpty();
        assertThat(exports.at("/recorded").isNull()).isTrue();
        assertThat(exports.at("/basis").isNull()).isTrue();
        assertThat(exports.at("/verdict").asText()).isEqualTo("NO_DATA");
        services.trade.answering(Told.trade());
        assertThat(Api.checked().get(ADDRESS).json().at("/unavailable")).isEmpty();
    }

    @Test
    void aServiceThatHangsDoesNotKeepTheAnswerBeyondItsDeadline() {
        services.exchanges.hanging();
        long begin = System.nanoTime();
        JsonNode review = Api.checked().get(ADDRESS).expect(200).json();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONG);
        assertThat(review.at("/unavailable").toString()).isEqualTo("[\"exchanges-service\"]");
        assertThat(review.at("/mechanisms")).isEmpty();
        assertThat(indicators(review)).contains("trade-turnover");
    }

    @Test
    void aServiceThatDripsItsAnswerDoesNotEither() {
        services.exchanges.answering(
                request -> request.response().setChunked(true).write("{\"indicators\":["));
        long begin = System.nanoTime();
        JsonNode review = Api.checked().get(ADDRESS).expect(200).json();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONG);
        assertThat(review.at("/unavailable").toString()).isEqualTo("[\"exchanges-service\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"indicators\":null}",
                "{\"indicators\":[{}]}",
                "{\"indicators\":[null]}",
                "{\"indicators\":[],\"mechanisms\":[null]}",
                "<html>",
                "{\"indicators\":[{\"indicator\":\"x\",\"title\":{\"en\":\"x\"},\"unit\":\"USD\",\"published\":[],\"recorded\":{\"figure\":{\"value\":\"?\"}}}]}",
            })
    void aServiceThatAnswersGarbageIsUnavailable(String garbage) {
        services.trade.answering(garbage);
        JsonNode review = Api.checked().get(ADDRESS).expect(200).json();
        assertThat(review.at("/unavailable").toString()).isEqualTo("[\"trade-service\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"published\":[] | \"published\":[null]",
                "\"value\":0, | ",
                "\"qualifier\":\"EXACT\", | ",
                "\"qualifier\":\"EXACT\" | \"qualifier\":null",
                "\"qualifier\":\"EXACT\" | \"qualifier\":\"RANGE\"",
                ",\"unit\":\"USD\"}, | },",
                "\"published\":[] | \"published\":[{\"figure\":{\"value\":1,\"unit\":\"USD\"}}]",
                "\"published\":[] | \"published\":[{\"figure\":{\"value\":1,\"unit\":\"USD\",\"qualifier\":\"RANGE\"}}]",
                "\"published\":[] | \"published\":[{\"figure\":{\"value\":1,\"unit\":\"USD\",\"qualifier\":\"EXACT\"},\"period\":{\"from\":\"2016-01-01\"}}]",
                "\"published\":[] | \"published\":[{\"figure\":{\"value\":1,\"unit\":\"USD\",\"qualifier\":\"EXACT\"},\"period\":{\"from\":\"2016-01-02\",\"to\":\"2016-01-01\"}}]",
            })
    void aServiceWithGarbageInsideItsPartIsUnavailable(String good, String garbage) {
        services.agreements.answering(services.telling(Told.programme("""
                [{"indicator":"exports","kind":"TOTAL","direction":"UP","target":{"value":9,"qualifier":"EXACT","unit":"USD"}}]""")));
        String line = Told.line("exports", "USD", null, "0", "0/60");
        assertThat(line).contains(good);
        services.trade.answering("{\"indicators\":[" + line.replace(good, garbage == null ? "" : garbage) + "]}");
        JsonNode review = Api.checked().get(ADDRESS).expect(200).json();
        assertThat(review.at("/unavailable").toString()).isEqualTo("[\"trade-service\"]");
        assertThat(result(review, "exports").at("/verdict").asText()).isEqualTo("NO_DATA");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"goals\":[] | \"goals\":[null]",
                "\"goals\":[] | \"goals\":[{}]",
                "\"goals\":[] | \"goals\":[{\"indicator\":\"exports\",\"target\":{\"value\":9,\"unit\":\"USD\"}}]",
                "\"goals\":[] | \"goals\":[{\"indicator\":\"exports\",\"target\":{\"value\":9,\"qualifier\":\"EXACT\"}}]",
                "\"goals\":[] | \"goals\":[{\"indicator\":\"exports\",\"target\":{\"qualifier\":\"EXACT\",\"unit\":\"USD\"}}]",
                "\"goals\":[] | \"goals\":[{\"indicator\":\"exports\",\"target\":{\"value\":9,\"qualifier\":\"RANGE\",\"unit\":\"USD\"}}]",
                "\"goals\":[] | \"goals\":[{\"indicator\":\"exports\",\"baseline\":{\"value\":9}}]",
                "{\"region\":\"VN.02\"} | null",
                "{\"region\":\"VN.02\"} | {}",
                "\"to\":\"2020-12-31\" | \"to\":\"2015-12-31\"",
            })
    void aProgrammeWithGarbageInsideIsABadAnswer(String good, String garbage) {
        String programme = Told.programme("[]");
        assertThat(programme).contains(good);
        services.agreements.answering(services.telling(programme.replace(good, garbage)));
        var answer = Api.unchecked().get(ADDRESS).expect(502);
        assertThat(answer.at("/type")).isEqualTo("urn:provincelink:problem:bad-gateway");
    }

    @Test
    void aPartThatWasNotAskedForInTimeIsNotAskedForLater() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        services.trade.answering(request -> {
            services.asked.add(request.method() + " " + request.uri());
            begun.countDown();
            request.body().onSuccess(body -> request.response().end("{}"));
        });
        // there is one connection, and this keeps it
        try (Socket busy = Wire.begin(
                "POST /api/v1/gates HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\na")) {
            assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
            JsonNode review = Api.checked().get(ADDRESS).expect(200).json();
            assertThat(review.at("/unavailable").toString()).isEqualTo("[\"trade-service\"]");
            Wire.more(busy, "b");
            assertThat(Wire.rest(busy).status()).isEqualTo(200);
        }
        assertThat(Wire.get("/api/v1/gates").status()).isEqualTo(200);
        assertThat(services.asked)
                .filteredOn(line -> line.contains("/gates") || line.startsWith("GET"))
                .containsExactly("POST /api/v1/gates", "GET /api/v1/gates");
    }

    @Test
    void aServiceThatBreaksOffOrSaysSomethingEndlessIsUnavailable() {
        services.trade.talking(socket ->
                socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{").onComplete(sent -> socket.close()));
        services.exchanges.answering(request -> request.response().end("\"" + "x".repeat(5 << 20) + "\""));
        JsonNode review = Api.checked().get(ADDRESS).expect(200).json();
        assertThat(review.at("/unavailable").toString()).isEqualTo("[\"exchanges-service\",\"trade-service\"]");
    }

    @Test
    void withoutTheProgrammeThereIsNoReview() {
        services.agreements.answering(
                request -> request.response().setStatusCode(404).end("{}"));
        assertThat(Api.checked()
                        .with("Accept-Language", "vi")
                        .get(ADDRESS)
                        .expect(404)
                        .at("/instance"))
                .isEqualTo(ADDRESS);
        services.agreements.answering("garbage");
        Api.unchecked().get(ADDRESS).expect(502);
        services.agreements.stop();
        assertThat(Api.checked().get(ADDRESS).expect(503).at("/type"))
                .isEqualTo("urn:provincelink:problem:unavailable");
        services.agreements.hanging();
        Api.unchecked().get(ADDRESS).expect(504);
    }

    @Test
    void thePartOfTheServiceThatGaveTheProgrammeMayBeMissingToo() {
        services.agreements.answering(request -> {
            if (request.path().endsWith("/review-part")) {
                request.response().setStatusCode(500).end();
            } else {
                request.response().end(Told.programme("[]"));
            }
        });
        JsonNode review = Api.checked().get(ADDRESS).expect(200).json();
        assertThat(review.at("/unavailable").toString()).isEqualTo("[\"agreements-service\"]");
        assertThat(review.at("/twinnings")).isEmpty();
        assertThat(review.at("/assessment/format").asText()).isEqualTo("ONLINE");
    }
}
