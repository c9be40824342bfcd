package io.provincelink.agreements.povertylist;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class PovertyListResourceTest {

    private static final String ALL = "/api/v1/poverty-lists";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");

    private String created(String list) {
        return editor.post(ALL, list).expect(201).header("Location");
    }

    @ParameterizedTest(name = "on {0} there are {1}")
    @CsvSource({
        "2008-12-31, 0, ",
        "2009-01-01, 2, XA.011",
        "2015-12-31, 2, XA.011",
        "2016-01-01, 1, XA.021",
        "2018-01-01, 2, XA.011",
        "2030-01-01, 2, XA.011",
    })
    void a_day_gives_the_units_of_that_day_counted_beside_the_published_number(String day, int count, String first) {
        var list = editor.get(created(PovertyListMother.districts()) + "?on=" + day)
                .expect(200);

        assertThat(list.json().at("/counted").toString())
                .isEqualTo("{\"value\":" + count + ",\"qualifier\":\"EXACT\",\"unit\":\"district\"}");
        assertThat(list.json().at("/entries")).hasSize(count);
        assertThat(list.at("/entries/0/region")).isEqualTo(first == null ? "null" : first);
        assertThat(list.at("/published/figure/value")).isEqualTo("5");
        assertThat(list.at("/published/figure/qualifier")).isEqualTo("ABOUT");
        assertThat(list.at("/published/source/publisher")).isEqualTo("Portal of A");
    }

    @Test
    void without_a_day_all_entries_are_there_and_nothing_is_counted() {
        var list = editor.get(created(PovertyListMother.districts())).expect(200);

        assertThat(list.json().at("/entries")).hasSize(3);
        assertThat(list.at("/counted")).isEqualTo("null");
        assertThat(list.at("/on")).isEqualTo("null");
    }

    @Test
    void a_list_of_which_nobody_published_the_names_counts_nothing() {
        String unnamed =
                PovertyListMother.districts().replaceFirst("(?s)\"entries\": .*", "\"note\": {\"en\": \"no names\"}}");

        var list = editor.get(created(unnamed) + "?on=2010-01-01").expect(200);

        assertThat(list.json().at("/entries")).isEmpty();
        assertThat(list.at("/counted")).isEqualTo("null");
        assertThat(list.at("/published/figure/value")).isEqualTo("5");
    }

    @Test
    void a_unit_leaves_the_list_by_a_patch() {
        String address = created(PovertyListMother.districts());
        String etag = editor.get(address).etag();

        editor.with("If-Match", etag)
                .patch(
                        address,
                        "{\"entries\": [{\"region\": \"XA.021\", \"from\": \"2009-01-01\", \"to\": \"2020-12-31\"}]}")
                .expect(200);

        assertThat(editor.get(address + "?on=2021-01-01").at("/counted/value")).isEqualTo("0");
        editor.with("If-Match", etag).patch(address, "{\"note\": null}").expect(412);
        editor.patch(address, "{\"note\": null}").expect(428);
        editor.with("If-None-Match", etag).get(address).expect(200);
        editor.with("If-None-Match", editor.get(address).etag()).get(address).expect(304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"XA.021\", \"from\"     | \"XA.031\", \"from\"     | /entries/2/region | unknown-region",
                "\"XA.021\", \"from\"     | \"XA.02101\", \"from\"   | /entries/2/region | wrong-level",
                "\"XA.021\", \"from\"     | \"XB.010101\", \"from\"  | /entries/2/region | other-country",
                "\"XA.021\", \"from\"     | \"XA.011\", \"from\"     | /entries/2        | overlapping",
                "\"2018-01-01\"           | \"2015-12-31\"           | /entries/1        | overlapping",
                "\"2018-01-01\"           | \"2025-07-01\"           | /entries/1/region | closed-region",
                "\"2015-12-31\"           | \"2008-12-31\"           | /entries/0/to     | before",
                "[\"XA.01\", \"XA.02\"]   | [\"XA.01\"]              | /entries/2/region | not-within-parties",
                "\"unit\": \"district\"   | \"unit\": \"person\"     | /published/figure/unit | wrong-unit",
                "\"since\": \"2009-01-01\" | \"since\": \"2009-01-01\", \"until\": \"2008-01-01\" | /until | before",
                "\"country\": \"XA\"      | \"country\": \"ZZ\"      | /country          | unknown-region",
                "POOR_DISTRICT            | POOR_VILLAGE            | /kind             | unknown-value",
            })
    void a_fault_is_named_at_its_place(String replaced, String by, String pointer, String code) {
        String wrong = PovertyListMother.districts().replace(replaced, by);
        assertThat(wrong).isNotEqualTo(PovertyListMother.districts());

        assertThat(editor.post(ALL, wrong).expect(400).response().asString())
                .contains("\"pointer\":\"" + pointer + "\",\"code\":\"" + code + "\"");
    }

    @Test
    void the_list_of_lists_finds_what_it_names_and_leaves_the_units_out() {
        String system = "s-" + UUID.randomUUID();
        created(PovertyListMother.districts()
                .replaceFirst("\\{", "{\"externalIds\": [{\"system\": \"" + system + "\", \"id\": \"1\"}], "));
        String mine = ALL + "?externalId=" + system + ":1&";

        for (String hit : new String[] {"kind=POOR_DISTRICT", "country=XA", "region=XA.011", "on=2009-01-01"}) {
            assertThat(editor.get(mine + hit).expect(200).json().at("/items"))
                    .as(hit)
                    .hasSize(1);
        }
        for (String miss :
                new String[] {"kind=EXTREMELY_DISADVANTAGED_COMMUNE", "country=XB", "region=XA.01101", "on=2008-12-31"
                }) {
            assertThat(editor.get(mine + miss).expect(200).json().at("/items"))
                    .as(miss)
                    .isEmpty();
        }
        assertThat(editor.get(mine).response().asString()).doesNotContain("entries");
        for (String wrong : new String[] {"kind=POOR", "country=ZZ", "region=XA.9", "on=soon"}) {
            assertThat(editor.get(ALL + "?" + wrong).expect(400).at("/violations/0/pointer"))
                    .isEqualTo("?" + wrong.replaceAll("=.*", ""));
        }
        assertThat(editor.get(created(PovertyListMother.districts()) + "?on=soon")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        // two stays, from 2009 to 2015 and again from 2018
        "XA.011,        2009-01-01, 1",
        "XA.011,        2015-12-31, 1",
        "XA.011,        2016-01-01, 0",
        "XA.011,        2017-12-31, 0",
        "XA.011,        2018-01-01, 1",
        "XA.011,        2024-01-01, 1",
        "'XA.011,XA.021', 2012-01-01, 1",
        "'XA.011,XA.021', 2016-06-30, 0",
        "XA.021,        2016-06-30, 1",
        "XA.021,        2008-12-31, 0",
    })
    void a_unit_and_a_day_together_find_the_lists_on_which_it_stood_then(String region, String day, int lists) {
        String system = "s-" + UUID.randomUUID();
        created(PovertyListMother.districts()
                .replaceFirst("\\{", "{\"externalIds\": [{\"system\": \"" + system + "\", \"id\": \"1\"}], "));

        var found = editor.get(ALL + "?externalId=" + system + ":1&region=" + region + "&on=" + day)
                .expect(200);

        assertThat(found.json().at("/items")).hasSize(lists);
    }

    @Test
    void only_the_fields_that_are_asked_for_stand_in_the_list_of_lists() {
        created(PovertyListMother.districts());

        var some = editor.get(ALL + "?limit=1&fields=kind,since")
                .expect(200)
                .json()
                .at("/items/0");

        assertThat(some.properties())
                .extracting(field -> field.getKey())
                .containsExactlyInAnyOrder("id", "kind", "since");
        assertThat(editor.get(ALL + "?fields=entries").expect(400).at("/violations/0/pointer"))
                .isEqualTo("?fields");
    }

    @Test
    void only_an_editor_of_a_party_writes_and_only_who_may_see_it_reads() {
        String list = PovertyListMother.districts();
        anonymous.post(ALL, list).expect(401);
        anonymous.as("XA.01", "reader", "approver").post(ALL, list).expect(403);
        anonymous.as("VN.15", "reader", "editor").post(ALL, list).expect(403);
        anonymous.as("XA", "reader", "editor").post(ALL, list).expect(403);
        anonymous.bearing(Tokens.operator()).post(ALL, list).expect(403);

        String address = created(list);

        String etag = editor.get(address).etag();
        anonymous.get(address).expect(404);
        anonymous.as("VN.15", "reader", "editor").get(address).expect(404);
        anonymous.with("If-Match", etag).patch(address, "{\"note\": null}").expect(401);
        anonymous
                .as("XA.01", "reader")
                .with("If-Match", etag)
                .patch(address, "{\"note\": null}")
                .expect(403);
        anonymous
                .as("VN.15", "reader", "editor")
                .with("If-Match", etag)
                .patch(address, "{\"note\": null}")
                .expect(404);
    }

    @Test
    void everybody_reads_it_once_its_parties_have_agreed() {
        String national = """
            {"kind": "EXTREMELY_DISADVANTAGED_COMMUNE", "country": "XA", "title": {"en": "Communes"},
             "entries": [{"region": "XA.01101", "from": "2009-01-01"}]}
            """;
        Api country = anonymous.as("XA", "reader", "editor", "approver");
        String address = country.post(ALL, national).expect(201).header("Location");
        anonymous.get(address).expect(404);

        anonymous
                .as("XA.01", "approver")
                .post(address + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(404);
        anonymous.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(401);
        country.post(address + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);

        assertThat(anonymous.get(address + "?on=2010-01-01").expect(200).at("/counted/unit"))
                .isEqualTo("commune");
    }
}
