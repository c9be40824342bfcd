package io.provincelink.gateway.overview;

import static io.provincelink.gateway.ToldServices.brief;
import static io.provincelink.gateway.ToldServices.reported;
import static io.provincelink.gateway.ToldServices.selection;
import static io.provincelink.gateway.ToldServices.warning;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.gateway.Surroundings;
import io.provincelink.gateway.ToldServices;
import io.provincelink.testing.Api;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RegionOverviewTest {

    private static final String ADDRESS = "/api/v1/regions/XA.01/overview";

    private static final String OF_AGREEMENTS = """
            {"programmes":{"running":%s,"planned":%s,"past":%s},
             "aid":{"running":%s,"total":{"projects":3,"collective":1,"organisations":2,"money":[
               {"currency":"VND","planned":1000000,"committed":0,"disbursed":250000,"expended":0,
                "disbursedShare":{"value":25,"qualifier":"EXACT","unit":"percent"}},
               {"currency":"USD","committed":5,"disbursed":0.50,"expended":0}]}},
             "twinnings":%s,"warnings":[%s]}
            """.formatted(
                    selection("PROGRAMME", "Running"),
                    selection("PROGRAMME"),
                    selection("PROGRAMME"),
                    selection("ASSISTANCE_PROJECT", "Wells"),
                    selection("TWINNING", "Twins"),
                    warning("PROGRAMME_NOT_RENEWED"));
    private static final String OF_EXCHANGES =
            """
            {"meetings":[%s],"delegations":[],
             "sessions":[{"mechanism":%s,"due":"2030-07-01","from":"2030-07-01","until":"2030-09-30"}],"warnings":[]}
            """.formatted(brief("MEETING", 5, "Talks"), brief("MECHANISM", 6, "Forum"));
    private static final String OF_TRADE = "{\"trade\":[" + reported("XA.01", "null") + "]}";

    private final ToldServices services = new ToldServices();

    @BeforeEach
    void everythingIsUp() {
        services.start(OF_AGREEMENTS, OF_EXCHANGES, OF_TRADE);
    }

    @AfterEach
    void stop() {
        services.stop();
    }

    @Test
    void composesThePartsOfAllServices() {
        JsonNode answer = Api.checked().get(ADDRESS).expect(200).json();
        assertThat(answer.properties().stream().map(entry -> entry.getKey()))
                .containsExactlyInAnyOrder(
                        "region", "programmes", "exchanges", "trade", "aid", "twinnings", "warnings", "unavailable");
        assertThat(answer.at("/region/code").asText()).isEqualTo("XA.01");
        assertThat(answer.at("/region/validTo").isNull()).isTrue();
        assertThat(answer.at("/programmes/running/items/0/title/en").asText()).isEqualTo("Running");
        assertThat(answer.at("/exchanges/sessions/0/due").asText()).isEqualTo("2030-07-01");
        assertThat(answer.at("/exchanges/sessions/0/host").isNull()).isTrue();
        assertThat(answer.at("/aid/total/money/0/disbursedShare/value").asInt()).isEqualTo(25);
        assertThat(answer.at("/aid/total/money/1/planned").isNull()).isTrue();
        assertThat(answer.at("/trade/0/partner").isNull()).isTrue();
        assertThat(answer.at("/warnings/0/about/title/en").asText()).isEqualTo("Warned of");
        assertThat(answer.at("/unavailable")).isEmpty();
    }

    @Test
    void asksEachServiceOnceAndAsTheCaller() {
        String token = Tokens.of("XA.01", "reader");
        Api.checked().bearing(token).get(ADDRESS + "?rollup=current").expect(200);
        String question = "/api/v1/overview-part?region=XA.01&rollup=current Bearer " + token + " null";
        assertThat(services.asked).containsExactly(question, question, question);
    }

    @Test
    void whoIsMissingIsNamedAndWithoutAnyPartThereIsNoAnswer() {
        services.agreements.answering("{\"programmes\":{}}");
        JsonNode answer = Api.checked().get(ADDRESS).expect(200).json();
        assertThat(answer.at("/unavailable").toString()).isEqualTo("[\"agreements-service\"]");
        assertThat(answer.at("/aid").isNull()).isTrue();
        assertThat(answer.at("/exchanges/meetings")).hasSize(1);
        services.exchanges.stop();
        services.trade.stop();
        Api.checked().get(ADDRESS).expect(503);
    }

    @Test
    void isNotSentAgainUntilAPartChanges() {
        String tag = Api.checked().get(ADDRESS).expect(200).etag();
        Api known = Api.checked().with("If-None-Match", tag);
        known.get(ADDRESS).expect(304);
        services.exchanges.answering(OF_EXCHANGES.replace("Talks", "Other talks"));
        known.get(ADDRESS).expect(200);
    }

    @Test
    void aClosedUnitIsShownWithWhoTookItsAreaOver() {
        JsonNode region = Api.checked()
                .get("/api/v1/regions/XA.02/overview")
                .expect(200)
                .json()
                .at("/region");
        assertThat(region.at("/validTo").asText()).isEqualTo("2025-06-30");
        assertThat(region.at("/successors").toString()).isEqualTo("[\"XA.01\"]");
    }

    @Test
    void anUnknownCodeAndAnUnknownWordAreNamed() {
        var unknown = Api.checked().get("/api/v1/regions/XA.99/overview").expect(404);
        assertThat(unknown.at("/violations/0/code")).isEqualTo("unknown-region");
        assertThat(unknown.at("/violations/0/message")).contains("XA.");
        var word = Api.unchecked().get(ADDRESS + "?rollup=yes").expect(400);
        assertThat(word.at("/violations/0/pointer")).isEqualTo("?rollup");
        assertThat(services.asked).isEmpty();
    }
}
