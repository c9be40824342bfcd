package io.provincelink.gateway.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.gateway.Surroundings;
import io.provincelink.testing.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ProgrammeTradeProgressTest {

    private static final String ADDRESS = "/api/v1/programmes/" + Told.CODE + "/trade-progress";

    private static final String GOAL = """
            [{"indicator":"delegations","kind":"TOTAL","direction":"UP",
              "target":{"value":5,"qualifier":"EXACT","unit":"delegation"}},
             {"indicator":"trade-turnover","kind":"TOTAL","direction":"UP",
              "target":{"value":9000000000,"qualifier":"OVER","unit":"USD"}}]""";

    private static final String PROGRESS = """
            {"parties":["VN.02","CN.532600"],"period":{"from":"2016-01-01","to":"2020-12-31"},
             "target":{"value":9000000000,"qualifier":"EXACT","unit":"USD"},
             "progress":{"reporter":"VN.02","figure":{"value":0,"qualifier":"EXACT","unit":"USD"},
               "coverage":{"present":0,"expected":60,"unit":"month"},
               "share":{"value":0,"qualifier":"EXACT","unit":"percent"},
               "remaining":{"months":60,"amount":{"value":9000000000,"qualifier":"EXACT","unit":"USD"}},"points":[]},
             "others":[]}""";

    private final ReviewedServices services = new ReviewedServices();
    private final Api api = Api.checked();

    @BeforeEach
    void everythingIsUp() {
        services.start();
        services.agreements.answering(services.telling(Told.programme(GOAL)));
        services.trade.answering(request -> {
            services.asked.add(request.uri() + " " + request.getHeader("Authorization"));
            request.response().putHeader("Content-Type", "application/json").end(PROGRESS);
        });
    }

    @AfterEach
    void stop() {
        services.stop();
    }

    @Test
    void theGoalIsAskedForAtTheServiceThatKnowsTheFigures() {
        JsonNode answer = api.get(ADDRESS).expect(200).json();

        assertThat(answer.at("/programme/code").asText()).isEqualTo(Told.CODE);
        assertThat(answer.at("/target").toString())
                .isEqualTo("{\"value\":9000000000,\"qualifier\":\"OVER\",\"unit\":\"USD\"}");
        assertThat(answer.at("/progress/progress/reporter").asText()).isEqualTo("VN.02");
        assertThat(answer.path("unavailable")).isEmpty();
        assertThat(services.asked).anySatisfy(asked -> assertThat(asked)
                .startsWith("/api/v1/trade-progress?parties=VN.02%2CCN.532600"
                        + "&period=2016-01-01%2F2020-12-31&target=9000000000&currency=USD "));
    }

    @Test
    void whoAsksIsPassedOn() {
        api.as("VN.02", "reader").get(ADDRESS).expect(200);

        assertThat(services.asked)
                .anySatisfy(asked ->
                        assertThat(asked).startsWith("/api/v1/trade-progress").contains(" Bearer "));
    }

    @Test
    void withoutATargetNothingIsMeasured() {
        services.agreements.answering(services.telling(Told.programme("""
                [{"indicator":"trade-turnover","kind":"TOTAL","direction":"UP","target":null}]""")));

        JsonNode answer = api.get(ADDRESS).expect(200).json();

        assertThat(answer.path("target").isNull()).isTrue();
        assertThat(answer.path("progress").isNull()).isTrue();
        assertThat(answer.path("unavailable")).isEmpty();
        assertThat(services.asked).noneMatch(asked -> asked.startsWith("/api/v1/trade-progress"));
    }

    @Test
    void aServiceThatIsDownIsNamed() {
        services.trade.stop();

        JsonNode answer = api.get(ADDRESS).expect(200).json();

        assertThat(answer.path("progress").isNull()).isTrue();
        assertThat(answer.at("/target/value").asLong()).isEqualTo(9_000_000_000L);
        assertThat(answer.path("unavailable").toString()).isEqualTo("[\"trade-service\"]");
    }

    @Test
    void aServiceThatRefusesTheGoalIsNotCalledUnavailable() {
        services.trade.answering(request -> request.response()
                .setStatusCode(400)
                .putHeader("Content-Type", "application/problem+json")
                .end("{}"));

        JsonNode answer = api.get(ADDRESS).expect(200).json();

        assertThat(answer.path("progress").isNull()).isTrue();
        assertThat(answer.at("/target/value").asLong()).isEqualTo(9_000_000_000L);
        assertThat(answer.path("unavailable")).isEmpty();
    }

    @Test
    void withoutItsProgrammeThereIsNoAnswer() {
        services.agreements.stop();

        api.get(ADDRESS).expect(503);
    }

    @Test
    void whatTheReaderHasIsNotSentAgain() {
        String etag = api.get(ADDRESS).expect(200).etag();

        api.with("If-None-Match", etag).get(ADDRESS).expect(304);
    }
}
