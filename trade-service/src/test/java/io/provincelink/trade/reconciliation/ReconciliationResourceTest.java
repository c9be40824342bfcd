package io.provincelink.trade.reconciliation;

import static io.provincelink.trade.Drafts.fault;
import static io.provincelink.trade.Drafts.trade;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ReconciliationResourceTest {

    private static final String PAIR = "/api/v1/trade-reconciliation?a=XA.01&b=XB.010100";
    private static final String FIGURES = "/api/v1/trade-figures";

    private final Api api = Api.checked();

    /**
     * What both say of 1955, exports FOB and imports CIF:
     *
     * <pre>
     *                       XA.01 exports   XB.010100 imports   as FOB (/ 1.06)   gap    index
     * 1955-01  08  no gate         1000                 1060              1000      0   0
     * 1955-02  10  no gate          300                  742               700   -400  -0.4
     * 1955-03  44  at the gate      500                    -                 -    500   1
     * together                     1800                 1802              1700    100   0.02857… → 0.0286
     * </pre>
     *
     * The other way XB.010100 exports 200, and XA.01 reports no imports.
     */
    @BeforeEach
    void report() {
        Drafts.recordGate(api, "mirror-gate");
        exports("1955-01", "value", 1000);
        imports("1955-01", "value", 1060);
        exports("1955-02", "value", 300, "hs", "10");
        imports("1955-02", "value", 742, "hs", "1006");
        exports("1955-03", "value", 500, "hs", "44", "gate", "mirror-gate");
        report(trade("1955-01"), "reporter", "XB.010100", "partner", "XA.01", "value", 200);
    }

    @Test
    void both_ways_are_compared_month_by_month() {
        JsonNode answer = api.get(PAIR + "&period=1955").expect(200).json();

        JsonNode out = answer.at("/flows/0");
        assertThat(groups(out, "month"))
                .containsExactly(
                        "1955-03 500 GAP 1.0 EXPORT_UNMATCHED 55.6 %", // 500 of 900
                        "1955-02 -400 GAP -0.4 GAP 44.4 %", // 400 of 900
                        "1955-01 0 GAP 0.0 AGREE 0.0 %");
        assertThat(out.at("/total/exported/fob/value").asInt()).isEqualTo(1800);
        assertThat(out.at("/total/imported/reported/value").asInt()).isEqualTo(1802);
        assertThat(out.at("/total/imported/fob/value").asInt()).isEqualTo(1700);
        assertThat(out.at("/total/gap/value").asInt()).isEqualTo(100);
        assertThat(out.at("/total/index").decimalValue()).isEqualByComparingTo("0.0286");
        assertThat(out.at("/total/class").asText()).isEqualTo("AGREE");
        assertThat(out.at("/grossGap/value").asInt()).isEqualTo(900);
        assertThat(out.at("/exporter/coverage/present").asInt()).isEqualTo(3);
        assertThat(out.at("/importer/coverage/present").asInt()).isEqualTo(2);
        assertThat(answer.at("/flows/1/total/class").asText()).isEqualTo("EXPORT_UNMATCHED");
        assertThat(answer.at("/flows/1/exporter/region").asText()).isEqualTo("XB.010100");
        assertThat(remarks(answer.at("/flows/1"))).contains("NOTHING_REPORTED XA.01");
        assertThat(remarks(out)).contains("DIFFERENT_MONTHS 1955-03");
        assertThat(answer.path("cifFob").decimalValue()).isEqualByComparingTo("1.06");
    }

    @Test
    void it_is_divided_by_chapter_or_gate_too() {
        assertThat(groups(flow(PAIR + "&period=1955&by=chapter"), "chapter"))
                .containsExactly(
                        "44 500 GAP 1.0 EXPORT_UNMATCHED 55.6 %",
                        "10 -400 GAP -0.4 GAP 44.4 %", "08 0 GAP 0.0 AGREE 0.0 %");
        // without gate 1300 against 1700: −400 / 3000 = −0.1333
        assertThat(groups(flow(PAIR + "&period=1955&by=gate"), "gate"))
                .containsExactly("mirror-gate 500 GAP 1.0 EXPORT_UNMATCHED 55.6 %", "- -400 GAP -0.1333 GAP 44.4 %");
    }

    @Test
    void asked_the_other_way_round_the_flows_change_places() {
        JsonNode answer = api.get("/api/v1/trade-reconciliation?a=XB.010100&b=XA.01&period=1955")
                .expect(200)
                .json();

        assertThat(answer.at("/flows/1/total/gap/value").asInt()).isEqualTo(100);
    }

    @Test
    void factor_limit_and_number_of_groups_are_the_readers_choice() {
        JsonNode divided = flow(PAIR + "&period=1955-02&cifFob=1.4");
        JsonNode strict = flow(PAIR + "&period=1955&agree=2");
        JsonNode short_ = flow(PAIR + "&period=1955&limit=1");

        // 742 / 1.4 = 530; 300 − 530 = −230; −230 / 830 = −0.2771
        assertThat(divided.at("/total/imported/fob/value").asInt()).isEqualTo(530);
        assertThat(divided.at("/total/index").decimalValue()).isEqualByComparingTo("-0.2771");
        assertThat(strict.at("/total/class").asText()).isEqualTo("GAP");
        assertThat(short_.path("groups")).hasSize(1);
        assertThat(short_.path("furtherGroups").asInt()).isEqualTo(2);
        assertThat(short_.at("/furtherGap/value").asInt()).isEqualTo(400);
    }

    @Test
    void other_currencies_are_named_and_never_added() {
        exports("1956-01", "value", 100);
        exports("1956-01", "value", 700, "currency", "CNY");
        imports("1956-01", "value", 106);

        JsonNode dollars = flow(PAIR + "&period=1956-01");
        JsonNode yuan = flow(PAIR + "&period=1956-01&currency=CNY");

        assertThat(dollars.at("/total/index").asInt()).isZero();
        assertThat(remarks(dollars)).contains("OTHER_CURRENCIES CNY");
        assertThat(yuan.at("/total/exported/fob/unit").asText()).isEqualTo("CNY");
        assertThat(yuan.at("/total/exported/fob/value").asInt()).isEqualTo(700);
        assertThat(yuan.at("/total/class").asText()).isEqualTo("EXPORT_UNMATCHED");
    }

    @Test
    void figures_of_one_side_that_count_different_things_are_not_added() {
        exports("1957-01", "value", 100, "attribution", "GATE");
        exports("1957-02", "value", 50, "attribution", "ENTERPRISE");
        imports("1957-01", "value", 106, "attribution", "ORIGIN_DESTINATION");

        var refused = api.get(PAIR + "&period=1957").expect(409);
        JsonNode chosen = flow(PAIR + "&period=1957&attributionA=GATE");

        assertThat(refused.at("/type")).endsWith("not-comparable");
        assertThat(refused.at("/violations/0/pointer")).isEqualTo("?attributionA");
        assertThat(refused.at("/violations/0/message")).contains("ENTERPRISE", "GATE");
        assertThat(chosen.at("/total/exported/fob/value").asInt()).isEqualTo(100);
        assertThat(chosen.at("/exporter/attribution").asText()).isEqualTo("GATE");
        assertThat(remarks(chosen)).contains("DIFFERENT_ATTRIBUTION XA.01: GATE, XB.010100: ORIGIN_DESTINATION");
    }

    @Test
    void only_what_is_valued_cif_is_divided_where_a_side_reports_both_ways() {
        exports("1947-01", "value", 1000);
        imports("1947-01", "value", 530);
        imports("1947-01", "value", 500, "hs", "10", "valuation", "FOB");

        JsonNode flow = flow(PAIR + "&period=1947");

        // 530 / 1.06 + 500 = 1000
        assertThat(flow.at("/total/gap/value").asInt()).isZero();
        assertThat(flow.at("/importer/valuations")).hasToString("[\"FOB\",\"CIF\"]");
    }

    @Test
    void estimates_and_provisional_figures_are_told() {
        exports("1958-01", "value", 100, "status", "ESTIMATED");
        imports("1958-01", "value", 106, "status", "PROVISIONAL");

        JsonNode flow = flow(PAIR + "&period=1958");

        assertThat(flow.at("/total/gap/qualifier").asText()).isEqualTo("ABOUT");
        assertThat(flow.at("/total/imported/fob/qualifier").asText()).isEqualTo("EXACT");
        assertThat(remarks(flow)).contains("ESTIMATED XA.01", "PROVISIONAL XB.010100");
    }

    @Test
    void months_that_one_side_publishes_together_are_compared_together() {
        exports("1959-01", "month", null, "months", Map.of("from", "1959-01", "to", "1959-02"), "value", 100);
        imports("1959-01", "value", 53);
        imports("1959-02", "value", 53);

        JsonNode flow = flow(PAIR + "&period=1959");

        assertThat(flow.path("groups")).singleElement().satisfies(group -> {
            assertThat(group.at("/months/to").asText()).isEqualTo("1959-02");
            assertThat(group.path("class").asText()).isEqualTo("AGREE"); // 106 / 1.06 = 100
        });
    }

    @Test
    void what_is_published_with_months_outside_of_the_period_is_named_and_left_out() {
        exports("1948-01", "month", null, "months", Map.of("from", "1948-01", "to", "1948-02"), "value", 100);
        imports("1948-01", "value", 53);
        imports("1948-02", "value", 53);
        exports("1948-03", "value", 10);
        imports("1948-03", "value", 10.6);

        JsonNode january = flow(PAIR + "&period=1948-01");
        JsonNode later = flow(PAIR + "&period=1948-02/1948-03");

        assertThat(remarks(january)).containsExactly("LEFT_OUT XA.01: 1948-01/1948-02");
        assertThat(january.at("/exporter/coverage/present").asInt()).isZero();
        assertThat(remarks(later)).containsExactly("LEFT_OUT XA.01: 1948-01/1948-02");
        assertThat(later.at("/total/exported/fob/value").asInt()).isEqualTo(10);
        assertThat(remarks(flow(PAIR + "&period=1948-03"))).isEmpty();
        assertThat(remarks(flow(PAIR + "&period=1948"))).isEmpty();
    }

    @Test
    void what_was_known_then_can_still_be_compared() {
        var created = exports("1950-01", "value", 100);
        imports("1950-01", "value", 106);
        String then = api.get(FIGURES + "?period=1950-01&reporter=XB.010100")
                .expect(200)
                .at("/items/0/updatedAt");
        if (created.status() == 201) {
            api.as("XA.01", "statistician")
                    .with("If-Match", created.etag())
                    .patch(created.header("Location"), Map.of("value", 300))
                    .expect(200);
        }

        assertThat(flow(PAIR + "&period=1950-01").at("/total/gap/value").asInt())
                .isEqualTo(200);
        assertThat(flow(PAIR + "&period=1950-01&asOf=" + then)
                        .at("/total/gap/value")
                        .asInt())
                .isZero();
        assertThat(flow(PAIR + "&period=1950-01&asOf=2020-01-01").path("groups"))
                .isEmpty();
    }

    @Test
    void a_closed_units_figures_count_with_a_rollup_for_the_one_that_took_it_over() {
        exports("1950-02", "value", 100);
        report(trade("1950-02"), "reporter", "XA.02", "value", 11);

        assertThat(flow(PAIR + "&period=1950-02")
                        .at("/total/exported/fob/value")
                        .asInt())
                .isEqualTo(100);
        assertThat(flow(PAIR + "&period=1950-02&rollup=current")
                        .at("/total/exported/fob/value")
                        .asInt())
                .isEqualTo(111);
    }

    @Test
    void nothing_reported_is_no_difference() {
        JsonNode flow = flow(PAIR + "&period=1949");

        assertThat(flow.path("groups")).isEmpty();
        assertThat(flow.path("total").has("class")).isFalse();
        assertThat(remarks(flow)).containsExactly("NOTHING_REPORTED XA.01, XB.010100");
    }

    @Test
    void faults_are_named_together() {
        var empty = api.get("/api/v1/trade-reconciliation");
        var wrong = api.get("/api/v1/trade-reconciliation?a=Q&b=P&period=Z&by=colour&cifFob=2&agree=101&currency=XAU"
                + "&regime=NONE&attributionA=X&limit=0&asOf=then&rollup=x");

        empty.expect(400);
        wrong.expect(400);
        assertThat(empty.json().path("violations").findValuesAsText("pointer")).containsExactly("?a", "?b", "?period");
        assertThat(wrong.json().path("violations").findValuesAsText("pointer"))
                .contains(
                        "?a",
                        "?b",
                        "?period",
                        "?by",
                        "?cifFob",
                        "?agree",
                        "?currency",
                        "?regime",
                        "?attributionA",
                        "?limit",
                        "?asOf",
                        "?rollup");
        assertThat(fault(api.get(PAIR + "&period=1955&cifFob=1.51"), "?cifFob")).isEqualTo("out-of-range");
        assertThat(fault(api.get(PAIR + "&period=1955&cifFob=0.99"), "?cifFob")).isEqualTo("out-of-range");
        assertThat(fault(api.get(PAIR + "&period=1955&cifFob=2.00"), "?cifFob")).isEqualTo("out-of-range");
        assertThat(fault(api.get(PAIR + "&period=1955&cifFob=1,06"), "?cifFob")).isEqualTo("wrong-format");
        assertThat(fault(api.get(PAIR + "&period=1955/1954"), "?period")).isEqualTo("period-order");
        assertThat(fault(api.get(PAIR.replace("XB.010100", "XA.02") + "&period=1955"), "?b"))
                .isEqualTo("same-country");
        assertThat(fault(api.get(PAIR.replace("XA.01", "XA.01101") + "&period=1955"), "?a"))
                .isEqualTo("wrong-level");
    }

    private JsonNode flow(String address) {
        return api.get(address).expect(200).json().at("/flows/0");
    }

    private static List<String> groups(JsonNode flow, String key) {
        List<String> lines = new ArrayList<>();
        for (JsonNode group : flow.path("groups")) {
            lines.add((group.has(key) ? group.path(key).asText() : "-") + " "
                    + group.at("/gap/value").asInt() + " GAP "
                    + group.path("index").asDouble() + " "
                    + group.path("class").asText() + " "
                    + group.at("/share/value").asDouble() + " %");
        }
        return lines;
    }

    private static List<String> remarks(JsonNode flow) {
        List<String> remarks = new ArrayList<>();
        for (JsonNode remark : flow.path("remarks")) {
            List<String> about = new ArrayList<>();
            remark.path("about").forEach(one -> about.add(one.asText()));
            remarks.add(remark.path("code").asText() + " " + String.join(", ", about));
        }
        return remarks;
    }

    private Api.Answer exports(String month, Object... fieldsAndValues) {
        return report(trade(month), fieldsAndValues);
    }

    private Api.Answer imports(String month, Object... fieldsAndValues) {
        var draft = with(trade(month), "reporter", "XB.010100", "partner", "XA.01", "flow", "IMPORT");
        return report(draft, fieldsAndValues);
    }

    /** Every test finds the same figures: those that the one before reported are there already. */
    private Api.Answer report(Map<String, Object> draft, Object... fieldsAndValues) {
        Map<String, Object> figure = with(draft, fieldsAndValues);
        var answer = api.as((String) figure.get("reporter"), "statistician").post(FIGURES, figure);
        if (answer.status() != 409) {
            answer.expect(201);
        }
        return answer;
    }
}
