package io.provincelink.trade.balance;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Worked by hand; no other test reports anything of these two. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class TradeBalanceTest {

    private static final String TOGETHER = "/api/v1/partnership-part?parties=VN.04,CN.451400";

    /** What the gateway asks is no part of the contract. */
    private final Api gateway = Api.unchecked();

    @BeforeEach
    void report() {
        FigureMother.report("""
            VN.04 CN.451400 2018-01/2018-02 EXPORT 08 - 500.00
            VN.04 CN.451400 2018-02 EXPORT 09 -   3.00
            VN.04 CN.451400 2018-03 EXPORT 08 -  10.00
            VN.04 CN.451400 2018-03 EXPORT 08 -  90.00 regime=TRANSIT
            VN.04 CN.451400 2018-11 IMPORT 27 -  20.00
            VN.04 CN.451400 2018-12 EXPORT 08 -  30.00 status=ESTIMATED
            VN.04 CN.451400 2019-01 EXPORT 08 -  40.00
            VN.04 CN.451400 2019-01 EXPORT 09 -   2.00
            VN.04 CN.451400 2019-01 EXPORT 08 - 700.00 currency=CNY
            VN.04 CN.451400 2017-05 EXPORT 08 -   9.00 attribution=GATE
            CN.451400 VN.04 2018-06 EXPORT 08 -  60.00
            VN.04 CN        2019-02 EXPORT 08 -   5.00
            """);
    }

    private static List<String> rows(JsonNode trade) {
        List<String> rows = new ArrayList<>();
        for (JsonNode one : trade) {
            JsonNode year = one.path("months");
            rows.add(String.join(
                    " ",
                    one.path("reporter").asText(),
                    one.path("currency").asText(),
                    one.path("attribution").asText(),
                    year.path("from").asText(),
                    year.path("to").asText(),
                    year.path("exports").asText("-"),
                    year.path("exportMonths").asText(),
                    year.path("imports").asText("-"),
                    year.path("importMonths").asText(),
                    year.path("estimated").asText()));
        }
        return rows;
    }

    @Test
    void each_side_reports_for_itself_and_nothing_is_added_over_currencies_or_attributions() {
        JsonNode trade = gateway.get(TOGETHER).expect(200).json().path("trade");

        // exports from 2018-02 on: 3 + 10 + 30 + 40 + 2 = 85; January and February together begin too early
        assertThat(rows(trade))
                .containsExactly(
                        "VN.04 CNY ORIGIN_DESTINATION 2018-02 2019-01 700 1 - 0 false",
                        "VN.04 USD ORIGIN_DESTINATION 2018-02 2019-01 85 4 20 1 true",
                        "VN.04 USD GATE 2016-06 2017-05 9 1 - 0 false",
                        "CN.451400 USD ORIGIN_DESTINATION 2017-07 2018-06 60 1 - 0 false");
    }

    @Test
    void the_newest_months_come_first() {
        JsonNode newest = gateway.get(TOGETHER).expect(200).json().at("/trade/1/newest");

        assertThat(newest.findValuesAsText("from")).containsExactly("2019-01", "2018-12", "2018-11");
        assertThat(newest.at("/0/exports").decimalValue()).isEqualByComparingTo("42");
        assertThat(newest.get(0).has("imports")).isFalse();
        assertThat(newest.at("/1/estimated").asBoolean()).isTrue();
    }

    @Test
    void a_region_alone_is_what_it_reports_of_all_its_partners() {
        JsonNode trade = gateway.get("/api/v1/overview-part?region=VN.04")
                .expect(200)
                .json()
                .path("trade");

        // from 2018-03 on: 10 + 30 + 42, and 5 on the whole country
        assertThat(rows(trade)).contains("VN.04 USD ORIGIN_DESTINATION 2018-03 2019-02 87 4 20 1 true");
        assertThat(trade.findValues("partner")).isEmpty();
    }

    @Test
    void who_reports_nothing_has_no_row() {
        assertThat(gateway.get(TOGETHER.replace("VN.04,CN.451400", "XA.01101,XB.010101"))
                        .expect(200)
                        .json()
                        .path("trade"))
                .isEmpty();
    }

    @Test
    void gates_are_found_by_words_and_the_question_must_be_whole() {
        recordGate(Api.checked(), "balance-gate");

        JsonNode hit = gateway.get("/api/v1/search-part?q=balance-gate")
                .expect(200)
                .json()
                .at("/hits/0");

        assertThat(hit.at("/record/type").asText()).isEqualTo("GATE");
        assertThat(hit.at("/record/code").asText()).isEqualTo("balance-gate");
        assertThat(hit.at("/relevance").asInt()).isEqualTo(40);
        assertThat(hit.at("/foundIn").asText()).isEqualTo("balance-gate");
        assertThat(Api.checked().get("/api/v1/gates?q=balance").expect(200).at("/items/0/code"))
                .isEqualTo("balance-gate");
        gateway.get("/api/v1/activity-part").expect(200);
        gateway.get("/api/v1/partnership-part").expect(400);
        gateway.get("/api/v1/overview-part?region=VN.999").expect(400);
        gateway.get("/api/v1/search-part?q=-").expect(400);
    }
}
