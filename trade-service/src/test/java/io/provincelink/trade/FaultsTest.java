package io.provincelink.trade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One answer names everything that is wrong with a body. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class FaultsTest {

    private final Api editor = Api.unchecked().as("XA.01", "reader", "editor", "statistician");

    private List<String> faults(String collection, String body) {
        List<String> faults = new ArrayList<>();
        for (JsonNode fault :
                editor.post("/api/v1/" + collection, body).expect(400).json().at("/violations")) {
            faults.add(fault.at("/pointer").asText() + " " + fault.at("/code").asText());
        }
        return faults;
    }

    @Test
    void of_a_figure() {
        assertThat(faults("trade-figures", """
            {"month": "2021-05", "reporter": "QQ.1", "partner": "XB.010100", "flow": "UP", "regime": "NORMAL", "hs": "x",
             "value": "5", "currency": "ZZZ", "status": "FINAL", "bogus": 1}
            """))
                .contains(
                        "/bogus unknown-field",
                        "/currency not-a-currency",
                        "/flow unknown-value",
                        "/reporter unknown-region",
                        "/value wrong-type");
        assertThat(faults("traffic-figures", """
            {"month": "2021-05", "reporter": "QQ.1", "kind": "X", "count": 1.5, "bogus": 1}
            """))
                .contains(
                        "/bogus unknown-field",
                        "/count wrong-type",
                        "/kind unknown-value",
                        "/reporter unknown-region",
                        "/status not-null");
    }

    @Test
    void of_a_gate() {
        assertThat(faults("gates", """
            {"code": "a b", "sides": [{"region": "QQ.1"}, 5], "kind": 1, "since": "2012-99", "bogus": 1}
            """))
                .contains(
                        "/bogus unknown-field",
                        "/code code",
                        "/kind unknown-value",
                        "/since wrong-format",
                        "/sides/0/region unknown-region",
                        "/sides/1 wrong-type");
    }

    @Test
    void months_and_gates_are_named_beside_the_rest() {
        assertThat(faults("trade-figures", """
            {"reporter": "XA.01", "partner": "XB.010100", "flow": "UP", "regime": "NORMAL", "hs": "08", "gate": "nope",
             "value": -1, "currency": "XTS", "status": "FINAL"}
            """))
                .containsExactly(
                        "/currency not-a-currency",
                        "/flow unknown-value",
                        "/gate unknown-gate",
                        "/month exactly-one-of",
                        "/value positive-or-zero");
        assertThat(faults("trade-figures", """
            {"month": "2021-05", "reporter": "QQ.1", "partner": "XB.010100", "flow": "EXPORT", "regime": "NORMAL",
             "hs": "08", "gate": "nope", "value": 1, "currency": "USD", "status": "FINAL"}
            """)).containsExactly("/gate unknown-gate", "/reporter unknown-region");
    }

    @Test
    void words_of_a_query_are_read_together() {
        assertThat(refused("trade-figures?reporter=Q&partner=P&gate=g&currency=XAU&period=Z"))
                .containsExactly("?currency", "?gate", "?partner", "?period", "?reporter");
        assertThat(refused("trade-figures?reporter=Q&currency=XAU&limit=0"))
                .containsExactly("?currency", "?limit", "?reporter");
        assertThat(refused("traffic-figures?reporter=Q&region=R&gate=g&period=Z"))
                .containsExactly("?gate", "?period", "?region", "?reporter");
        assertThat(refused("gates?region=Q&externalId=x&kind=K&kind=L"))
                .containsExactly("?externalId", "?kind", "?region");
    }

    private List<String> refused(String address) {
        List<String> faults = new ArrayList<>();
        for (JsonNode fault :
                editor.get("/api/v1/" + address).expect(400).json().at("/violations")) {
            faults.add(fault.at("/pointer").asText());
        }
        return faults;
    }
}
