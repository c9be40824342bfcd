package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters of lists. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ParameterTest {

    private final Api anonymous = Api.unchecked();

    private List<String> refused(String path) {
        List<String> faults = new ArrayList<>();
        for (JsonNode fault : anonymous.get(path).expect(400).json().at("/violations")) {
            faults.add(fault.at("/pointer").asText() + " " + fault.at("/code").asText());
        }
        return faults;
    }

    @Test
    void all_faulty_parameters_are_named_at_once() {
        assertThat(refused("/api/v1/agreements?limit=0&kind=MEMO&level=HIGH&feild=TRADE"))
                .containsExactly(
                        "?feild unknown-parameter", "?kind unknown-value", "?level unknown-value", "?limit min");
        assertThat(refused("/api/v1/twinnings?on=2021-13-01&limit=x&level=TOWNSHIP"))
                .containsExactly("?level unknown-value", "?limit wrong-format", "?on wrong-format");
    }

    @Test
    void a_parameter_that_nobody_knows_is_told_with_the_known_ones() {
        var refused = anonymous.get("/api/v1/agreements?filed=TRADE").expect(400);

        assertThat(refused.at("/violations/0/message"))
                .contains("cursor, expiringWithin, externalId, field, kind, level, limit, parties, q");
        assertThat(anonymous
                        .with("Accept-Language", "zh")
                        .get("/api/v1/agreements?filed=TRADE")
                        .expect(400)
                        .at("/violations/0/message"))
                .startsWith("没有此参数");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/agreements?fields=id",
                "/api/v1/agreements?kind=PLAN&level=PROVINCIAL&limit=200&q=a",
                "/api/v1/regions?country=XA&limit=1",
                "/api/v1/observations?indicator=grants&parties=XA.01,XB.010100&period=2016/2020",
                "/api/v1/review-part?parties=XA.01,XB.010100&period=2016/2020",
            })
    void known_parameters_pass(String path) {
        anonymous.get(path).expect(200);
    }

    @Test
    void a_single_record_knows_no_filters() {
        assertThat(refused("/api/v1/agreements/none?kind=PLAN")).containsExactly("?kind unknown-parameter");
        anonymous.get("/api/v1/agreements/none").expect(404);
    }
}
