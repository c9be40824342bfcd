package io.provincelink.gateway.partnership;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class PartnershipTest {

    private static final String ADDRESS = "/api/v1/partnerships?parties=XA.01,XB.010100";

    /** The deadline is one second; what takes longer than this waited for something else. */
    private static final Duration LONG = Duration.ofSeconds(5);

    private static final String OF_AGREEMENTS = """
            {"agreements":%s,"programmes":{"running":%s,"planned":%s,"past":%s},"twinnings":%s,"donations":%s,"assistance":%s,
             "warnings":[%s]}
            """.formatted(
                    selection("AGREEMENT", "Memorandum"),
                    selection("PROGRAMME", "Running"),
                    selection("PROGRAMME"),
                    selection("PROGRAMME", "Past"),
                    selection("TWINNING", "Twins"),
                    selection("DONATION"),
                    selection("ASSISTANCE_PROJECT"),
                    warning("SUCCESSOR_UNDECIDED"));
    private static final String OF_EXCHANGES =
            """
            {"mechanisms":%s,"upcoming":[%s],"last":[],
             "delegations":[{"sending":"XA.01","receiving":"XB.010100","status":"COMPLETED","delegations":2,"people":17}],
             "warnings":[%s]}
            """.formatted(selection("MECHANISM", "Forum"), brief("MEETING", 5, "Talks"), warning("OUTCOME_OVERDUE"));
    private static final String OF_TRADE =
            "{\"trade\":[" + reported("XA.01", "\"XB.010100\"") + "," + reported("XB.010100", "\"XA.01\"") + "]}";

    private final ToldServices services = new ToldServices();

    @BeforeEach
    void everythingIsUp() {
        services.start(OF_AGREEMENTS, OF_EXCHANGES, OF_TRADE);
    }

    @AfterEach
    void stop() {
        services.stop();
    }

    private static List<String> warned(JsonNode answer) {
        List<String> codes = new ArrayList<>();
        answer.at("/warnings").forEach(warning -> codes.add(warning.at("/code").asText()));
        return codes;
    }

    private static List<String> faults(Api.Answer answer) {
        List<String> faults = new ArrayList<>();
        answer.json()
                .at("/violations")
                .forEach(fault -> faults.add(
                        fault.at("/pointer").asText() + " " + fault.at("/code").asText()));
        return faults;
    }

    @Test
    void composesThePartsOfAllServices() {
        JsonNode answer = Api.checked().get(ADDRESS).expect(200).json();
        assertThat(answer.properties().stream().map(entry -> entry.getKey()))
                .containsExactlyInAnyOrder(
                        "parties",
                        "agreements",
                        "programmes",
                        "mechanisms",
                        "meetings",
                        "delegations",
                        "twinnings",
                        "trade",
                        "donations",
                        "assistance",
                        "warnings",
                        "unavailable");
        assertThat(answer.at("/parties").findValuesAsText("code")).containsExactly("XA.01", "XB.010100");
        assertThat(answer.at("/parties/1/name/zh").asText()).isEqualTo("乙一州");
        assertThat(answer.at("/agreements/items/0/title/en").asText()).isEqualTo("Memorandum");
        assertThat(answer.at("/programmes/past/items/0/title/en").asText()).isEqualTo("Past");
        assertThat(answer.at("/meetings/upcoming/0/title/en").asText()).isEqualTo("Talks");
        assertThat(answer.at("/meetings/last")).isEmpty();
        assertThat(answer.at("/delegations/0/people").asInt()).isEqualTo(17);
        assertThat(answer.at("/trade").findValuesAsText("reporter")).containsExactly("XA.01", "XB.010100");
        assertThat(answer.at("/trade/0/months/exports").toString()).isEqualTo("600000000");
        assertThat(answer.at("/trade/0/newest/0/imports").isNull()).isTrue();
        assertThat(warned(answer)).containsExactly("SUCCESSOR_UNDECIDED", "OUTCOME_OVERDUE");
        assertThat(answer.at("/unavailable")).isEmpty();
    }

    @Test
    void asksEachServiceOnceAndAsTheCaller() {
        String token = Tokens.of("XA.01", "reader");
        Api.checked()
                .bearing(token)
                .with("Accept-Language", "vi")
                .get(ADDRESS + "&rollup=current")
                .expect(200);
        String question = "/api/v1/partnership-part?parties=XA.01%2CXB.010100&rollup=current Bearer " + token + " vi";
        assertThat(services.asked).containsExactly(question, question, question);
    }

    @Test
    void aServiceThatIsDownIsNamedAndItsKeysAreNull() {
        services.trade.stop();
        services.exchanges.hanging();
        long begin = System.nanoTime();
        JsonNode answer = Api.checked().get(ADDRESS).expect(200).json();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONG);
        assertThat(answer.at("/unavailable").toString()).isEqualTo("[\"exchanges-service\",\"trade-service\"]");
        for (String key : List.of("mechanisms", "meetings", "delegations", "trade")) {
            assertThat(answer.path(key).isNull()).as(key).isTrue();
        }
        assertThat(answer.at("/agreements/items")).hasSize(1);
        assertThat(warned(answer)).containsExactly("SUCCESSOR_UNDECIDED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"agreements\": | \"agreement\":",
                "\"warnings\":[ | \"warnings\":[null,",
                "\"title\": | \"type\":null,\"title\":",
                "\"more\":false | \"items\":null",
                "2016-01-01 | once",
            })
    void aPartWithAHoleInItIsMissing(String good, String garbage) {
        assertThat(OF_AGREEMENTS).contains(good);
        services.agreements.answering(OF_AGREEMENTS.replace(good, garbage));
        JsonNode answer = Api.checked().get(ADDRESS).expect(200).json();
        assertThat(answer.at("/unavailable").toString()).isEqualTo("[\"agreements-service\"]");
        assertThat(answer.at("/programmes").isNull()).isTrue();
    }

    @Test
    void withoutAnyPartThereIsNoAnswer() {
        services.stop();
        assertThat(Api.checked().get(ADDRESS).expect(503).at("/type"))
                .isEqualTo("urn:provincelink:problem:unavailable");
    }

    @Test
    void isNotSentAgainUntilAPartChanges() {
        var first = Api.checked().get(ADDRESS).expect(200);
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(first.header("Vary")).contains("Authorization");
        Api known = Api.checked().with("If-None-Match", first.etag());
        assertThat(known.get(ADDRESS).expect(304).response().asString()).isEmpty();
        services.trade.answering(OF_TRADE.replace("100.50", "100.51"));
        assertThat(known.get(ADDRESS).expect(200).etag()).isNotEqualTo(first.etag());
        services.trade.stop();
        known.get(ADDRESS).expect(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ?parties required",
                "?parties= | ?parties required",
                "?parties=XA.01 | ?parties too-few",
                "?parties=XA.01,XA.01 | ?parties same-party-twice",
                "?parties=XA.01,XB.010100,XB.010100 | ?parties same-party-twice",
                "?parties=XA.01,XA.99 | ?parties unknown-region",
                "?parties=XA,XB,XA.01,XA.02,XB.010000,XB.010100 | ?parties too-many",
                "?parties=XA.01,XB&rollup=yes | ?rollup unknown-value",
                "?parties=XA.01,XB&party=XB | ?party unknown-parameter",
            })
    void namesWhatIsWrongWithTheQuestion(String query, String fault) {
        var answer = Api.unchecked().get("/api/v1/partnerships" + query).expect(400);
        assertThat(faults(answer)).contains(fault);
        assertThat(services.asked).isEmpty();
    }

    @Test
    void saysInTheReadersLanguageThatTwoAreNeeded() {
        var answer = Api.unchecked()
                .with("Accept-Language", "vi")
                .get("/api/v1/partnerships?parties=XA.01")
                .expect(400);
        assertThat(answer.at("/violations/0/message")).isEqualTo("Ít nhất 2.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "unsigned"})
    void aBadTokenIsRefusedAtTheDoor(String kind) {
        String token = kind.equals("expired") ? Tokens.expired("XA.01", "reader") : Tokens.unsigned("XA.01", "reader");
        Api.unchecked().bearing(token).get(ADDRESS).expect(401);
        assertThat(services.asked).isEmpty();
    }
}
