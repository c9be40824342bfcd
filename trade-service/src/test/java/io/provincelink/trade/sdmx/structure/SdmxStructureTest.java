package io.provincelink.trade.sdmx.structure;

import static io.provincelink.trade.Drafts.trade;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.trade.Drafts;
import io.provincelink.trade.sdmx.SdmxSchema;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class SdmxStructureTest {

    private static final String SDMX = "/api/v1/sdmx/2.1/";

    private final Api api = Api.checked();

    private String xml(String address) {
        Api.Answer answer = api.get(SDMX + address).expect(200);
        String message = answer.response().asString();
        assertThat(answer.header("Content-Type")).isEqualTo("application/vnd.sdmx.structure+xml;version=2.1");
        assertThat(SdmxSchema.faults(message)).isEmpty();
        return message;
    }

    private List<String> ids(String address, String element) {
        return SdmxSchema.texts(xml(address), "//*[local-name()='" + element + "']/@id");
    }

    @Test
    void the_flows_are_listed() {
        assertThat(ids("dataflow", "Dataflow")).containsExactly("TRADE", "TRADE_CHAPTER", "TRADE_GATE");
        assertThat(ids("dataflow/all/all/latest/", "Dataflow")).hasSize(3);
        assertThat(ids("dataflow/PROVINCELINK/TRADE+TRADE_GATE/1.0", "Dataflow"))
                .containsExactly("TRADE", "TRADE_GATE");
        assertThat(SdmxSchema.texts(
                        xml("dataflow/PROVINCELINK/TRADE"),
                        "//*[local-name()='Dataflow']/*[local-name()='Name']/@*[name()='xml:lang']"))
                .containsExactly("en", "vi", "zh");
    }

    @Test
    void a_structure_comes_with_what_it_is_built_on() {
        String message = xml("datastructure/PROVINCELINK/TRADE/1.0?references=children");

        assertThat(SdmxSchema.texts(message, "//*[local-name()='Dimension'][@position]/@id"))
                .containsExactly("FREQ", "REPORTER", "PARTNER", "FLOW", "GATE", "REGIME", "HS", "CURRENCY");
        assertThat(SdmxSchema.texts(message, "//*[local-name()='TimeDimension']/@id"))
                .containsExactly("TIME_PERIOD");
        List<String> named = SdmxSchema.texts(message, "//*[local-name()='Enumeration']/Ref/@id").stream()
                .distinct()
                .sorted()
                .toList();
        assertThat(SdmxSchema.texts(message, "//*[local-name()='Codelist']/@id").stream()
                        .sorted())
                .isEqualTo(named);
        assertThat(SdmxSchema.texts(message, "//*[local-name()='Concept']/@id"))
                .containsAll(SdmxSchema.texts(message, "//*[local-name()='ConceptIdentity']/Ref/@id"));
    }

    @ParameterizedTest
    @CsvSource({
        "dataflow/all/TRADE, none, 1, 0, 0",
        "dataflow/all/TRADE, children, 1, 1, 0",
        "dataflow/all/TRADE, descendants, 1, 1, 10",
        "dataflow/all/TRADE, codelist, 1, 0, 10",
        "dataflow/all/TRADE, parents, 1, 0, 0",
        "datastructure/all/TRADE_SUM, parents, 2, 1, 0",
        "datastructure/all/TRADE_SUM, dataflow, 2, 1, 0",
        "datastructure/all/TRADE_SUM, all, 2, 1, 10",
        "codelist/all/CL_HS, parents, 0, 1, 1",
        "codelist/all/CL_HS, parentsandsiblings, 0, 1, 10",
        "codelist/all/CL_HS, dataflow, 1, 0, 1",
        "codelist/all/CL_HS, categorisation, 0, 0, 1",
        "structure, none, 3, 2, 11"
    })
    void what_is_related_comes_along(String address, String references, int flows, int structures, int lists) {
        String message = xml(address + "?references=" + references);

        assertThat(SdmxSchema.texts(message, "//*[local-name()='Dataflow']/@id"))
                .hasSize(flows);
        assertThat(SdmxSchema.texts(message, "//*[local-name()='DataStructure']/@id"))
                .hasSize(structures);
        assertThat(SdmxSchema.texts(message, "//*[local-name()='Codelist']/@id"))
                .hasSize(lists);
    }

    @Test
    void a_stub_is_a_name_alone() {
        String all = xml("dataflow/all/TRADE?detail=allstubs&references=descendants");
        String related = xml("dataflow/all/TRADE?detail=referencestubs&references=descendants");

        assertThat(all).doesNotContain("<str:Code ", "<str:Structure>");
        assertThat(SdmxSchema.texts(all, "//*[@isExternalReference='true']/@id"))
                .hasSize(13);
        assertThat(related).doesNotContain("<str:Code ").contains("<str:Structure>");
    }

    @Test
    void some_codes_of_a_list_are_marked_as_some() {
        String message = xml("codelist/PROVINCELINK/CL_FLOW/1.0/EXPORT");

        assertThat(SdmxSchema.texts(message, "//*[local-name()='Code']/@id")).containsExactly("EXPORT");
        assertThat(SdmxSchema.texts(message, "//@isPartial")).containsExactly("true");
        assertThat(ids("codelist/PROVINCELINK/CL_FLOW/1.0/EXPORT+EXPORT", "Code"))
                .containsExactly("EXPORT");
        assertThat(ids("conceptscheme/all/all/latest/HS+GATE", "Concept")).containsExactlyInAnyOrder("HS", "GATE");
    }

    @Test
    void codes_come_from_the_data_and_have_names() {
        Api statistician = api.as("XA.01", "editor", "statistician");
        Drafts.recordGate(statistician, "sdmx-gate");
        statistician
                .post("/api/v1/trade-figures", Drafts.with(trade("1999-05"), "hs", "070310"))
                .expect(201);

        assertThat(ids("codelist/all/CL_HS", "Code")).contains("070310");
        assertThat(ids("codelist/all/CL_CHAPTER", "Code")).contains("_T", "07");
        assertThat(ids("codelist/all/CL_GATE", "Code")).contains("_T", "_X", "sdmx-gate");
        assertThat(SdmxSchema.texts(
                        xml("codelist/all/CL_GATE/latest/sdmx-gate"),
                        "//*[local-name()='Code']/*[local-name()='Name']"))
                .containsExactly("Cửa A", "乙口岸");
        assertThat(SdmxSchema.texts(
                        xml("codelist/all/CL_REGION/latest/XA_01"), "//*[local-name()='Code']/*[local-name()='Name']"))
                .containsExactly("Province A One", "Tỉnh A Một", "甲一省");
        assertThat(ids("codelist/all/CL_CURRENCY", "Code")).contains("USD");
    }

    @Test
    void json_says_the_same() {
        JsonNode json = api.with("Accept", "application/vnd.sdmx.structure+json;version=2.0.0")
                .with("Accept-Language", "zh")
                .get(SDMX + "dataflow/all/TRADE?references=descendants")
                .expect(200)
                .json();

        assertThat(json.at("/data/dataflows/0/name").asText()).isEqualTo("边境贸易");
        assertThat(json.at("/data/dataflows/0/names")).hasSize(3);
        assertThat(json.at("/data/codelists")).hasSize(10);
        JsonNode components = json.at("/data/dataStructures/0/dataStructureComponents");
        assertThat(components.at("/dimensionList/dimensions")).hasSize(8);
        assertThat(components.at("/dimensionList/timeDimension/id").asText()).isEqualTo("TIME_PERIOD");
        assertThat(components.at("/measureList/measures/0/id").asText()).isEqualTo("OBS_VALUE");
        assertThat(components.at("/attributeList/attributes")).hasSize(7);
    }

    @Test
    void a_constraint_says_which_values_there_are() {
        Api statistician = api.as("XA.01", "editor", "statistician");
        statistician
                .post("/api/v1/trade-figures", Drafts.with(trade("1999-07"), "hs", "0706"))
                .expect(201);
        statistician
                .post("/api/v1/trade-figures", Drafts.with(trade("1999-08"), "hs", "0707", "flow", "IMPORT"))
                .expect(201);
        String span = "?startPeriod=1999-07&endPeriod=1999-08";

        String all = xml("availableconstraint/TRADE" + span);
        assertThat(values(all, "HS")).containsExactly("0706", "0707");
        assertThat(values(all, "FLOW")).containsExactly("EXPORT", "IMPORT");
        assertThat(SdmxSchema.texts(all, "//*[local-name()='StartPeriod']")).containsExactly("1999-07-01");
        assertThat(SdmxSchema.texts(all, "//*[local-name()='EndPeriod']")).containsExactly("1999-08-31");
        String exact = xml("availableconstraint/TRADE/...EXPORT..../all/all/" + span);
        assertThat(values(exact, "HS")).containsExactly("0706");
        assertThat(values(exact, "FLOW")).containsExactly("EXPORT");
        String available = xml("availableconstraint/TRADE/...EXPORT..../all" + span + "&mode=available");
        assertThat(values(available, "HS")).containsExactly("0706");
        assertThat(values(available, "FLOW")).containsExactly("EXPORT", "IMPORT");
        assertThat(values(xml("availableconstraint/TRADE/......0707./all/FLOW" + span), "FLOW"))
                .containsExactly("IMPORT");
        assertThat(values(xml("availableconstraint/TRADE_CHAPTER" + span), "CHAPTER"))
                .containsExactly("07");
        String codes = xml(
                "availableconstraint/TRADE/...EXPORT....?references=codelist&startPeriod=1999-07&endPeriod=1999-08");
        assertThat(SdmxSchema.texts(codes, "//*[local-name()='Codelist'][@id='CL_HS']/*[local-name()='Code']/@id"))
                .containsExactly("0706");
        api.get(SDMX + "availableconstraint/TRADE?startPeriod=1999-07&endPeriod=1999-06")
                .expect(404);
        api.get(SDMX + "availableconstraint/TRADE/all/all/NOPE").expect(400);
        api.get(SDMX + "availableconstraint/TRADE?mode=some").expect(400);
        api.get(SDMX + "availableconstraint/TRADE?references=some").expect(400);
    }

    private static List<String> values(String message, String dimension) {
        return SdmxSchema.texts(
                message, "//*[local-name()='KeyValue'][@id='" + dimension + "']/*[local-name()='Value']");
    }

    @ParameterizedTest
    @CsvSource({
        "dataflow/OTHERS, 404, 100",
        "dataflow/all/NOPE, 404, 100",
        "dataflow/all/TRADE/2.0, 404, 100",
        "nothing, 404, 100",
        "categoryscheme, 501, 501",
        "metadata/TRADE/all, 501, 501",
        "schema/dataflow/PROVINCELINK/TRADE/1.0, 501, 501",
        "dataflow?references=some, 400, 140",
        "dataflow?detail=some, 400, 140",
        "dataflow?format=some, 400, 140",
        "dataflow?some=some, 400, 140"
    })
    void what_cannot_be_answered_is_told_in_the_standards_form(String address, int status, String code) {
        String message = api.get(SDMX + address).expect(status).response().asString();

        assertThat(SdmxSchema.faults(message)).isEmpty();
        assertThat(SdmxSchema.texts(message, "//*[local-name()='ErrorMessage']/@code"))
                .contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dataflow", "datastructure/all/all", "codelist", "data/TRADE", "availableconstraint/TRADE"})
    void everybody_reads_and_nobody_writes(String address) {
        assertThat(api.get(SDMX + address).status()).isIn(200, 404);
        Api.unchecked().bearing("nonsense").get(SDMX + address).expect(401);
        Api.unchecked().as("XA.01", "admin").post(SDMX + address, Map.of()).expect(405);
    }
}
