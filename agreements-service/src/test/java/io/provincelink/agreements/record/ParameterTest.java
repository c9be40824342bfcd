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
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(anonymous
                        .get("/api/v1/agreements/none/chain?kind=PLAN")
                        .expect(400)
                        .at("/violations/0/message"))
                .isEqualTo("This address takes no parameters.");
        anonymous.get("/api/v1/agreements/none").expect(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "assistance-projects?region=Y&period=Z&organisation=none&rollup=x&externalId=a&q=%3F | ?externalId"
                        + " wrong-format; ?organisation unknown-record; ?period unknown-period; ?q no-words; ?region"
                        + " unknown-region; ?rollup unknown-value",
                "assistance-projects?region=Y&status=Z | ?region unknown-region; ?status unknown-value",
                "agreements?parties=VN.02,Q&expiringWithin=Z&signed=S&restsOn=nope | ?expiringWithin unknown-duration;"
                        + " ?parties unknown-region; ?restsOn unknown-record; ?signed unknown-period",
                "agreements?parties=Q&kind=MEMO&feild=x | ?feild unknown-parameter; ?kind unknown-value; ?parties"
                        + " unknown-region",
                "changes?limit=x&types=F&region=G&include=h | ?include unknown-value; ?limit wrong-format; ?region"
                        + " unknown-region; ?types unknown-value",
                "changes?types=F&region=G&include=h | ?include unknown-value; ?region unknown-region; ?types"
                        + " unknown-value",
                "programmes?parties=Q&period=Z&late=maybe&q=%3F | ?late unknown-value; ?parties unknown-region; ?period"
                        + " unknown-period; ?q no-words",
                "donations?parties=Q&period=Z&programme=nope&limit=1 | ?parties unknown-region; ?period unknown-period;"
                        + " ?programme unknown-record",
                "donations?parties=Q&limit=0 | ?limit min; ?parties unknown-region",
                "twinnings?parties=Q&externalId=:&limit=0 | ?externalId wrong-format; ?limit min; ?parties"
                        + " unknown-region",
                "legal-acts?issuer=Q&q=%3F&limit=0 | ?issuer unknown-region; ?limit min; ?q no-words",
                "organisations?country=QQ&region=Q | ?country unknown-country; ?region unknown-region",
                "poverty-lists?country=QQ&region=Q | ?country unknown-region; ?region unknown-region",
                "assistance-projects/overlaps?region=Q&period=Z&limit=0 | ?limit min; ?period unknown-period; ?region"
                        + " unknown-region",
                "assistance-summary?groupBy=x&region=Q&period=Z&rollup=y | ?groupBy unknown-value; ?period"
                        + " unknown-period; ?region unknown-region; ?rollup unknown-value",
                "offline-bundle?region=Q&x=1 | ?region unknown-region; ?x unknown-parameter",
                "observations?indicator=x&parties=Q&period=Z | ?indicator unknown-indicator; ?parties unknown-region;"
                        + " ?period unknown-period",
                "regions?parent=Q&country=QQ&limit=0 | ?country unknown-region; ?limit min; ?parent unknown-region",
            })
    void words_of_a_query_are_read_together(String address, String faults) {
        assertThat(refused("/api/v1/" + address.strip()))
                .containsExactly(faults.strip().split(";\\s*"));
    }

    @Test
    void a_parameter_of_one_value_stands_once() {
        assertThat(refused("/api/v1/agreements?kind=PLAN&kind=PLAN&limit=1&limit=2"))
                .containsExactly("?kind repeated-parameter", "?limit repeated-parameter");
        for (String address :
                new String[] {"changes?types=AGREEMENT&types=PROGRAMME", "donations?parties=XA&parties=Q"}) {
            String[] names = address.split("[?&=]");
            assertThat(anonymous.get("/api/v1/" + address).expect(400).at("/violations/0/message"))
                    .isEqualTo("May be given once, with its values separated by commas: %s=%s,%s."
                            .formatted(names[1], names[2], names[4]));
        }
        assertThat(anonymous
                        .with("Accept-Language", "vi")
                        .get("/api/v1/agreements?kind=PLAN&kind=PLAN")
                        .expect(400)
                        .at("/violations/0/message"))
                .isEqualTo("Chỉ được nêu một lần.");
        anonymous.get("/api/v1/changes?types=AGREEMENT,PROGRAMME&limit=1").expect(200);
        anonymous.get("/api/v1/agreements?fields=id&fields=code&limit=1").expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz-sys", "zz-sys:", ":", "ZZ%20SYS:1", "a:%20"})
    void a_key_that_nobody_can_have_is_told_from_one_that_nobody_has(String key) {
        for (String list : new String[] {"agreements", "programmes", "organisations", "poverty-lists"}) {
            assertThat(refused("/api/v1/" + list + "?externalId=" + key)).containsExactly("?externalId wrong-format");
        }
        assertThat(anonymous
                        .get("/api/v1/agreements?externalId=zz-sys:none")
                        .expect(200)
                        .json()
                        .at("/items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "offline-bundle",
                "changes",
                "agreements/none/history",
                "agreements/none/chain",
                "agreements/none/documents",
                "assistance-summary?groupBy=year",
                "assistance-projects/overlaps",
                "regions/XA.01/twinnings",
                "observations?indicator=grants&parties=XA",
            })
    void fields_are_picked_only_from_views(String address) {
        String all = "/api/v1/" + address + (address.contains("?") ? "&" : "?") + "fields=id";

        assertThat(refused(all)).containsExactly("?fields unknown-parameter");
    }

    @Test
    void fields_are_not_picked_from_an_iati_file_or_for_a_write() {
        Api iati = anonymous.with("Accept", "application/xml");

        assertThat(iati.get("/api/v1/assistance-projects?fields=id").expect(400).at("/violations/0/code"))
                .isEqualTo("unknown-parameter");
        assertThat(anonymous
                        .as("XA.01", "editor")
                        .post("/api/v1/donations?fields=id", "{}")
                        .expect(400)
                        .at("/violations/0/code"))
                .isEqualTo("unknown-parameter");
        anonymous.get("/api/v1/assistance-projects?fields=id&limit=1").expect(200);
    }

    @Test
    void a_code_that_is_like_none_is_told_how_codes_look() {
        assertThat(anonymous
                        .get("/api/v1/agreements?parties=QQQQQQQQQQ")
                        .expect(400)
                        .at("/violations/0/message"))
                .contains("Codes look like VN, VN.02 or CN.532600.");
    }
}
