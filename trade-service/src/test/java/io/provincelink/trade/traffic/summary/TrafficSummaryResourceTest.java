package io.provincelink.trade.traffic.summary;

import static io.provincelink.trade.Drafts.fault;
import static io.provincelink.trade.Drafts.traffic;
import static io.provincelink.trade.Drafts.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.trade.Drafts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class TrafficSummaryResourceTest {

    private static final String FIGURES = "/api/v1/traffic-figures";
    private static final String SUMMARY = "/api/v1/traffic-summary?reporter=XA.01&";

    private final Api api = Api.checked();

    /** What XA.01 and XB.010100 report of 1951 and 1952. */
    @BeforeEach
    void report() {
        Drafts.recordGate(api, "summary-gate");
        report(traffic("1951-01"), "count", 10);
        report(traffic("1951-01"), "count", 5, "gate", "summary-gate");
        report(traffic("1951-02"), "count", 7, "direction", "IN", "status", "ESTIMATED");
        report(traffic("1952-01"), "count", 20, "region", "XA.01101");
        report(
                traffic("1951-01"),
                "kind",
                "PASSENGER_CROSSINGS",
                "count",
                1000,
                "partner",
                null,
                "gate",
                "summary-gate");
        report(traffic("1951-01"), "kind", "PASSENGER_CROSSINGS", "count", 300, "partner", null);
        report(traffic("1951-03"), "kind", "LABOUR_PLACEMENTS", "count", 40);
        report(traffic("1951-01"), "count", 9, "reporter", "XB.010100", "partner", "XA.01");
    }

    @Test
    void kinds_and_reporters_are_never_added() {
        assertThat(rows("/api/v1/traffic-summary?period=1951&partner=XA.01,XB.010100", "kind", "reporter"))
                .containsExactly(
                        "VEHICLE_PERMITS XA.01 = 22 permit",
                        "PASSENGER_CROSSINGS XA.01 = 1000 passenger",
                        "LABOUR_PLACEMENTS XA.01 = 40 placement",
                        "VEHICLE_PERMITS XB.010100 = 9 permit");
    }

    @Test
    void it_is_divided_by_what_is_asked_for() {
        assertThat(rows(SUMMARY + "period=1951/1952&kind=VEHICLE_PERMITS&groupBy=year", "year"))
                .containsExactly("1951 = 22 permit", "1952 = 20 permit");
        assertThat(rows(SUMMARY + "period=1951&groupBy=kind,month", "kind", "month"))
                .containsExactly(
                        "VEHICLE_PERMITS 1951-01 = 15 permit",
                        "VEHICLE_PERMITS 1951-02 = 7 permit",
                        "PASSENGER_CROSSINGS 1951-01 = 1300 passenger",
                        "LABOUR_PLACEMENTS 1951-03 = 40 placement");
        assertThat(rows(SUMMARY + "period=1951&kind=VEHICLE_PERMITS&groupBy=direction,gate", "direction", "gate"))
                .containsExactly("OUT - = 10 permit", "OUT summary-gate = 5 permit", "IN - = 7 permit");
        assertThat(rows(SUMMARY + "period=1951/1952&kind=VEHICLE_PERMITS&groupBy=region", "region"))
                .containsExactly("- = 22 permit", "XA.01101 = 20 permit");
    }

    @Test
    void it_is_of_what_the_filters_leave() {
        assertThat(rows(SUMMARY + "period=1951&gate=summary-gate", "kind"))
                .containsExactly("VEHICLE_PERMITS = 5 permit", "PASSENGER_CROSSINGS = 1000 passenger");
        assertThat(rows(SUMMARY + "period=1951&direction=IN", "kind")).containsExactly("VEHICLE_PERMITS = 7 permit");
        assertThat(rows(SUMMARY + "period=1951-02/1951-03", "kind"))
                .containsExactly("VEHICLE_PERMITS = 7 permit", "LABOUR_PLACEMENTS = 40 placement");
        // who names no partner but a gate that leads to one is counted, who names neither is not
        assertThat(rows(SUMMARY + "period=1951&kind=PASSENGER_CROSSINGS&partner=XB.010100", "kind"))
                .containsExactly("PASSENGER_CROSSINGS = 1000 passenger");
        assertThat(rows(SUMMARY + "period=1953", "kind")).isEmpty();
    }

    @Test
    void an_estimate_and_what_is_missing_are_told() {
        JsonNode whole = items(SUMMARY + "period=1951&kind=VEHICLE_PERMITS").get(0);
        JsonNode first = items(SUMMARY + "period=1951-01&kind=VEHICLE_PERMITS").get(0);

        assertThat(whole.at("/figure/qualifier").asText()).isEqualTo("ABOUT");
        assertThat(whole.path("figures").asInt()).isEqualTo(3);
        assertThat(whole.path("coverage").toString()).isEqualTo("{\"present\":2,\"expected\":12,\"unit\":\"month\"}");
        assertThat(first.at("/figure/qualifier").asText()).isEqualTo("EXACT");
        assertThat(first.path("coverage").toString()).isEqualTo("{\"present\":1,\"expected\":1,\"unit\":\"month\"}");
        assertThat(items(SUMMARY + "period=1950-07/1951-06&groupBy=year")
                        .get(0)
                        .at("/coverage/expected")
                        .asInt())
                .isEqualTo(6);
        assertThat(items(SUMMARY + "kind=VEHICLE_PERMITS").get(0).has("coverage"))
                .isFalse();
    }

    @Test
    void it_comes_in_pages_and_as_a_table() {
        String asked = SUMMARY + "period=1951&groupBy=month,gate";
        var page = api.get(asked + "&limit=2").expect(200);
        String table =
                api.with("Accept", "text/csv").get(asked).expect(200).response().asString();

        assertThat(page.json().path("items")).hasSize(2);
        assertThat(rows(page.at("/next"), "month", "gate", "kind"))
                .containsExactly(
                        "1951-01 summary-gate VEHICLE_PERMITS = 5 permit",
                        "1951-01 summary-gate PASSENGER_CROSSINGS = 1000 passenger");
        assertThat(table.lines()).hasSize(7).first().asString().contains("figure.value", "figure.unit", "gate");
        api.with("If-None-Match", api.get(asked).expect(200).etag()).get(asked).expect(304);
    }

    @Test
    void what_was_known_before_a_revision_can_still_be_asked_for() {
        var created = api.as("XA.01", "statistician")
                .post(FIGURES, with(traffic("1954-01"), "count", 1))
                .expect(201);
        String then = created.at("/updatedAt");
        api.as("XA.01", "statistician")
                .with("If-Match", created.etag())
                .patch(created.header("Location"), Map.of("count", 2))
                .expect(200);

        assertThat(rows(SUMMARY + "period=1954", "kind")).containsExactly("VEHICLE_PERMITS = 2 permit");
        assertThat(rows(SUMMARY + "period=1954&asOf=" + then, "kind")).containsExactly("VEHICLE_PERMITS = 1 permit");
        assertThat(rows(SUMMARY + "period=1954&asOf=2020-01-01", "kind")).isEmpty();
        assertThat(fault(api.get(SUMMARY + "asOf=2999-01-01"), "?asOf")).isEqualTo("in-future");
        assertThat(fault(api.get(SUMMARY + "asOf=then"), "?asOf")).isEqualTo("wrong-format");
    }

    @Test
    void what_a_closed_unit_reported_counts_with_a_rollup_for_the_one_that_took_it_over() {
        report(traffic("1956-01"), "count", 3);
        report(traffic("1956-01"), "count", 4, "reporter", "XA.02");

        assertThat(rows(SUMMARY + "period=1956", "reporter")).containsExactly("XA.01 = 3 permit");
        assertThat(rows(SUMMARY + "period=1956&rollup=current", "reporter")).containsExactly("XA.01 = 7 permit");
        assertThat(fault(api.get("/api/v1/traffic-summary?rollup=current"), "?reporter"))
                .isEqualTo("required-with");
        assertThat(fault(api.get(SUMMARY + "rollup=former"), "?rollup")).isEqualTo("unknown-value");
    }

    @Test
    void faults_are_named_together() {
        var refused =
                api.get("/api/v1/traffic-summary?groupBy=colour&reporter=Q&partner=P&gate=g&period=Z&kind=X&asOf=y");

        refused.expect(400);
        assertThat(refused.json().path("violations").findValuesAsText("pointer"))
                .contains("?groupBy", "?reporter", "?partner", "?period", "?kind", "?asOf");
        assertThat(fault(api.get(SUMMARY + "gate=nowhere"), "?gate")).isEqualTo("unknown-gate");
        assertThat(fault(api.get(SUMMARY + "cursor=abc"), "?cursor")).isEqualTo("bad-cursor");
    }

    private List<String> rows(String address, String... keys) {
        List<String> rows = new ArrayList<>();
        for (JsonNode row : items(address)) {
            String key = Stream.of(keys)
                    .map(name -> row.has(name) ? row.path(name).asText() : "-")
                    .collect(Collectors.joining(" "));
            rows.add(key + " = " + row.at("/figure/value").asLong() + " "
                    + row.at("/figure/unit").asText());
        }
        return rows;
    }

    private JsonNode items(String address) {
        return api.get(address).expect(200).json().path("items");
    }

    /** Every test finds the same figures: those that the one before reported are there already. */
    private void report(Map<String, Object> draft, Object... fieldsAndValues) {
        Map<String, Object> figure = with(draft, fieldsAndValues);
        var answer = api.as((String) figure.get("reporter"), "statistician").post(FIGURES, figure);
        if (answer.status() != 409) {
            answer.expect(201);
        }
    }
}
