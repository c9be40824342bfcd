package io.provincelink.trade.traffic.summary;

import static io.provincelink.trade.Drafts.fault;
import static io.provincelink.trade.Drafts.traffic;
import static io.provincelink.trade.Drafts.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class VehiclePermitUseResourceTest {

    private static final String USE = "/api/v1/vehicle-permit-use?reporter=XA.01";

    private final Api api = Api.checked();

    @Test
    void a_years_quota_stands_beside_what_was_issued_and_used() {
        report("1957-01", "VEHICLE_PERMIT_QUOTA", 800);
        report("1957-06", "VEHICLE_PERMIT_QUOTA", 200); // agreed later for the same year
        report("1957-01", "VEHICLE_PERMITS", 300);
        report("1957-02", "VEHICLE_PERMITS", 450);
        report("1957-02", "VEHICLE_PERMITS_USED", 600);

        JsonNode use = first("1957");

        assertThat(use.at("/quota/value").asInt()).isEqualTo(1000);
        assertThat(use.at("/issued/value").asInt()).isEqualTo(750);
        assertThat(use.at("/used/value").asInt()).isEqualTo(600);
        assertThat(use.at("/issuedShare/value").decimalValue()).isEqualByComparingTo("75"); // 750 of 1000
        assertThat(use.at("/usedShare/value").decimalValue()).isEqualByComparingTo("60"); // 600 of 1000
        assertThat(use.at("/usedOfIssued/value").decimalValue()).isEqualByComparingTo("80"); // 600 of 750
        assertThat(use.at("/left/value").asInt()).isEqualTo(250); // 1000 - 750
        assertThat(use.at("/left/unit").asText()).isEqualTo("permit");
        assertThat(use.at("/left/qualifier").asText()).isEqualTo("EXACT");
    }

    @Test
    void what_nobody_reported_is_absent() {
        report("1958-01", "VEHICLE_PERMITS", 300);

        JsonNode use = first("1958");

        assertThat(use.at("/issued/value").asInt()).isEqualTo(300);
        assertThat(use.has("quota")).isFalse();
        assertThat(use.has("issuedShare")).isFalse();
        assertThat(use.has("left")).isFalse();
        assertThat(api.get(USE + "&period=1959").expect(200).json().path("items"))
                .isEmpty();
    }

    @Test
    void years_come_page_by_page() {
        report("1960-01", "VEHICLE_PERMITS", 1);
        report("1961-01", "VEHICLE_PERMITS", 2);

        var first = api.get(USE + "&period=1960/1961&limit=1").expect(200);
        var second = api.get(first.at("/next")).expect(200);

        assertThat(first.at("/items/0/year")).isEqualTo("1960");
        assertThat(second.at("/items/0/year")).isEqualTo("1961");
        assertThat(second.json().path("next").isTextual()).isFalse();
        assertThat(fault(api.get(USE + "&cursor=garbage"), "?cursor")).isEqualTo("bad-cursor");
    }

    @Test
    void it_comes_as_a_table_and_names_faults() {
        report("1957-01", "VEHICLE_PERMIT_QUOTA", 800);

        assertThat(api.with("Accept", "text/csv")
                        .get(USE + "&period=1957")
                        .expect(200)
                        .response()
                        .asString()
                        .lines())
                .hasSize(2);
        assertThat(fault(api.get(USE + "&period=soon"), "?period")).isEqualTo("unknown-period");
        assertThat(fault(api.get(USE + "&direction=UP"), "?direction")).isEqualTo("unknown-value");
    }

    private JsonNode first(String year) {
        return api.get(USE + "&period=" + year).expect(200).json().at("/items/0");
    }

    /** Figures that another test reported are there already. */
    private void report(String month, String kind, int count) {
        var answer = api.as("XA.01", "statistician")
                .post("/api/v1/traffic-figures", with(traffic(month), "kind", kind, "count", count));
        if (answer.status() != 409) {
            answer.expect(201);
        }
    }
}
