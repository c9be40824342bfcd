package io.provincelink.trade.progress;

import static io.provincelink.trade.Drafts.fault;
import static io.provincelink.trade.Drafts.trade;
import static io.provincelink.trade.Drafts.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class TradeProgressResourceTest {

    private static final String PROGRESS = "/api/v1/trade-progress?parties=XA.01,XB.010100&target=1200";

    private final Api api = Api.checked();

    @Test
    void the_first_party_reports_and_the_other_stands_beside() {
        report("1951-01", "XA.01", "XB.010100", "EXPORT", 60, "USD");
        report("1951-01", "XA.01", "XB.010100", "IMPORT", 30, "USD");
        report("1951-02", "XA.01", "XB.010100", "EXPORT", 150, "USD");
        report("1951-02", "XA.01", "XB.010100", "EXPORT", 1_000, "CNY"); // another currency
        report("1951-01", "XB.010100", "XA.01", "IMPORT", 63, "USD");

        JsonNode answer = api.get(PROGRESS + "&period=1951").expect(200).json();

        JsonNode progress = answer.path("progress");
        assertThat(progress.path("reporter").asText()).isEqualTo("XA.01");
        assertThat(progress.at("/figure/value").asInt()).isEqualTo(240);
        assertThat(progress.at("/coverage").toString()).isEqualTo("{\"present\":1,\"expected\":12,\"unit\":\"month\"}");
        assertThat(progress.at("/share/value").asInt()).isEqualTo(20); // 240 of 1200
        assertThat(progress.at("/runRate/value").asInt()).isEqualTo(1080); // 90 * 12
        assertThat(progress.at("/runRate/qualifier").asText()).isEqualTo("ABOUT");
        assertThat(progress.at("/remaining/months").asInt()).isEqualTo(11);
        assertThat(progress.at("/points/1/complete").asBoolean()).isFalse();
        assertThat(progress.at("/points/1/cumulative/value").asInt()).isEqualTo(240);
        assertThat(answer.at("/target/value").asInt()).isEqualTo(1200);
        assertThat(answer.path("others")).singleElement().satisfies(other -> {
            assertThat(other.path("reporter").asText()).isEqualTo("XB.010100");
            assertThat(other.at("/figure/value").asInt()).isEqualTo(63);
            assertThat(other.has("runRate")).isFalse();
        });
    }

    @Test
    void what_is_reported_on_a_unit_inside_the_partner_counts_for_it() {
        report("1952-01", "XA.01", "XB.010100", "EXPORT", 60, "USD");

        JsonNode answer = api.get("/api/v1/trade-progress?parties=XA.01,XB.010000&target=1200&period=1952")
                .expect(200)
                .json();

        assertThat(answer.at("/progress/figure/value").asInt()).isEqualTo(60);
    }

    @Test
    void it_can_be_asked_for_as_it_was_known_before_a_revision() {
        var created = report("1953-01", "XA.01", "XB.010100", "EXPORT", 60, "USD");
        String then = created.at("/updatedAt");
        api.as("XA.01", "statistician")
                .with("If-Match", created.etag())
                .patch(created.header("Location"), Map.of("value", 70))
                .expect(200);

        assertThat(value(PROGRESS + "&period=1953")).isEqualTo("70");
        assertThat(value(PROGRESS + "&period=1953&asOf=" + then)).isEqualTo("60");
        assertThat(value(PROGRESS + "&period=1953&asOf=2020-01-01")).isEqualTo("0");
    }

    @Test
    void faults_are_named_together() {
        var empty = api.get("/api/v1/trade-progress");
        var wrong = api.get("/api/v1/trade-progress?parties=Q&period=Z&target=much&currency=XAU&asOf=then");

        empty.expect(400);
        wrong.expect(400);
        assertThat(empty.json().path("violations").findValuesAsText("pointer"))
                .containsExactly("?parties", "?period", "?target");
        assertThat(wrong.json().path("violations").findValuesAsText("pointer"))
                .contains("?asOf", "?currency", "?parties", "?period", "?target");
        assertThat(fault(api.get("/api/v1/trade-progress?parties=XA.01&period=1951&target=1"), "?parties"))
                .isEqualTo("at-least-parties");
        assertThat(fault(api.get("/api/v1/trade-progress?parties=XA.01,XB.010100&period=1951&target=0"), "?target"))
                .isEqualTo("wrong-format");
        assertThat(fault(api.get(PROGRESS + "&period=1900/2020"), "?period")).isEqualTo("too-long-period");
    }

    @Test
    void a_target_may_be_as_large_and_as_fine_as_a_goals_figure() {
        String largest = "123456789012345678901234.000001";

        var answer = api.get("/api/v1/trade-progress?parties=XA.01,XB.010100&period=1954&target=" + largest);

        assertThat(answer.expect(200).response().asString()).contains("\"target\":{\"value\":" + largest);
    }

    private String value(String address) {
        return api.get(address).expect(200).at("/progress/figure/value");
    }

    private Api.Answer report(String month, String reporter, String partner, String flow, int value, String currency) {
        var figure = with(trade(month), "reporter", reporter, "partner", partner, "flow", flow);
        return api.as(reporter, "statistician")
                .post("/api/v1/trade-figures", with(figure, "value", value, "currency", currency))
                .expect(201);
    }
}
