package io.provincelink.gateway.door;

import static io.provincelink.gateway.door.WithIdentityServer.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.FakeService;
import io.provincelink.testing.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithIdentityServer.class)
class OriginsTest {

    private final FakeService trade = FakeService.trade();

    @BeforeEach
    void start() {
        trade.answering(request -> request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Vary", "Accept")
                .end("{}"));
    }

    @AfterEach
    void stop() {
        trade.stop();
    }

    private static Api from(String origin) {
        return Api.unchecked().with("Origin", origin);
    }

    @Test
    void a_page_of_a_named_origin_may_ask_first_and_is_told_what_it_may_send() {
        var answer = from(ORIGIN)
                .with("Access-Control-Request-Method", "PATCH")
                .with("Access-Control-Request-Headers", "authorization,if-match")
                .send("OPTIONS", "/api/v1/gates/x", "text/plain", "");
        assertThat(answer.expect(200).header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("PATCH");
        assertThat(answer.header("Access-Control-Allow-Headers")).containsIgnoringCase("authorization");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("false");
    }

    @Test
    void it_reads_what_comes_from_a_service_and_what_the_gateway_says_itself() {
        for (String path : new String[] {"/api/v1/gates", "/openapi", "/api/v1/nothing"}) {
            var answer = from(ORIGIN).get(path);
            assertThat(answer.response().headers().getValues("Access-Control-Allow-Origin"))
                    .as(path)
                    .containsExactly(ORIGIN);
            assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag");
            assertThat(String.join(", ", answer.response().headers().getValues("Vary")))
                    .as(path)
                    .contains("Origin");
        }
    }

    @Test
    void it_reads_why_it_was_refused() {
        var answer = from(ORIGIN).bearing("x.y.z").get("/api/v1/gates").expect(401);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(answer.at("/type")).isEqualTo("urn:provincelink:problem:unauthenticated");
    }

    @Test
    void a_cache_is_told_also_where_no_page_asks() {
        assertThat(String.join(
                        ", ",
                        Api.unchecked()
                                .get("/api/v1/gates")
                                .response()
                                .headers()
                                .getValues("Vary")))
                .contains("Origin");
    }

    @Test
    void a_page_of_another_origin_gets_nothing() {
        assertThat(from("https://stranger.example").get("/api/v1/gates").status())
                .isEqualTo(403);
        assertThat(from("https://stranger.example")
                        .post("/api/v1/gates", Map.of())
                        .status())
                .isEqualTo(403);
    }
}
