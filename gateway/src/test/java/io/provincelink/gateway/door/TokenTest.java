package io.provincelink.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.Surroundings;
import io.provincelink.testing.Api;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class TokenTest {

    private final FakeService trade = FakeService.trade();
    private final AtomicReference<String> passed = new AtomicReference<>();

    @BeforeEach
    void start() {
        trade.answering(request -> {
            passed.set(String.valueOf(request.getHeader("Authorization")));
            request.response().end("{}");
        });
    }

    @AfterEach
    void stop() {
        trade.stop();
    }

    static Stream<Arguments> badTokens() {
        return Tokens.bad().entrySet().stream().flatMap(token -> Stream.of(
                        "/api/v1/gates", "/api/v1/programmes/x/review", "/api/v1/nothing", "/openapi")
                .map(path -> Arguments.of(token.getKey(), path, token.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("badTokens")
    void aBadTokenIsRefusedAtTheDoorAlsoWhereNoneIsNeeded(String kind, String path, String token) {
        var answer = Api.unchecked().bearing(token).get(path);
        assertThat(answer.status()).as(kind).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.at("/type")).isEqualTo("urn:provincelink:problem:unauthenticated");
        assertThat(answer.at("/instance")).isEqualTo(path);
        assertThat(passed.get()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"en, A valid token is needed", "vi, Cần", "zh, 需要"})
    void inTheReadersLanguage(String language, String title) {
        var answer = Api.unchecked()
                .bearing(Tokens.expired("VN.02", "editor"))
                .with("Accept-Language", language)
                .post("/api/v1/gates", "{\"a\":1}");
        assertThat(answer.expect(401).at("/title")).startsWith(title);
    }

    @Test
    void aGoodTokenPassesOnToTheService() {
        String token = Tokens.of("VN.02", "editor");
        Api.unchecked().bearing(token).get("/api/v1/gates").expect(200);
        assertThat(passed.get()).isEqualTo("Bearer " + token);
    }

    @Test
    void withoutATokenOneReadsWhatEverybodyReads() {
        Api.unchecked().get("/api/v1/gates").expect(200);
        assertThat(passed.get()).isEqualTo("null");
    }
}
