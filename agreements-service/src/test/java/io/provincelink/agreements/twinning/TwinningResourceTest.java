package io.provincelink.agreements.twinning;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.record.Database;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class TwinningResourceTest {

    private static final String ALL = "/api/v1/twinnings";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api reader = anonymous.as("XA.01", "reader");

    private Api.Answer recorded(String indicator, String parties) {
        return reader.get("/api/v1/observations?indicator=" + indicator + "&parties=" + parties + "&period=2016/2020")
                .expect(200);
    }

    private int count(String indicator, String parties) {
        return recorded(indicator, parties).json().at("/recorded/figure/value").asInt(-1);
    }

    @Test
    void without_parties_the_regions_of_its_sides_are_the_parties() {
        var created = editor.post(ALL, TwinningMother.districts()).expect(201);

        assertThat(created.json().at("/parties").toString()).isEqualTo("[\"XA.011\",\"XB.010101\"]");
        assertThat(reader.get(created.header("Location")).expect(200).json()).isEqualTo(created.json());
        reader.with("If-None-Match", created.etag())
                .get(created.header("Location"))
                .expect(304);
    }

    @Test
    void a_pair_of_districts_counts_for_the_provinces_around_them() {
        int before = count("twinned-districts", "XA.01,XB.010100");
        int other = count("twinned-districts", "XA.01,XB.010100,VN.15");

        editor.post(ALL, TwinningMother.districts()).expect(201);

        assertThat(count("twinned-districts", "XA.01,XB.010100")).isEqualTo(before + 1);
        assertThat(count("twinned-districts", "XA.011,XB.010101")).isPositive();
        assertThat(count("twinned-districts", "XA.01,XB.010100,VN.15")).isEqualTo(other);
    }

    @Test
    void unnamed_units_count_by_their_number_on_the_first_partys_side() {
        int ours = count("twinned-communes", "XA.01,XB.010100");
        int theirs = count("twinned-communes", "XB.010100,XA.01");

        editor.post(ALL, TwinningMother.communes("EXACT", 34, 9)).expect(201);

        assertThat(count("twinned-communes", "XA.01,XB.010100")).isEqualTo(ours + 34);
        assertThat(count("twinned-communes", "XB.010100,XA.01")).isEqualTo(theirs + 9);
    }

    @Test
    void a_number_that_is_a_lower_bound_is_not_counted_as_exact() {
        editor.post(ALL, TwinningMother.communes("OVER", 30, 9)).expect(201);

        assertThat(recorded("twinned-communes", "XA.01,XB.010100").at("/recorded/figure/qualifier"))
                .isEqualTo("OVER");
    }

    @Test
    void what_ended_before_the_period_is_not_counted() {
        int before = count("twinned-districts", "XA.01,XB.010100");

        editor.post(
                        ALL,
                        TwinningMother.districts()
                                .replace("\"2014-05-01\"", "\"2014-05-01\", \"until\": \"2015-12-31\""))
                .expect(201);
        editor.post(ALL, TwinningMother.districts().replace("2014-05-01", "2021-01-01"))
                .expect(201);

        assertThat(count("twinned-districts", "XA.01,XB.010100")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"XB.010101\"           | \"XB.010109\"           | /sides/1/regions/0 | unknown-region",
                "\"country\": \"XB\"     | \"country\": \"CN\"     | /sides/1/regions   | other-country",
                "\"country\": \"XB\"     | \"country\": \"ZZ\"     | /sides/1/country   | unknown-region",
                "\"XA.011\"              | \"XA.011\", \"XA.011\"  | /sides/0/regions/1 | same-party-twice",
                "2014-05-01              | 2025-07-01              | /sides/0/regions/0 | closed-region",
                "[\"XB.010101\"]         | []                      | /parties           | required",
                "\"2014-05-01\"          | \"2014-05-01\", \"until\": \"2014-04-30\" | /until | before",
                "\"DISTRICT\"            | \"VILLAGE\"             | /level             | unknown-value",
                "[\"XA.011\"]            | [null]                  | /sides/0/regions/0 | not-null",
                "\"XB\"                  | \"xb\"                  | /sides/1/country   | pattern",
                "\"DISTRICT\",           | \"DISTRICT\", \"agreement\": \"nope\", | /agreement | unknown-record",
                "[\"XA.011\"]            | [], \"count\": {\"value\": 5, \"qualifier\": \"EXACT\", \"unit\": \"USD\"}"
                        + " | /sides/0/count/unit | wrong-unit",
                "[\"XA.011\"]            | [], \"count\": {\"value\": 5, \"qualifier\": \"EXACT\", \"unit\":"
                        + " \"commune\"} | /sides/0/count/unit | wrong-unit",
                "[\"XA.011\"]            | [], \"count\": {\"value\": 1.5, \"qualifier\": \"EXACT\", \"unit\":"
                        + " \"district\"} | /sides/0/count/value | too-many-decimals",
                "[\"XA.011\"]            | [], \"count\": {\"value\": 1, \"upper\": 2.5, \"qualifier\": \"RANGE\","
                        + " \"unit\": \"district\"} | /sides/0/count/upper | too-many-decimals",
            })
    void a_fault_is_named_at_its_place(String replaced, String by, String pointer, String code) {
        String wrong = TwinningMother.districts().replace(replaced, by);
        assertThat(wrong).isNotEqualTo(TwinningMother.districts());

        var refused = editor.post(ALL, wrong).expect(400);

        assertThat(refused.response().asString()).contains("\"pointer\":\"" + pointer + "\",\"code\":\"" + code + "\"");
    }

    @Test
    void a_twinning_has_two_sides() {
        editor.post(ALL, "{\"level\": \"DISTRICT\", \"sides\": [{\"country\": \"XA\", \"regions\": [\"XA.011\"]}]}")
                .expect(400);
        editor.post(ALL, "{\"level\": \"DISTRICT\", \"sides\": [null, null]}").expect(400);
        editor.post(ALL, "{\"level\": \"DISTRICT\"}").expect(400);
    }

    @Test
    void what_was_counted_before_there_was_a_rule_stays_while_the_rest_changes() {
        var created = editor.post(ALL, TwinningMother.communes("EXACT", 3, 4)).expect(201);
        new Database()
                .update(
                        "update twinning set terms = jsonb_set(terms, '{sides,0,count,unit}', '\"pair\"') where id = ?",
                        UUID.fromString(created.at("/id")));
        Api any = editor.with("If-Match", "*");

        any.patch(created.header("Location"), "{\"note\": {\"en\": \"Changed\"}}")
                .expect(200);

        assertThat(any.patch(created.header("Location"), "{\"level\": \"DISTRICT\"}")
                        .expect(400)
                        .json()
                        .at("/violations")
                        .findValuesAsText("code"))
                .contains("wrong-unit");
    }

    @Test
    void filters_find_what_they_name() {
        String system = "s-" + java.util.UUID.randomUUID();
        String id = editor.post(
                        ALL,
                        TwinningMother.districts()
                                .replaceFirst(
                                        "\\{", "{\"externalIds\": [{\"system\": \"" + system + "\", \"id\": \"1\"}], "))
                .expect(201)
                .at("/id");
        String mine = ALL + "?externalId=" + system + ":1&";

        for (String hit :
                new String[] {"parties=XA.01,XB.010100", "level=DISTRICT", "on=2014-05-01", "on=2030-01-01"}) {
            assertThat(reader.get(mine + hit).expect(200).at("/items/0/id"))
                    .as(hit)
                    .isEqualTo(id);
        }
        for (String miss : new String[] {"parties=XA.01101", "level=COMMUNE", "on=2014-04-30"}) {
            assertThat(reader.get(mine + miss).expect(200).json().at("/items"))
                    .as(miss)
                    .isEmpty();
        }
        anonymous.get(ALL + "?level=VILLAGE").expect(400);
        anonymous.get(ALL + "?on=%2B999999999-01-01").expect(400);
    }
}
