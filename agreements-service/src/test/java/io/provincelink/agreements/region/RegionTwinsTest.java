package io.provincelink.agreements.region;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test has provinces of its own, for a map shows whatever the others recorded; Hà Giang and Tuyên Quang are those of the merger. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RegionTwinsTest {

    private final Api anonymous = Api.checked();
    private final Api tuyenQuang = anonymous.as("VN.08", "reader", "editor");

    private static String address(String code) {
        return "/api/v1/regions/" + code + "/twinnings";
    }

    private String record(Api writer, String visibility, String level, String own, String other, String more) {
        return writer.post("/api/v1/twinnings", """
            {"level": "%s", "visibility": "%s", %s
             "sides": [{"country": "VN", %s}, {"country": "CN", %s}]}
            """.formatted(level, visibility, more, own, other))
                .expect(201)
                .at("/id");
    }

    private static String named(String code) {
        return "\"regions\": [\"" + code + "\"]";
    }

    private static String counted(String qualifier, int number, String unit) {
        return "\"count\": {\"value\": " + number + ", \"qualifier\": \"" + qualifier + "\", \"unit\": \"" + unit
                + "\"}";
    }

    private static JsonNode twin(Api.Answer map, String id) {
        for (JsonNode twin : map.json().at("/twins")) {
            if (twin.at("/twinning").asText().equals(id)) {
                return twin;
            }
        }
        return MissingNode.getInstance();
    }

    @Test
    void tuyen_quang_shows_what_ha_giang_and_its_former_districts_brought() {
        String xinMan = record(
                tuyenQuang, "PARTIES", "DISTRICT", named("VN.033"), named("CN.532625"), "\"since\": \"2015-01-01\",");
        String quangBinh = record(
                tuyenQuang,
                "PARTIES",
                "DISTRICT",
                named("VN.035"),
                named("CN.532624"),
                "\"since\": \"2015-01-01\", \"parties\": [\"VN.02\", \"CN.532600\"],");
        String since = record(
                tuyenQuang, "PARTIES", "PROVINCE", named("VN.08"), named("CN.532600"), "\"since\": \"2025-07-01\",");

        var now = tuyenQuang.get(address("VN.08")).expect(200);

        assertThat(twin(now, xinMan).at("/through").toString()).isEqualTo("[\"VN.02\"]");
        assertThat(twin(now, xinMan).at("/own/regions/0/code").asText()).isEqualTo("VN.033");
        assertThat(twin(now, xinMan).at("/own/regions/0/name/vi").asText()).isEqualTo("Huyện Xín Mần");
        assertThat(twin(now, xinMan).at("/other/country").asText()).isEqualTo("CN");
        assertThat(twin(now, xinMan).at("/other/regions/0/name/zh").asText()).isEqualTo("马关县");
        assertThat(twin(now, quangBinh).at("/through/0").asText()).isEqualTo("VN.02");
        assertThat(twin(now, since).at("/through")).isEmpty();
        // the unit of the same code before the merger had none of them
        var before = tuyenQuang.get(address("VN.08") + "?on=2025-06-30").expect(200);
        assertThat(twin(before, xinMan).isMissingNode()).isTrue();
        assertThat(twin(before, since).isMissingNode()).isTrue();
    }

    @Test
    void a_closed_unit_shows_what_it_had() {
        String id = record(
                tuyenQuang,
                "PARTIES",
                "DISTRICT",
                named("VN.034"),
                named("CN.532626"),
                "\"since\": \"2015-01-01\", \"parties\": [\"VN.02\", \"CN.532600\"],");

        var haGiang = tuyenQuang.get(address("VN.02")).expect(200);

        assertThat(twin(haGiang, id).at("/through")).isEmpty();
        // also where the party is the province around it
        assertThat(twin(tuyenQuang.get(address("VN.034")).expect(200), id).isMissingNode())
                .isFalse();
        assertThat(twin(tuyenQuang.get(address("VN.033")).expect(200), id).isMissingNode())
                .isTrue();
        tuyenQuang.get(address("VN.02") + "?on=2025-07-01").expect(404);
    }

    @Test
    void the_other_side_sees_the_same_twinning_from_its_own_side() {
        Api laiChau = anonymous.as("VN.12", "reader", "editor");
        String id = record(
                laiChau, "PARTIES", "PROVINCE", named("VN.12"), named("CN.532500"), "\"since\": \"2015-01-01\",");

        var map = anonymous.as("CN.532500", "reader").get(address("CN.532500")).expect(200);

        assertThat(twin(map, id).at("/own/regions/0/code").asText()).isEqualTo("CN.532500");
        assertThat(twin(map, id).at("/other/regions/0/code").asText()).isEqualTo("VN.12");
        assertThat(twin(
                                anonymous
                                        .as("CN.530000", "reader")
                                        .get(address("CN.530000"))
                                        .expect(200),
                                id)
                        .isMissingNode())
                .isFalse();
    }

    @Test
    void numbers_add_up_level_by_level_with_their_qualifiers() {
        Api dienBien = anonymous.as("VN.11", "reader", "editor");
        String parties = "\"since\": \"2015-01-01\", \"parties\": [\"VN.11\", \"CN.530800\"],";
        record(
                dienBien,
                "PARTIES",
                "COMMUNE",
                counted("OVER", 30, "commune"),
                counted("EXACT", 9, "township"),
                parties);
        record(
                dienBien,
                "PARTIES",
                "COMMUNE",
                counted("EXACT", 4, "commune"),
                counted("EXACT", 2, "township"),
                parties);
        record(
                dienBien,
                "PARTIES",
                "BORDER_POST",
                "\"name\": {\"vi\": \"Đồn Sen Thượng\"}",
                counted("EXACT", 1, "site"),
                parties);

        var map = dienBien.get(address("VN.11")).expect(200);
        var communes = dienBien.get(address("VN.11") + "?level=COMMUNE").expect(200);

        assertThat(map.json().at("/counts")).hasSize(2);
        assertThat(communes.json().at("/counts")).hasSize(1);
        assertThat(communes.json().at("/twins")).hasSize(2);
        assertThat(communes.json().at("/counts/0").toString())
                .isEqualTo("{\"level\":\"COMMUNE\",\"twinnings\":2,"
                        + "\"own\":{\"value\":34,\"qualifier\":\"OVER\",\"unit\":\"commune\"},"
                        + "\"other\":{\"value\":11,\"qualifier\":\"EXACT\",\"unit\":\"township\"}}");
        assertThat(communes.at("/complete")).isEqualTo("true");
        assertThat(map.response().asString()).contains("Đồn Sen Thượng");
    }

    @Test
    void a_published_number_takes_in_the_units_that_are_named_beside_it() {
        Api laoCai = anonymous.as("VN.15", "reader", "editor");
        String parties = "\"since\": \"2015-01-01\", \"parties\": [\"VN.10\", \"CN.532500\"],";
        record(laoCai, "PARTIES", "DISTRICT", counted("EXACT", 7, "district"), counted("EXACT", 3, "county"), parties);
        record(laoCai, "PARTIES", "DISTRICT", named("VN.082"), named("CN.532532"), parties);
        record(laoCai, "PARTIES", "DISTRICT", named("VN.083"), named("CN.532532"), parties);
        // of another partner, so not among the seven
        record(laoCai, "PARTIES", "DISTRICT", named("VN.085"), named("CN.532625"), "\"since\": \"2015-01-01\",");

        var counts = laoCai.get(address("VN.10") + "?level=DISTRICT&on=2024-12-31")
                .expect(200)
                .json()
                .at("/counts/0");

        assertThat(counts.at("/twinnings").asInt()).isEqualTo(4);
        assertThat(counts.at("/own/value").asInt()).isEqualTo(8);
        assertThat(counts.at("/other/value").asInt()).isEqualTo(4);
    }

    @Test
    void what_has_ended_is_no_twin_today() {
        Api quangNinh = anonymous.as("VN.22", "reader", "editor");
        String ended = record(
                quangNinh,
                "PARTIES",
                "PROVINCE",
                named("VN.22"),
                named("CN.450600"),
                "\"since\": \"2015-01-01\", \"until\": \"2020-12-31\",");

        var today = quangNinh.get(address("VN.22")).expect(200);

        assertThat(twin(today, ended).isMissingNode()).isTrue();
        assertThat(today.json().at("/counts")).isEmpty();
        assertThat(today.at("/on")).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(twin(quangNinh.get(address("VN.22") + "?on=2020-12-31").expect(200), ended)
                        .isMissingNode())
                .isFalse();
    }

    @Test
    void who_may_not_see_a_twinning_sees_and_counts_none() {
        Api caoBang = anonymous.as("VN.04", "reader", "editor");
        record(caoBang, "OWN_SIDE", "PROVINCE", named("VN.04"), named("CN.451000"), "");

        assertThat(caoBang.get(address("VN.04")).expect(200).json().at("/twins"))
                .hasSize(1);
        for (Api other : new Api[] {
            anonymous, anonymous.as("CN.451000", "reader"), anonymous.as("VN.12", "reader"), anonymous.as("VN.04")
        }) {
            var map = other.get(address("VN.04")).expect(200);
            assertThat(map.json().at("/twins")).isEmpty();
            assertThat(map.json().at("/counts")).isEmpty();
        }
    }

    @Test
    void a_day_takes_what_stood_then_as_far_as_is_known() {
        Api sonLa = anonymous.as("VN.14", "reader", "editor");
        String dated = record(
                sonLa,
                "PARTIES",
                "PROVINCE",
                named("VN.14"),
                named("CN.530500"),
                "\"since\": \"2015-01-01\", \"until\": \"2019-12-31\",");
        String undated = record(sonLa, "PARTIES", "PROVINCE", named("VN.14"), named("CN.530600"), "");

        var during = sonLa.get(address("VN.14") + "?on=2019-12-31").expect(200);
        var after = sonLa.get(address("VN.14") + "?on=2020-01-01").expect(200);

        assertThat(twin(during, dated).isMissingNode()).isFalse();
        assertThat(twin(after, dated).isMissingNode()).isTrue();
        assertThat(twin(after, undated).isMissingNode()).isFalse();
        assertThat(twin(after, undated).at("/since").asText("null")).isEqualTo("null");
        assertThat(after.at("/on")).isEqualTo("2020-01-01");
    }

    @Test
    void who_has_the_map_gets_304_until_it_changes() {
        Api langSon = anonymous.as("VN.20", "reader", "editor");
        String etag = langSon.get(address("VN.20")).etag();

        langSon.with("If-None-Match", etag).get(address("VN.20")).expect(304);
        record(langSon, "PARTIES", "PROVINCE", named("VN.20"), named("CN.451400"), "");
        langSon.with("If-None-Match", etag).get(address("VN.20")).expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "CN.532660, 404, {code}",
        "VN.08?on=2021-02-30, 400, ?on",
        "VN.08?level=VILLAGE, 400, ?level",
    })
    void what_cannot_be_read_is_named(String asked, int status, String pointer) {
        String[] parts = asked.split("\\?");
        String path = address(parts[0]) + (parts.length > 1 ? "?" + parts[1] : "");

        assertThat(anonymous.get(path).expect(status).at("/violations/0/pointer"))
                .isEqualTo(pointer);
    }
}
