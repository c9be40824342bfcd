package io.provincelink.exchanges;

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
    void of_a_meeting() {
        assertThat(faults("meetings", """
            {"kind": "PICNIC", "parties": [{"region": "QQ.1"}, 5], "start": {"at": "noon"}, "bogus": [{}],
             "status": "HELD", "sites": [{"region": "QQ.2"}, null], "participants": [{"party": "VN.02"}, "x"]}
            """))
                .contains(
                        "/bogus unknown-field",
                        "/kind unknown-value",
                        "/parties/0/region unknown-region",
                        "/parties/1 wrong-type",
                        "/participants/1 wrong-type",
                        "/sites/0/region unknown-region",
                        "/sites/1 not-null",
                        "/start/at wrong-format");
    }

    @Test
    void of_a_mechanism_and_a_delegation() {
        assertThat(faults("mechanisms", """
            {"parties": [{"region": "QQ.1"}], "recurrence": 5, "window": "soon", "since": "2021-13-01", "bogus": 1}
            """))
                .contains(
                        "/bogus unknown-field",
                        "/kind not-null",
                        "/parties/0/region unknown-region",
                        "/recurrence wrong-type",
                        "/since wrong-format",
                        "/window wrong-format");
        assertThat(faults("delegations", """
            {"sending": "QQ.1", "size": "4", "period": {"from": "x"}, "bogus": 1}
            """))
                .contains(
                        "/bogus unknown-field",
                        "/period/from wrong-format",
                        "/period/to not-null",
                        "/receiving not-null",
                        "/sending unknown-region",
                        "/size wrong-type");
    }
}
