package io.provincelink.agreements.region;

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

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RegionResourceTest {

    private static final String ALL = "/api/v1/regions";

    private final Api api = Api.checked();

    private List<String> codes(String query) {
        List<String> codes = new ArrayList<>();
        api.get(ALL + "?limit=200&" + query)
                .expect(200)
                .json()
                .at("/items")
                .forEach(item -> codes.add(item.at("/code").asText()));
        return codes;
    }

    @Test
    void tuyen_quang_before_the_merger_is_another_unit_than_after() {
        var before = api.get(ALL + "/VN.08?on=2025-06-30").expect(200);
        var after = api.get(ALL + "/VN.08?on=2025-07-01").expect(200);

        assertThat(before.at("/validTo")).isEqualTo("2025-06-30");
        assertThat(before.json().at("/successors").toString()).isEqualTo("[\"VN.08\"]");
        assertThat(before.json().at("/predecessors")).isEmpty();
        assertThat(after.at("/validFrom")).isEqualTo("2025-07-01");
        assertThat(after.at("/validTo")).isEqualTo("null");
        assertThat(after.json().at("/predecessors").toString()).contains("VN.02", "VN.08");
        assertThat(after.etag()).isNotEqualTo(before.etag());
    }

    @Test
    void ha_giang_is_there_until_its_last_day_and_without_a_day_for_ever() {
        assertThat(api.get(ALL + "/VN.02").expect(200).at("/successors/0")).isEqualTo("VN.08");
        api.get(ALL + "/VN.02?on=2025-06-30").expect(200);
        api.get(ALL + "/VN.02?on=2025-07-01").expect(404);
    }

    @Test
    void who_has_it_gets_304() {
        String etag = api.get(ALL + "/VN.02").etag();

        api.with("If-None-Match", etag).get(ALL + "/VN.02").expect(304);
        api.with("If-None-Match", etag).get(ALL + "/VN.08").expect(200);
        api.with("If-None-Match", api.get(ALL + "/VN.08?on=2020-01-01").etag())
                .get(ALL + "/VN.08?on=2026-01-01")
                .expect(200);
    }

    @Test
    void an_unknown_code_names_the_nearest() {
        var missing = api.get(ALL + "/CN.532660").expect(404);

        assertThat(missing.at("/violations/0/code")).isEqualTo("unknown-region");
        assertThat(missing.at("/violations/0/message")).contains("CN.532600");
        api.get(ALL + "/CN.532660?on=2020-01-01").expect(404);
    }

    @ParameterizedTest
    @CsvSource({
        "q=ha%20giang&level=PROVINCE, VN.02",
        "q=HA%20GIANG&level=PROVINCE, VN.02",
        "q=H%C3%A0%20Giang&level=PROVINCE, VN.02",
        "q=%E6%96%87%E5%B1%B1&level=PREFECTURE, CN.532600",
        "q=wenshan&level=PREFECTURE, CN.532600",
        "q=cn.5326&level=PREFECTURE, CN.532600",
    })
    void a_name_is_found_in_every_language_with_marks_folded(String query, String code) {
        assertThat(codes(query)).containsExactly(code);
    }

    @Test
    void made_up_units_are_listed_only_on_demand() {
        assertThat(codes("level=COUNTRY")).contains("VN", "CN").doesNotContain("XA", "XB");
        assertThat(codes("q=%E7%94%B2%E5%9B%BD")).isEmpty();
        assertThat(codes("country=XA&level=COUNTRY")).containsExactly("XA");
        assertThat(codes("parent=XB.010100")).containsExactly("XB.010101");
        api.get(ALL + "/XA.01").expect(200);
    }

    @Test
    void filters_take_what_they_name() {
        assertThat(codes("country=XA&on=2025-06-30&level=PROVINCE")).containsExactly("XA.01", "XA.02");
        assertThat(codes("country=XA&on=2025-07-01&level=PROVINCE")).containsExactly("XA.01");
        assertThat(codes("country=XA&level=PROVINCE")).containsExactly("XA.01", "XA.01", "XA.02");
        assertThat(codes("parent=VN.02&level=DISTRICT")).contains("VN.033").allMatch(code -> code.startsWith("VN."));
        assertThat(codes("parent=VN.02&on=2025-07-01")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "level=VILLAGE",
                "parent=VN.0",
                "parent=VN.02,VN.08",
                "country=XX",
                "country=VN.02",
                "on=2021-02-30",
                "on=%2B999999999-12-31",
                "limit=0",
                "limit=201",
                "cursor=VN.08",
                "q=%00"
            })
    void a_filter_that_cannot_be_read_is_400_and_never_an_empty_list(String filter) {
        var refused = api.get(ALL + "?" + filter).expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("?" + filter.replaceAll("=.*", ""));
    }

    @Test
    void all_communes_of_a_province_are_paged_without_gap_or_repetition() {
        List<String> seen = new ArrayList<>();
        int pages = 0;
        String next = ALL + "?parent=VN.08&level=COMMUNE&on=2026-01-01&limit=50";
        while (!next.equals("null")) {
            var page = api.get(next).expect(200);
            for (JsonNode item : page.json().at("/items")) {
                seen.add(item.at("/code").asText());
            }
            next = page.at("/next");
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(124).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void two_units_of_one_code_are_not_lost_between_pages() {
        var first = api.get(ALL + "?country=XA&level=PROVINCE&limit=1").expect(200);
        var second = api.get(first.at("/next")).expect(200);

        assertThat(first.at("/items/0/validTo")).isEqualTo("2025-06-30");
        assertThat(second.at("/items/0/code")).isEqualTo("XA.01");
        assertThat(second.at("/items/0/validFrom")).isEqualTo("2025-07-01");
        assertThat(first.header("Link")).contains("rel=\"next\"");
        api.get(first.at("/next").replace("country=XA", "country=XB")).expect(400);
    }
}
