package io.provincelink.trade;

import static io.provincelink.trade.Drafts.trade;
import static io.provincelink.trade.Drafts.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ChangeFeedTest {

    private static final String FEED = "/api/v1/changes";

    private final Api anonymous = Api.checked();

    private String end() {
        String cursor = anonymous.get(FEED + "?limit=1").expect(200).at("/nextCursor");
        for (boolean more = true; more; ) {
            var answer = anonymous.get(FEED + "?limit=200&after=" + cursor).expect(200);
            cursor = answer.at("/nextCursor");
            more = !answer.json().at("/items").isEmpty();
        }
        return cursor;
    }

    @Test
    void gates_and_figures_are_told_to_everybody() {
        String cursor = end();
        Drafts.recordGate(anonymous, "feed-gate");
        var figure = anonymous
                .as("XA.01", "statistician")
                .post("/api/v1/trade-figures", with(trade("1999-01"), "gate", "feed-gate"))
                .expect(201);

        var told = anonymous
                .get(FEED + "?include=record&after=" + cursor)
                .expect(200)
                .json()
                .at("/items");

        List<String> types = new ArrayList<>();
        told.forEach(item -> types.add(item.path("type").asText()));
        assertThat(types).containsExactly("GATE", "TRADE_FIGURE");
        assertThat(told.at("/1/record")).isEqualTo(figure.json());
        assertThat(anonymous.get(FEED + "?types=MEETING").expect(400).at("/violations/0/message"))
                .contains("GATE", "OBSERVATION", "TRADE_FIGURE", "TRAFFIC_FIGURE");
        assertThat(anonymous.get("/api/v1/gates/feed-gate/history").expect(200).at("/items/0/op"))
                .isEqualTo("CREATED");
    }
}
