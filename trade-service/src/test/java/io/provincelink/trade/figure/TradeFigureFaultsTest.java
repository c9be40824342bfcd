package io.provincelink.trade.figure;

import static io.provincelink.trade.Drafts.fault;
import static io.provincelink.trade.Drafts.trade;
import static io.provincelink.trade.Drafts.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.trade.Drafts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is refused with 400, and where the fault is said to lie. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class TradeFigureFaultsTest {

    private final Api api = Api.checked();

    @Test
    void goods_are_two_to_six_digits() {
        assertThat(faultOf("/hs", "hs", "8")).isEqualTo("hs");
        assertThat(faultOf("/hs", "hs", "0803901")).isEqualTo("hs");
        assertThat(faultOf("/hs", "hs", "00")).isEqualTo("hs");
        assertThat(faultOf("/hs", "hs", "08a")).isEqualTo("hs");
    }

    @Test
    void an_amount_has_no_more_decimals_than_its_currency() {
        assertThat(faultOf("/value", "value", 10.5, "currency", "VND")).isEqualTo("too-many-decimals");
        assertThat(faultOf("/value", "value", 10.505)).isEqualTo("too-many-decimals");
        assertThat(faultOf("/currency", "currency", "XAU")).isEqualTo("not-a-currency");
        assertThat(faultOf("/currency", "currency", "usd")).isEqualTo("not-a-currency");
    }

    @Test
    void nothing_is_negative() {
        assertThat(faultOf("/value", "value", -1)).isEqualTo("positive-or-zero");
        assertThat(faultOf("/netKg", "netKg", -0.5)).isEqualTo("positive-or-zero");
    }

    @Test
    void months_are_one_or_a_range_in_order_within_a_year() {
        assertThat(faultOf("/month", "month", "2007-13")).isEqualTo("month");
        assertThat(faultOf("/month", "month", "2007-1")).isEqualTo("month");
        assertThat(faultOf("/month", "month", null)).isEqualTo("exactly-one-of");
        assertThat(faultOf("/month", "months", months("2007-01", "2007-02"))).isEqualTo("exactly-one-of");
        assertThat(faultOf("/months", "month", null, "months", months("2007-02", "2007-01")))
                .isEqualTo("period-order");
        assertThat(faultOf("/months/to", "month", null, "months", months("2007-12", "2008-01")))
                .isEqualTo("one-year");
    }

    @Test
    void a_partner_is_somebody_else_in_another_country() {
        assertThat(faultOf("/partner", "partner", "XA.01")).isEqualTo("same-party-twice");
        assertThat(faultOf("/partner", "partner", "XA.02")).isEqualTo("same-country");
        assertThat(faultOf("/partner", "partner", "XB.77")).isEqualTo("unknown-region");
        assertThat(faultOf("/partner", "partner", "XB.010101")).isEqualTo("wrong-level");
    }

    @Test
    void a_province_or_prefecture_reports() {
        assertThat(faultOf("/reporter", "reporter", "XA")).isEqualTo("wrong-level");
        assertThat(faultOf("/reporter", "reporter", "XA.011")).isEqualTo("wrong-level");
        assertThat(faultOf("/reporter", "reporter", "XA.02", "month", "2025-07"))
                .isEqualTo("closed-region");
    }

    /** XA.02 closed in 2025: with the month unknown, nobody can say whether that matters. */
    @Test
    void without_a_month_no_unit_is_called_closed() {
        for (String month : new String[] {"2007-13", null}) {
            var draft = with(trade("2007-01"), "month", month, "reporter", "XA.02", "partner", "XB.77");

            List<String> pointers = api.as("XA.02", "statistician")
                    .post("/api/v1/trade-figures", draft)
                    .expect(400)
                    .json()
                    .path("violations")
                    .findValuesAsText("pointer");

            assertThat(pointers).containsExactly("/month", "/partner");
        }
    }

    @Test
    void an_unknown_gate_names_those_that_may_be_meant() {
        Drafts.recordGate(api, "fault-gate");
        var draft = with(trade("2007-01"), "gate", "fault-gait");

        var answer =
                api.as("XA.01", "statistician").with("Accept-Language", "vi").post("/api/v1/trade-figures", draft);

        assertThat(fault(answer, "/gate")).isEqualTo("unknown-gate");
        assertThat(answer.at("/violations/0/message")).contains("fault-gate").contains("cửa khẩu");
    }

    @Test
    void unknown_words_and_fields_are_refused() {
        assertThat(faultOf("/flow", "flow", "OUT")).isEqualTo("unknown-value");
        assertThat(faultOf("/regime", "regime", null)).isEqualTo("not-null");
        assertThat(faultOf("/worth", "worth", 1)).isEqualTo("unknown-field");
        assertThat(faultOf("/value", "value", "1000")).isEqualTo("wrong-type");
    }

    private String faultOf(String pointer, Object... fieldsAndValues) {
        var draft = with(trade("2007-01"), fieldsAndValues);
        return fault(api.as("XA.01", "statistician").post("/api/v1/trade-figures", draft), pointer);
    }

    private static Map<String, Object> months(String from, String to) {
        return Map.of("from", from, "to", to);
    }
}
