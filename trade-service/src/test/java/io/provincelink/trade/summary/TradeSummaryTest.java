package io.provincelink.trade.summary;

import static io.provincelink.trade.Drafts.fault;
import static io.provincelink.trade.Drafts.recordGate;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.kit.time.Today;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A small table of figures, and its sums worked out by hand. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class TradeSummaryTest {

    private static final String OF_1981 = "/api/v1/trade-summary?reporter=XA.01&period=1981/1982";

    private final Api api = Api.checked();

    @BeforeEach
    void report() {
        recordGate(api, "sum-north");
        recordGate(api, "sum-south");
        FigureMother.report("""
            XA.01 XB.010100 1981-01 EXPORT 08   sum-north 100.00 netKg=10
            XA.01 XB.010100 1981-01 EXPORT 0810 sum-north  40.00 status=PROVISIONAL
            XA.01 XB.010100 1981-01 EXPORT 09   -          60.00 netKg=5
            XA.01 XB.010100 1981-01 IMPORT 27   sum-north  30.00
            XA.01 XB.010100 1981-02 EXPORT 08   sum-south  50.00 status=ESTIMATED regime=BORDER_RESIDENT
            XA.01 XB.010100 1981-02 IMPORT 27   sum-north  20.00
            XA.01 XB.010100 1981-01/1981-02 EXPORT 10 -    15.00
            XA.01 XB.010100 1981-03 IMPORT 27   sum-north  10.00
            XA.01 XB.010100 1981-05 EXPORT 08   sum-north 900.00 regime=TRANSIT
            XA.01 XB.010100 1981-12 EXPORT 08   sum-north   7.00
            XA.01 XB.010100 1981-12 EXPORT 08   sum-north  70.00 currency=CNY
            XA.01 XB        1982-01 EXPORT 08   sum-north   5.00
            XA.01 XB.010100 1982-02 IMPORT 08   sum-north   4.00
            XB.010100 XA.01 1981-01 IMPORT 08   sum-north 120.00
            """);
    }

    /** Each item as its words, one after the other. */
    private List<String> rows(String address, String... fields) {
        List<String> rows = new ArrayList<>();
        for (JsonNode item : api.get(address).expect(200).json().path("items")) {
            List<String> row = new ArrayList<>();
            for (String field : fields) {
                row.add(item.at("/" + field).asText("-"));
            }
            rows.add(String.join(" ", row));
        }
        return rows;
    }

    @Test
    void without_groups_there_is_one_total_a_currency() {
        // 100+40+60+30 +50+20+15 +10 +7 +5+4 = 341; of exports and imports 2 months have both in 1981, none in 1982
        assertThat(rows(
                        OF_1981,
                        "value",
                        "currency",
                        "figures",
                        "netKg",
                        "weighed",
                        "coverage/present",
                        "coverage/expected"))
                .containsExactly("70.0 CNY 1 - 0 0 24", "341.0 USD 11 15.0 2 2 24");
    }

    @Test
    void by_year_and_flow() {
        // exports of 1981: 100+40+60+50+15+7 = 272, in January, February, December; imports: 30+20+10 = 60
        assertThat(rows(
                        OF_1981 + "&groupBy=year,flow&currency=USD",
                        "year",
                        "flow",
                        "value",
                        "coverage/present",
                        "valuations/0"))
                .containsExactly(
                        "1981 EXPORT 272.0 3 FOB",
                        "1981 IMPORT 60.0 3 CIF",
                        "1982 EXPORT 5.0 1 FOB",
                        "1982 IMPORT 4.0 1 CIF");
    }

    @Test
    void the_order_of_the_rows_is_that_of_the_groups() {
        assertThat(rows(OF_1981 + "&groupBy=flow,year&currency=USD", "flow", "year", "value"))
                .containsExactly("EXPORT 1981 272.0", "EXPORT 1982 5.0", "IMPORT 1981 60.0", "IMPORT 1982 4.0");
        assertThat(api.get(OF_1981 + "&groupBy=flow,year")
                        .expect(200)
                        .json()
                        .path("groupBy")
                        .toString())
                .isEqualTo("[\"flow\",\"year\"]");
    }

    @Test
    void months_that_are_published_together_stay_together() {
        assertThat(rows(
                        OF_1981 + "&groupBy=month&currency=USD&flow=EXPORT",
                        "month",
                        "months/from",
                        "months/to",
                        "value"))
                .containsExactly(
                        "1981-01 - - 200.0",
                        "- 1981-01 1981-02 15.0",
                        "1981-02 - - 50.0",
                        "1981-12 - - 7.0",
                        "1982-01 - - 5.0");
    }

    @Test
    void turnover_is_both_flows_in_both_valuations() {
        JsonNode january = api.get(OF_1981 + "&groupBy=month&currency=USD")
                .expect(200)
                .json()
                .at("/items/0");

        // 100+40+60 exported, 30 imported
        assertThat(january.path("value").decimalValue()).isEqualByComparingTo("230");
        assertThat(january.path("valuations").toString()).isEqualTo("[\"FOB\",\"CIF\"]");
    }

    @Test
    void edges_of_years_are_added_from_months() {
        // February to December of 1981 and January of 1982: 50+20 +10 +7 +5; the range begins in January, so it is not
        // in it
        assertThat(rows(
                        "/api/v1/trade-summary?reporter=XA.01&currency=USD&period=1981-02/1982-01",
                        "value",
                        "coverage/expected"))
                .containsExactly("92.0 12");
        // a whole year between two edges
        assertThat(rows(
                        "/api/v1/trade-summary?reporter=XA.01&currency=USD&period=1980-12/1982-01&groupBy=year",
                        "year",
                        "value"))
                .containsExactly("1981 332.0", "1982 5.0");
        assertThat(rows("/api/v1/trade-summary?reporter=XA.01&currency=USD&period=1981-01/1981-02", "value"))
                .containsExactly("315.0");
    }

    @Test
    void by_gate_and_chapter() {
        assertThat(rows(OF_1981 + "&groupBy=gate&currency=USD", "gate", "value"))
                .containsExactly("- 75.0", "sum-north 216.0", "sum-south 50.0");
        // 08: 100+40+50+7 +5+4 = 206
        assertThat(rows(OF_1981 + "&groupBy=chapter&currency=USD", "chapter", "value"))
                .containsExactly("08 206.0", "09 60.0", "10 15.0", "27 60.0");
        assertThat(rows(OF_1981 + "&groupBy=gate,chapter&currency=USD&hs=08,09", "gate", "chapter", "value"))
                .containsExactly("- 09 60.0", "sum-north 08 156.0", "sum-south 08 50.0");
        assertThat(rows(
                        OF_1981 + "&groupBy=year,gate,chapter&currency=USD&gate=sum-south",
                        "year",
                        "gate",
                        "chapter",
                        "value"))
                .containsExactly("1981 sum-south 08 50.0");
    }

    @Test
    void by_regime_and_partner() {
        assertThat(rows(
                        OF_1981 + "&groupBy=regime&currency=USD",
                        "regime",
                        "value",
                        "qualifier",
                        "estimated",
                        "provisional"))
                .containsExactly("NORMAL 291.0 EXACT 0 1", "BORDER_RESIDENT 50.0 ABOUT 1 0");
        assertThat(rows(OF_1981 + "&groupBy=partner&currency=USD", "partner", "value"))
                .containsExactly("XB 5.0", "XB.010100 336.0");
        assertThat(rows(OF_1981 + "&groupBy=regime&regime=TRANSIT,TEMPORARY", "regime", "value"))
                .containsExactly("TRANSIT 900.0");
        assertThat(rows(OF_1981 + "&partner=XB", "value")).containsExactly("5.0");
    }

    @Test
    void goods_finer_than_a_chapter_are_added_from_the_figures() {
        assertThat(rows(OF_1981 + "&hs=0810&groupBy=year,chapter", "year", "chapter", "value"))
                .containsExactly("1981 08 40.0");
        assertThat(rows(OF_1981 + "&hs=081&currency=USD", "value")).containsExactly("40.0");
        // the chapter's own figures are not among those of a heading
        assertThat(rows(OF_1981 + "&hs=0811", "value")).isEmpty();
    }

    @Test
    void reporters_are_never_added() {
        assertThat(rows(
                        "/api/v1/trade-summary?reporter=XA.01,XB.010100&period=1981-01&currency=USD",
                        "reporter",
                        "value"))
                .containsExactly("XA.01 230.0", "XB.010100 120.0");
    }

    @Test
    void nothing_is_an_empty_summary() {
        var answer = api.get("/api/v1/trade-summary?reporter=XA.02&period=1981").expect(200);

        assertThat(answer.json().path("items")).isEmpty();
        assertThat(rows(OF_1981 + "&partner=XA.02", "value")).isEmpty();
        assertThat(rows(OF_1981 + "&currency=VND", "value")).isEmpty();
    }

    @Test
    void without_a_period_it_is_all_that_was_reported() {
        FigureMother.report("""
            XB.010000 XA.02 1980-11 EXPORT 08 - 1.00 regime=TEMPORARY
            XB.010000 XA.02 1981-02 EXPORT 08 - 2.00 regime=TEMPORARY
            """);

        var answer = api.get("/api/v1/trade-summary?reporter=XB.010000&regime=TEMPORARY&flow=EXPORT")
                .expect(200);

        assertThat(answer.at("/period/from")).isEqualTo("1980-11-01");
        assertThat(answer.at("/period/to")).isEqualTo("1981-02-28");
        assertThat(answer.json().at("/items/0/coverage").toString())
                .isEqualTo("{\"present\":2,\"expected\":4,\"unit\":\"month\"}");
    }

    @Test
    void figures_of_different_attribution_are_never_added() {
        FigureMother.report("""
            XA.01 XB.010100 1984-01 EXPORT 08 - 1.00 attribution=GATE
            XA.01 XB.010100 1984-02 EXPORT 08 - 2.00 attribution=ENTERPRISE
            """);
        String address = "/api/v1/trade-summary?reporter=XA.01&period=1984";

        var problem = api.get(address).expect(409);

        assertThat(problem.at("/type")).isEqualTo("urn:provincelink:problem:not-comparable");
        assertThat(problem.at("/violations/0/pointer")).isEqualTo("?attribution");
        assertThat(problem.at("/violations/0/message")).contains("XA.01: ENTERPRISE, GATE");
        assertThat(rows(address + "&attribution=GATE", "value", "attribution")).containsExactly("1.0 GATE");
    }

    @Test
    void a_closed_unit_counts_for_its_successor_where_that_is_asked_for() {
        FigureMother.report("""
            XA.01 XB.010100 1983-01 EXPORT 08 - 10.00
            XA.02 XB.010100 1983-01 EXPORT 08 -  3.00
            XB.010100 XA.02 1983-01 IMPORT 08 -  4.00
            """);
        String year = "/api/v1/trade-summary?period=1983";

        assertThat(rows(year + "&reporter=XA.01", "reporter", "value")).containsExactly("XA.01 10.0");
        assertThat(rows(year + "&reporter=XA.01&rollup=current", "reporter", "value"))
                .containsExactly("XA.01 13.0");
        assertThat(rows(year + "&partner=XA.01&groupBy=partner&rollup=current", "reporter", "partner", "value"))
                .containsExactly("XB.010100 XA.01 4.0");
        assertThat(rows(year + "&groupBy=partner&rollup=current", "reporter", "partner", "value"))
                .containsExactly("XB.010100 XA.01 4.0", "XA.01 XB.010100 13.0");
        assertThat(rows(year + "&groupBy=partner", "reporter", "partner", "value"))
                .containsExactly("XB.010100 XA.02 4.0", "XA.01 XB.010100 10.0", "XA.02 XB.010100 3.0");
    }

    @Test
    void what_was_known_before_a_revision_can_be_asked_for() throws InterruptedException {
        Api statistician = api.as("XA.01", "statistician");
        var figure = statistician.post(
                "/api/v1/trade-figures", FigureMother.draft("XA.01 XB.010100 1985-03 EXPORT 08 - 100.00 netKg=7"));
        figure.expect(201);
        String known = figure.at("/updatedAt");
        statistician
                .with("If-Match", figure.etag())
                .patch(figure.header("Location"), Map.of("value", 250))
                .expect(200);
        FigureMother.report("XA.01 XB.010100 1985-04 EXPORT 09 - 1.00");
        String address = "/api/v1/trade-summary?reporter=XA.01&period=1985";

        assertThat(rows(address, "value", "netKg")).containsExactly("251.0 7.0");
        assertThat(rows(address + "&asOf=" + known, "value", "netKg", "coverage/present"))
                .containsExactly("100.0 7.0 0");
        assertThat(rows(address + "&asOf=" + known + "&groupBy=month,chapter", "month", "chapter", "value"))
                .containsExactly("1985-03 08 100.0");
        assertThat(rows(address + "&asOf=2000-01-01", "value")).isEmpty();
        assertThat(api.get(address + "&asOf=" + known).expect(200).at("/knownAt"))
                .isEqualTo(known);
        String today = LocalDate.now(Today.ZONE).toString(); // meant to its end, and nothing is known from then yet
        assertThat(Instant.parse(api.get(address + "&asOf=" + today).expect(200).at("/knownAt")))
                .isBeforeOrEqualTo(Instant.now());
        assertThat(fault(api.get(address + "&asOf=2999-01-01"), "?asOf")).isEqualTo("in-future");
        assertThat(fault(api.get(address + "&asOf=yesterday"), "?asOf")).isEqualTo("wrong-format");
        assertThat(fault(api.get(address + "&asOf=-200000-01-01T00:00:00Z"), "?asOf"))
                .isEqualTo("wrong-format");
    }

    @Test
    void a_reader_who_has_it_is_told_so_until_something_is_written() {
        String address = "/api/v1/trade-summary?reporter=XA.01&period=1986-06";
        FigureMother.report("XA.01 XB.010100 1986-06 EXPORT 08 - 1.00");
        var first = api.get(address).expect(200);
        String tag = first.etag();

        assertThat(tag).startsWith("\"");
        assertThat(first.json().at("/items/0/coverage/present").asInt()).isZero();
        api.with("If-None-Match", tag).get(address).expect(304);
        api.as("XA.01", "statistician")
                .post("/api/v1/trade-figures", FigureMother.draft("XA.01 XB.010100 1986-06 IMPORT 08 - 2.00"))
                .expect(201);
        var changed = api.with("If-None-Match", tag).get(address).expect(200);

        assertThat(changed.etag()).isNotEqualTo(tag);
        assertThat(changed.json().at("/items/0/value").decimalValue()).isEqualByComparingTo("3");
        assertThat(changed.json().at("/items/0/coverage/present").asInt()).isEqualTo(1);
    }

    @Test
    void what_nobody_would_read_is_refused_and_what_is_odd_is_answered() {
        assertThat(rows("/api/v1/trade-summary?reporter=XA.01&period=0001/0002&groupBy=year", "value"))
                .isEmpty();
        assertThat(rows("/api/v1/trade-summary?reporter=XA.01&period=9998-02/9999&groupBy=month", "value"))
                .isEmpty();
        assertThat(rows("/api/v1/trade-summary?reporter=XA.01&period=1981-01-15/1981-01-16&currency=USD", "value"))
                .containsExactly("230.0");
        assertThat(rows("/api/v1/trade-summary?reporter=XA.01&groupBy=year,year&period=1982", "year", "value"))
                .containsExactly("1982 9.0");
    }

    @Test
    void everybody_reads_but_nobody_with_a_bad_token() {
        api.get(OF_1981).expect(200);
        api.as("XB.010100", "reader").get(OF_1981).expect(200);
        api.bearing("no.token.atall").get(OF_1981).expect(401);
    }

    @Test
    void one_answer_names_all_that_cannot_be_read() {
        var answer = Api.unchecked()
                .get(
                        "/api/v1/trade-summary?groupBy=year,day&reporter=XA.77&partner=YY&period=1981-13&flow=UP&gate=no-such"
                                + "&regime=ODD&hs=8&currency=XYZ&attribution=ALL&rollup=old&asOf=x&bogus=1")
                .expect(400);

        assertThat(answer.json().path("violations").findValuesAsText("pointer"))
                .contains(
                        "?groupBy",
                        "?reporter",
                        "?partner",
                        "?period",
                        "?flow",
                        "?regime",
                        "?hs",
                        "?currency",
                        "?attribution",
                        "?rollup",
                        "?asOf",
                        "?bogus");
        assertThat(fault(api.get(OF_1981 + "&gate=no-such"), "?gate")).isEqualTo("unknown-gate");
    }
}
