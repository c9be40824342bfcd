package io.provincelink.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
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

    @Test
    void references_and_visibility_are_named_beside_the_rest() {
        assertThat(faults("meetings", """
            {"kind": "TALKS", "parties": [{"region": "XA.01"}, {"region": "XB.010100"}], "status": "X",
             "mechanism": "0198c0de-0000-7000-8000-00000000dead", "visibility": "PUBLIC",
             "externalIds": [{"system": "a", "id": "1"}, {"system": "a", "id": "1"}]}
            """))
                .containsExactly(
                        "/externalIds/1 same-key-twice",
                        "/mechanism unknown-record",
                        "/start required",
                        "/status unknown-value",
                        "/visibility publish-later");
        assertThat(faults("mechanisms", """
            {"kind": "FORUM", "level": "X", "title": {"en": "x"}, "parties": [{"region": "XA.01"}], "window": "soon",
             "visibility": "PUBLIC"}
            """))
                .contains("/level unknown-value", "/visibility publish-later", "/window wrong-format");
    }

    @Test
    void words_of_a_query_are_read_together() {
        Api anonymous = Api.unchecked();
        for (String address : new String[] {
            "meetings?parties=Q&period=Z&mechanism=M&externalId=x&status=S",
            "mechanisms?parties=Q&period=Z&externalId=x&level=L",
            "mechanisms?parties=Q&rollup=R&externalId=x&q=%2C",
            "delegations?parties=Q&sending=S&receiving=R&period=Z&externalId=x&limit=0",
            "delegations?parties=Q&sending=S&receiving=R&period=Z&externalId=x",
            "changes?types=T&region=Q&limit=x",
        }) {
            List<String> named = new ArrayList<>();
            anonymous
                    .get("/api/v1/" + address)
                    .expect(400)
                    .json()
                    .at("/violations")
                    .forEach(fault -> named.add(fault.at("/pointer").asText()));
            String[] asked =
                    address.replaceFirst("^[^?]*", "").replaceAll("=[^&]*", "").split("&");
            assertThat(named)
                    .as(address)
                    .containsExactlyInAnyOrder(Arrays.stream(asked)
                            .map(name -> "?" + name.replace("?", ""))
                            .toArray(String[]::new));
        }
    }

    @Test
    void a_parameter_of_one_value_stands_once_and_fields_only_where_they_are_known() {
        Api anonymous = Api.unchecked();
        for (String wrong :
                new String[] {"meetings?parties=XA&parties=XB", "changes?fields=id", "meetings?limit=1&limit=2"}) {
            anonymous.get("/api/v1/" + wrong).expect(400);
        }
        anonymous.get("/api/v1/meetings?parties=XA,XB&fields=id&limit=1").expect(200);
    }
}
