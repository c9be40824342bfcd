package io.provincelink.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.Surroundings;
import io.provincelink.testing.Api;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an answer says of its reader's quota; how it ends is seen in the suite's tests. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class LimitsTest {

    private final FakeService trade = FakeService.trade();

    @BeforeEach
    void start() {
        trade.answering("{}");
    }

    @AfterEach
    void stop() {
        trade.stop();
    }

    @Test
    void every_answer_tells_what_is_left_of_the_quota() {
        for (String path : new String[] {"/api/v1/gates", "/api/v1/nothing", "/openapi"}) {
            var answer = Api.unchecked().get(path);
            assertThat(answer.header("RateLimit-Policy")).as(path).matches("\"address\";q=\\d+;w=60");
            assertThat(answer.header("RateLimit")).as(path).matches("\"address\";r=\\d+;t=\\d+");
        }
        var known = Api.unchecked().bearing(Tokens.of("VN.02", "editor")).get("/api/v1/gates");
        assertThat(known.header("RateLimit-Policy")).startsWith("\"client\"");
    }

    @Test
    void a_bad_token_costs_its_address_a_request() {
        var answer = Api.unchecked()
                .bearing(Tokens.expired("VN.02", "editor"))
                .get("/api/v1/gates")
                .expect(401);
        assertThat(answer.header("RateLimit-Policy")).startsWith("\"address\"");
    }

    @Test
    void whoever_stands_in_front_may_ask_as_often_as_it_likes_whether_it_is_ready() {
        var answer = Api.unchecked().get("/ready");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("RateLimit")).isNull();
    }
}
