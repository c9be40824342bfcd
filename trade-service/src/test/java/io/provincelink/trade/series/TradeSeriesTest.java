package io.provincelink.trade.series;

import static io.provincelink.trade.Drafts.fault;
import static io.provincelink.trade.Drafts.recordGate;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.trade.summary.FigureMother;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class TradeSeriesTest {

    private static final String SERIES = "/api/v1/trade-series?reporter=XA.02&currency=USD&period=1988-01/1988-03";

    private final Api api = Api.checked();

    @BeforeEach
    void report() {
        recordGate(api, "series-gate");
        FigureMother.report("""
            XA.02 XB.010100 1987-01 EXPORT 08   -            80.00
            XA.02 XB.010100 1987-01 IMPORT 27   -            20.00
            XA.02 XB.010100 1987-02 EXPORT 08   -            50.00
            XA.02 XB.010100 1987-03 EXPORT 0810 series-gate  40.00
            XA.02 XB.010100 1988-01 EXPORT 08   -            60.00 status=ESTIMATED
            XA.02 XB        1988-01 EXPORT 09   series-gate  30.00
            XA.02 XB.010100 1988-01 IMPORT 27   -            30.00
            XA.02 XB.010100 1988-02 EXPORT 08   -            45.00
            XA.02 XB.010100 1988-02 EXPORT 08   -           450.00 currency=CNY
            XA.02 XB.010100 1988-02 IMPORT 27   -             5.00 regime=TRANSIT
            XA.02 XB.010100 1988-03 IMPORT 27   -            10.00
            """);
    }

    private List<String> points(String address) {
        List<String> rows = new ArrayList<>();
        for (JsonNode point : api.get(address).expect(200).json().path("points")) {
            rows.add(String.join(
                    " ",
                    point.path("period").asText(),
                    point.path("value").asText("-"),
                    point.path("coverage").path("present").asText(),
                    point.path("cumulative").asText("-"),
                    point.path("growth").path("previous").asText("-"),
                    point.path("growth").path("yearBefore").asText("-"),
                    point.path("growth").path("cumulativeYearBefore").asText("-")));
        }
        return rows;
    }

    @Test
    void turnover_is_both_flows_and_complete_only_with_both() {
        // January 1988: 60+30+30 against 80+20; February and March have one flow each, so they are incomplete
        assertThat(points(SERIES))
                .containsExactly(
                        "1988-01 120.0 1 120.0 - 20.0 20.0",
                        "1988-02 45.0 0 165.0 - - -",
                        "1988-03 10.0 0 175.0 - - -");
    }

    @Test
    void exports_alone() {
        // 90/80; 45/90 and 45/50, 135/130 = 1.03846
        assertThat(points(SERIES + "&flow=EXPORT"))
                .containsExactly(
                        "1988-01 90.0 1 90.0 - 12.5 12.5",
                        "1988-02 45.0 1 135.0 -50.0 -10.0 3.85",
                        "1988-03 - 0 135.0 - - -");
    }

    @Test
    void of_a_partner_a_gate_a_regime_and_goods() {
        assertThat(points(SERIES + "&flow=EXPORT&partner=XB")).first().isEqualTo("1988-01 30.0 1 30.0 - - -");
        assertThat(points(SERIES + "&flow=EXPORT&gate=series-gate")).first().isEqualTo("1988-01 30.0 1 30.0 - - -");
        assertThat(points(SERIES + "&flow=IMPORT&regime=TRANSIT")).contains("1988-02 5.0 1 5.0 - - -");
        assertThat(points(SERIES.replace("1988-01/1988-03", "1987-03") + "&flow=EXPORT&hs=0810"))
                .containsExactly("1987-03 40.0 1 40.0 - - -");
    }

    @Test
    void quarters_and_years() {
        assertThat(points(SERIES + "&flow=EXPORT&frequency=Q")).containsExactly("1988-Q1 135.0 2 135.0 - - -");
        assertThat(points(SERIES + "&flow=EXPORT&frequency=A")).containsExactly("1988 135.0 2 135.0 - - -");
    }

    @Test
    void january_and_february_together() {
        assertThat(points(SERIES + "&flow=EXPORT&combine=JAN_FEB"))
                .containsExactly("1988-01/1988-02 135.0 2 135.0 - 3.85 3.85", "1988-03 - 0 135.0 - - -");
    }

    @Test
    void it_says_what_it_is_of() {
        JsonNode series = api.get(SERIES).expect(200).json();

        assertThat(series.path("reporter").asText()).isEqualTo("XA.02");
        assertThat(series.path("flow").asText()).isEqualTo("TURNOVER");
        assertThat(series.path("frequency").asText()).isEqualTo("M");
        assertThat(series.path("currency").asText()).isEqualTo("USD");
        assertThat(series.path("attribution").asText()).isEqualTo("ORIGIN_DESTINATION");
        assertThat(series.path("valuations").toString()).isEqualTo("[\"FOB\",\"CIF\"]");
        assertThat(series.path("regimes").toString()).isEqualTo("[\"NORMAL\",\"BORDER_RESIDENT\"]");
        assertThat(series.at("/points/0/qualifier").asText()).isEqualTo("ABOUT");
    }

    @Test
    void without_a_period_it_is_all_that_was_reported() {
        FigureMother.report("""
            XB.010000 XA.02 1989-11 EXPORT 08 - 1.00 regime=TRANSIT
            XB.010000 XA.02 1989-12 EXPORT 08 - 3.00 regime=TRANSIT
            """);

        assertThat(points("/api/v1/trade-series?reporter=XB.010000&regime=TRANSIT&flow=EXPORT"))
                .containsExactly("1989-11 1.0 1 1.0 - - -", "1989-12 3.0 1 4.0 200.0 - -");
        assertThat(points("/api/v1/trade-series?reporter=XB.010000&regime=TRANSIT&partner=XA"))
                .isEmpty();
    }

    @Test
    void currencies_and_attributions_are_never_mixed() {
        var problem = api.get(SERIES.replace("&currency=USD", "")).expect(409);

        assertThat(problem.at("/type")).isEqualTo("urn:provincelink:problem:not-comparable");
        assertThat(problem.at("/violations/0/pointer")).isEqualTo("?currency");
        assertThat(problem.at("/violations/0/message")).contains("CNY, USD");
        FigureMother.report("""
            XA.02 XB.010100 1982-01 EXPORT 08 - 1.00 attribution=GATE
            XA.02 XB.010100 1982-02 EXPORT 08 - 2.00 attribution=ENTERPRISE
            """);
        String mixed = "/api/v1/trade-series?reporter=XA.02&period=1982-01&flow=EXPORT";
        assertThat(api.get(mixed).expect(409).at("/violations/0/pointer")).isEqualTo("?attribution");
        assertThat(points(mixed + "&attribution=GATE")).containsExactly("1982-01 1.0 1 1.0 - - -");
        // the year before was reported in another currency too, with which nothing is compared
        FigureMother.report("""
            XA.02 XB 1984-04 EXPORT 08 - 3.00 currency=CNY
            XA.02 XB 1985-04 EXPORT 08 - 9.00
            """);
        assertThat(points("/api/v1/trade-series?reporter=XA.02&partner=XB&period=1985-04&flow=EXPORT"))
                .containsExactly("1985-04 9.0 1 9.0 - - -");
    }

    @Test
    void what_was_known_before_a_revision_can_be_asked_for() {
        Api statistician = api.as("XA.02", "statistician");
        var figure = statistician
                .post(
                        "/api/v1/trade-figures",
                        Map.of(
                                "month",
                                "1985-03",
                                "reporter",
                                "XA.02",
                                "partner",
                                "XB.010100",
                                "flow",
                                "EXPORT",
                                "regime",
                                "NORMAL",
                                "hs",
                                "08",
                                "value",
                                10,
                                "currency",
                                "USD",
                                "status",
                                "FINAL"))
                .expect(201);
        statistician
                .with("If-Match", figure.etag())
                .patch(figure.header("Location"), Map.of("value", 25))
                .expect(200);
        String address = "/api/v1/trade-series?reporter=XA.02&period=1985-03&flow=EXPORT";

        assertThat(points(address)).containsExactly("1985-03 25.0 1 25.0 - - -");
        assertThat(points(address + "&asOf=" + figure.at("/updatedAt"))).containsExactly("1985-03 10.0 1 10.0 - - -");
    }

    @Test
    void a_closed_unit_counts_for_its_successor_where_that_is_asked_for() {
        FigureMother.report("""
            XA.01 XB.010100 1989-05 EXPORT 08 - 10.00
            XA.02 XB.010100 1989-05 EXPORT 08 -  4.00
            """);
        String address = "/api/v1/trade-series?reporter=XA.01&period=1989-05&flow=EXPORT";

        assertThat(points(address)).containsExactly("1989-05 10.0 1 10.0 - - -");
        assertThat(points(address + "&rollup=current")).containsExactly("1989-05 14.0 1 14.0 - - -");
    }

    @Test
    void a_reader_who_has_it_is_told_so() {
        String tag = api.get(SERIES).expect(200).etag();

        api.with("If-None-Match", tag).get(SERIES).expect(304);
    }

    @Test
    void years_before_and_after_all_reports_are_points_without_values() {
        assertThat(points("/api/v1/trade-series?reporter=XA.02&period=0001&frequency=A"))
                .containsExactly("0001 - 0 - - - -");
        assertThat(points("/api/v1/trade-series?reporter=XA.02&period=9999&frequency=Q"))
                .hasSize(4);
    }

    @Test
    void everybody_reads_but_nobody_with_a_bad_token() {
        api.get(SERIES).expect(200);
        api.bearing("no.token.atall").get(SERIES).expect(401);
    }

    @Test
    void it_names_all_that_cannot_be_read() {
        var answer = Api.unchecked()
                .get("/api/v1/trade-series?period=1981-13&flow=BOTH&frequency=D&combine=ALL&currency=XYZ&hs=1")
                .expect(400);

        assertThat(answer.json().path("violations").findValuesAsText("pointer"))
                .contains("?reporter", "?period", "?flow", "?frequency", "?combine", "?currency", "?hs");
        assertThat(fault(api.get("/api/v1/trade-series"), "?reporter")).isEqualTo("required");
        assertThat(fault(api.get("/api/v1/trade-series?reporter=XA.01,XA.02"), "?reporter"))
                .isEqualTo("too-many");
        assertThat(fault(api.get("/api/v1/trade-series?reporter=XA.01&period=1800/2000"), "?period"))
                .isEqualTo("too-long-period");
    }
}
