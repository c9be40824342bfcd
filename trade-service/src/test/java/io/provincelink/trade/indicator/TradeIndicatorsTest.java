package io.provincelink.trade.indicator;

import static io.provincelink.trade.Drafts.fault;
import static io.provincelink.trade.Drafts.trade;
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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What 2016–2020 adds up to, worked out by hand. Counted for XA.01 with XB.010100, in USD:
 *
 * <pre>
 * month        exports                imports
 * 2016-01      100.25 + 10.00          50.50
 * 2017-01/02   200.00                  30.00 + 40.00
 * 2018-05      1000.00                 none
 * sum          1310.25                120.50            together 1430.75
 * months       4                       3                with both 3
 * </pre>
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class TradeIndicatorsTest {

    private static final String OF_THE_PAIR = "&parties=XA.01,XB.010100&period=2016/2020";

    private final Api api = Api.checked();

    @BeforeEach
    void figures() {
        Drafts.recordGate(api, "indicator-gate");
        report(trade("2016-01"), "value", 100.25);
        report(trade("2016-01"), "value", 10, "regime", "BORDER_RESIDENT");
        report(trade("2016-01"), "value", 50.50, "flow", "IMPORT");
        report(trade("2017-01"), "value", 200, "month", null, "months", Map.of("from", "2017-01", "to", "2017-02"));
        report(trade("2017-01"), "value", 30, "flow", "IMPORT");
        report(trade("2017-02"), "value", 40, "flow", "IMPORT");
        report(trade("2018-05"), "value", 1000);
        // none of these counts
        report(trade("2018-06"), "value", 9999, "regime", "TEMPORARY");
        report(trade("2018-07"), "value", 9999, "regime", "TRANSIT");
        report(trade("2018-08"), "value", 9999, "currency", "CNY");
        report(trade("2018-09"), "value", 9999, "attribution", "GATE");
        report(trade("2018-10"), "value", 9999, "partner", "XB");
        report(trade("2015-12"), "value", 9999);
        report(trade("2021-01"), "value", 9999);
        // nor does what the other side reports of the same goods, until it is asked
        report(trade("2016-01"), "value", 111, "flow", "IMPORT", "reporter", "XB.010100", "partner", "XA.01");

        count(traffic("2016-01"), "count", 12);
        count(traffic("2016-02"), "count", 5, "partner", null, "gate", "indicator-gate");
        count(traffic("2016-01"), "count", 3, "kind", "LABOUR_PLACEMENTS");
        // none of these counts
        count(traffic("2016-03"), "count", 999, "partner", null);
        count(traffic("2016-04"), "count", 999, "partner", "XB");
        count(traffic("2021-01"), "count", 999);
        count(traffic("2016-05"), "count", 999, "kind", "PASSENGER_CROSSINGS");
    }

    @Test
    void turnover_is_exports_and_imports_where_both_are_reported() {
        JsonNode recorded = recorded("trade-turnover", OF_THE_PAIR);

        assertThat(recorded.path("figure").path("value").decimalValue()).isEqualByComparingTo("1430.75");
        assertThat(recorded.path("figure").path("unit").asText()).isEqualTo("USD");
        assertThat(recorded.path("figure").path("qualifier").asText()).isEqualTo("EXACT");
        assertThat(recorded.path("coverage").toString())
                .isEqualTo("{\"present\":3,\"expected\":60,\"unit\":\"month\"}");
    }

    @Test
    void exports_and_imports_stand_alone() {
        JsonNode exports = recorded("exports", OF_THE_PAIR);
        JsonNode imports = recorded("imports", OF_THE_PAIR);

        assertThat(exports.path("figure").path("value").decimalValue()).isEqualByComparingTo("1310.25");
        assertThat(exports.path("coverage").path("present").asInt()).isEqualTo(4);
        assertThat(imports.path("figure").path("value").decimalValue()).isEqualByComparingTo("120.50");
        assertThat(imports.path("coverage").path("present").asInt()).isEqualTo(3);
    }

    @Test
    void permits_and_placements_are_counted_by_month() {
        JsonNode permits = recorded("vehicle-permits", OF_THE_PAIR);
        JsonNode placements = recorded("labour-placements", OF_THE_PAIR);

        assertThat(permits.path("figure").path("value").asInt()).isEqualTo(17);
        assertThat(permits.path("figure").path("unit").asText()).isEqualTo("permit");
        assertThat(permits.path("coverage").path("present").asInt()).isEqualTo(2);
        assertThat(permits.path("coverage").path("expected").asInt()).isEqualTo(60);
        assertThat(placements.path("figure").path("value").asInt()).isEqualTo(3);
        assertThat(placements.path("coverage").path("present").asInt()).isEqualTo(1);
    }

    @Test
    void what_is_reported_on_a_prefecture_counts_for_its_province() {
        JsonNode recorded = recorded("trade-turnover", "&parties=XA.01,XB.010000&period=2016/2020");

        assertThat(recorded.path("figure").path("value").decimalValue()).isEqualByComparingTo("1430.75");
    }

    @Test
    void figures_with_and_without_gate_or_region_add_up() {
        report(trade("2014-03"), "value", 100);
        report(trade("2014-03"), "value", 20, "gate", "indicator-gate");
        report(trade("2014-03"), "value", 3, "hs", "0803");
        count(traffic("2014-03"), "count", 100);
        count(traffic("2014-03"), "count", 20, "gate", "indicator-gate");
        count(traffic("2014-03"), "count", 3, "region", "XA.01101");
        String asked = "&parties=XA.01,XB.010100&period=2014";

        assertThat(recorded("exports", asked).at("/figure/value").decimalValue())
                .isEqualByComparingTo("123");
        assertThat(recorded("vehicle-permits", asked).at("/figure/value").asInt())
                .isEqualTo(123);
    }

    @Test
    void every_indicator_says_that_figures_add_up() {
        var items = api.get("/api/v1/indicators").expect(200).json().path("items");

        assertThat(items).hasSize(5).allSatisfy(item -> {
            assertThat(item.at("/counted/vi").asText()).contains("không tách theo cửa khẩu");
            assertThat(item.at("/counted/zh").asText()).contains("未按口岸");
            assertThat(item.at("/counted/en").asText()).contains("not broken down by gate");
        });
    }

    @Test
    void asked_the_other_way_round_the_other_side_reports() {
        JsonNode recorded = recorded("imports", "&parties=XB.010100,XA.01&period=2016/2020");

        assertThat(recorded.path("figure").path("value").decimalValue()).isEqualByComparingTo("111");
        assertThat(recorded.path("coverage").path("present").asInt()).isEqualTo(1);
    }

    @Test
    void who_reports_is_named_and_the_other_side_stands_beside_it() {
        JsonNode recorded = recorded("imports", OF_THE_PAIR);

        assertThat(recorded.path("reporter").asText()).isEqualTo("XA.01");
        assertThat(recorded.path("others")).singleElement().satisfies(other -> {
            assertThat(other.path("reporter").asText()).isEqualTo("XB.010100");
            assertThat(other.at("/figure/value").decimalValue()).isEqualByComparingTo("111");
            assertThat(other.at("/coverage/present").asInt()).isEqualTo(1);
        });
        assertThat(recorded.at("/figure/value").decimalValue()).isEqualByComparingTo("120.50");
    }

    @Test
    void a_range_that_begins_before_the_period_is_left_out() {
        JsonNode recorded = recorded("exports", "&parties=XA.01,XB.010100&period=2017-02/2017-12");

        assertThat(recorded.path("figure").path("value").asInt()).isZero();
        assertThat(recorded.path("coverage").toString())
                .isEqualTo("{\"present\":0,\"expected\":11,\"unit\":\"month\"}");
    }

    @Test
    void without_a_partner_or_a_period_nothing_is_recorded() {
        assertThat(recorded("trade-turnover", "&parties=XA.01&period=2016/2020").isMissingNode())
                .isTrue();
        assertThat(recorded("trade-turnover", "&parties=XA.01,XB.010100").isMissingNode())
                .isTrue();
    }

    @Test
    void a_published_figure_stands_beside_the_recorded_one() {
        var observation = Map.of(
                "parties", List.of("XA.01", "XB.010100"),
                "period", Map.of("from", "2016-01-01", "to", "2020-12-31"),
                "figure", Map.of("value", 5000, "qualifier", "OVER", "unit", "USD"),
                "source", Map.of("title", Map.of("en", "Yearbook of nowhere"), "publisher", "Nobody"));
        String path = "/api/v1/observations?indicator=trade-turnover";
        api.post(path, observation).expect(401);
        api.as("XA.01", "reader").post(path, observation).expect(403);
        api.as("VN.15", "statistician").post(path, observation).expect(403);
        var created = api.as("XA.01", "statistician").post(path, observation).expect(201);

        var answer = api.get(path + OF_THE_PAIR).expect(200);

        assertThat(answer.json().path("published").findValuesAsText("id")).contains(created.at("/id"));
        assertThat(answer.at("/recorded/figure/value")).isEqualTo("1430.75");
        api.get(created.header("Location")).expect(200);
    }

    @Test
    void a_wrong_figure_is_corrected_by_its_own_side_and_found_by_its_key() {
        var observation = Map.of(
                "parties", List.of("XA.01", "XB.010100"),
                "period", Map.of("from", "1990-01-01", "to", "1990-12-31"),
                "figure", Map.of("value", 5000, "qualifier", "OVER", "unit", "USD"),
                "source", Map.of("title", Map.of("en", "Yearbook of nowhere"), "publisher", "Nobody"));
        Api statistician = api.as("XA.01", "statistician");
        String key = "/api/v1/observations/by-external-id/stat.xa/" + UUID.randomUUID() + "?indicator=trade-turnover";
        var figure = statistician.put(key, observation).expect(201);
        String address = figure.header("Location");
        var patch = Map.of("figure", Map.of("value", 50_000, "qualifier", "OVER", "unit", "USD"));

        api.as("XB.010100", "statistician")
                .with("If-Match", "*")
                .patch(address, patch)
                .expect(403);
        statistician.patch(address, patch).expect(428);
        var corrected = statistician
                .with("If-Match", figure.etag())
                .patch(address, patch)
                .expect(200);

        assertThat(corrected.at("/figure/value")).isEqualTo("50000");
        assertThat(api.get(key).expect(200).json()).isEqualTo(corrected.json());
        assertThat(api.get(address.replace("?", "/history?")).expect(200).at("/items/0/changes/0/pointer"))
                .isEqualTo("/figure/value");
        statistician.with("If-Match", "*").delete(address).expect(403);
        api.as("XA.01", "approver").with("If-Match", "*").delete(address).expect(204);
        api.get(address).expect(404);
    }

    @Test
    void indicators_come_in_the_order_of_a_review() {
        var items = api.get("/api/v1/indicators").expect(200).json().path("items");

        assertThat(items.findValuesAsText("code"))
                .containsExactly("trade-turnover", "vehicle-permits", "labour-placements", "exports", "imports");
        assertThat(items.path(1).path("title").path("zh").asText()).isEqualTo("车辆出入境许可证（签发数）");
        assertThat(fault(api.get("/api/v1/observations?indicator=grants" + OF_THE_PAIR), "?indicator"))
                .isEqualTo("unknown-indicator");
    }

    @Test
    void a_review_is_given_all_of_it_at_once() {
        Api inner = Api.unchecked();

        var part = inner.get(
                        "/api/v1/review-part?parties=XA.01,XB.010100&period=2016-01-01/2020-12-31&programme=id,code")
                .expect(200);

        List<String> values = new ArrayList<>();
        part.json()
                .path("indicators")
                .forEach(line -> values.add(line.path("indicator").asText() + " "
                        + line.path("recorded")
                                .path("figure")
                                .path("value")
                                .decimalValue()
                                .toPlainString() + " of "
                        + line.path("recorded").path("coverage").path("present").asInt()));
        assertThat(values)
                .containsExactly(
                        "trade-turnover 1430.75 of 3",
                        "vehicle-permits 17 of 2",
                        "labour-placements 3 of 1",
                        "exports 1310.25 of 4",
                        "imports 120.5 of 3");
        assertThat(fault(inner.get("/api/v1/review-part?period=2016/2020"), "?parties"))
                .isEqualTo("required");
        assertThat(fault(inner.get("/api/v1/review-part?parties=XA.01,XB.010100"), "?period"))
                .isEqualTo("required");
        assertThat(fault(inner.get("/api/v1/review-part?parties=XA.77&period=2016"), "?parties"))
                .isEqualTo("unknown-region");
    }

    private JsonNode recorded(String indicator, String question) {
        return api.get("/api/v1/observations?indicator=" + indicator + question)
                .expect(200)
                .json()
                .path("recorded");
    }

    private void report(Map<String, Object> draft, Object... fieldsAndValues) {
        post("/api/v1/trade-figures", with(draft, fieldsAndValues));
    }

    private void count(Map<String, Object> draft, Object... fieldsAndValues) {
        post("/api/v1/traffic-figures", with(draft, fieldsAndValues));
    }

    /** Every test finds the same figures: those that the one before reported are there already. */
    private void post(String path, Map<String, Object> draft) {
        var answer = api.as((String) draft.get("reporter"), "statistician").post(path, draft);
        if (answer.status() != 409) {
            answer.expect(201);
        }
    }
}
