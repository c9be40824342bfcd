package io.provincelink.agreements.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.organisation.OrganisationMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AssistanceProjectResourceTest {

    private static final String ALL = "/api/v1/assistance-projects";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.011", "reader", "editor");
    private final Api reader = anonymous.as("XA.011", "reader");

    private String organisation;

    @BeforeEach
    void anOrganisation() {
        organisation = OrganisationMother.published(anonymous, "Donor");
    }

    private String shared() {
        return AssistanceProjectMother.shared(organisation);
    }

    @Test
    void what_was_recorded_is_read_back() {
        var created = editor.post(ALL, shared()).expect(201);

        var read = reader.get(created.header("Location")).expect(200);

        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.at("/plan/amount")).isEqualTo("1000000");
        assertThat(read.at("/outputs/0/actual/qualifier")).isEqualTo("OVER");
        assertThat(read.json().at("/totals")).isEmpty();
        reader.with("If-None-Match", created.etag())
                .get(created.header("Location"))
                .expect(304);
    }

    @Test
    void the_province_acts_for_the_district_inside_it() {
        var created =
                anonymous.as("XA.01", "reader", "editor").post(ALL, shared()).expect(201);

        assertThat(created.at("/owner/region")).isEqualTo("XA.011");
    }

    @Test
    void all_faults_are_named_at_once() {
        String wrong = shared().replace("\"XA.01101\"", "\"XA.01101\", \"XA.02101\", \"XA.099\", \"XA.01101\"")
                .replace("\"unit\": \"work\"}", "\"unit\": \"person\"}")
                .replace("1000000", "-1")
                .replace(organisation, UUID.randomUUID().toString())
                .replace(
                        "\"status\"",
                        "\"standsFor\": {\"value\": 16, \"qualifier\": \"EXACT\", \"unit\": \"work\"}, \"status\"");

        var refused = editor.post(ALL, wrong).expect(400);

        assertThat(refused.json().findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/regions/2",
                        "/regions/3",
                        "/outputs/0/baseline/unit",
                        "/outputs/0/target/unit",
                        "/outputs/0/actual/unit",
                        "/plan/amount",
                        "/standsFor/unit",
                        "/organisation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"XA.01101\"     | \"XA.02101\"   | /regions/0   | not-within-owner",
                "\"XA.01101\"     | \"XA.01\"      | /regions/0   | not-within-owner",
                "[\"XA.01101\"]   | []             | /regions     | not-empty",
                "\"2018-12-31\"},  | \"2015-12-31\"}, | /period | period-order",
                "\"2016-01-01\", \"to\": \"2018-12-31\"}, | \"2025-07-01\"}, | /owner/region | closed-region",
                "\"HEALTH\"       | \"MAGIC\"      | /fields/0    | unknown-value",
                "\"ACTIVE\"       | \"DONE\"       | /status      | unknown-value",
                "\"VND\"          | \"XXZ\"        | /plan/currency | not-a-currency",
                "1000000          | 1e30           | /plan/amount | digits",
                "\"7/QD\"         | \"\"           | /approval/number | not-blank",
                "\"XA.01\", \"name\" | \"XA.098\", \"name\" | /approval/body/region | unknown-region",
                "\"title\": {\"vi\" | \"title\": {\"fr\" | /title/fr | unknown-field",
            })
    void a_fault_is_named_at_its_place(String replaced, String by, String pointer, String code) {
        String wrong = shared().replace(replaced, by);
        assertThat(wrong).isNotEqualTo(shared());

        var refused = editor.post(ALL, wrong).expect(400);

        assertThat(refused.response().asString()).contains("\"pointer\":\"" + pointer + "\",\"code\":\"" + code + "\"");
    }

    @Test
    void a_project_needs_an_organisation_that_its_writer_may_see() {
        String hidden = anonymous
                .as("XB.010100", "reader", "editor")
                .post(
                        "/api/v1/organisations",
                        OrganisationMother.ngo("Theirs")
                                .replace("XA.011", "XB.010101")
                                .replace("XA.01", "XB.010100"))
                .expect(201)
                .at("/id");

        var refused = editor.post(ALL, AssistanceProjectMother.shared(hidden)).expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("/organisation");
        assertThat(refused.at("/violations/0/code")).isEqualTo("unknown-record");
    }

    @Test
    void an_end_may_be_open() {
        String open = shared().replace("\"2016-01-01\", \"to\": \"2018-12-31\"},", "\"2016-01-01\"},");
        var created = editor.post(ALL, open).expect(201);

        assertThat(created.json().at("/period/to").isMissingNode()).isTrue();
        assertThat(editor.with("If-Match", "*")
                        .patch(
                                created.header("Location"),
                                "{\"period\": {\"from\": \"2016-01-01\", \"to\": \"2019-12-31\"}}")
                        .expect(200)
                        .at("/period/to"))
                .isEqualTo("2019-12-31");
    }

    @Test
    void what_has_begun_is_no_plan_any_more() {
        String address = editor.post(ALL, shared().replace("ACTIVE", "PIPELINE"))
                .expect(201)
                .header("Location");
        Api any = editor.with("If-Match", "*");

        any.patch(address, "{\"status\": \"ACTIVE\"}").expect(200);
        any.patch(address, "{\"status\": \"PIPELINE\"}").expect(409);
        any.patch(address, "{\"status\": \"CLOSED\"}").expect(200);
        any.patch(address, "{\"status\": \"ACTIVE\"}").expect(200);

        assertThat(reader.get(address).at("/status")).isEqualTo("ACTIVE");
    }

    @Test
    void the_owners_unit_stays_and_its_body_may_change() {
        String address = editor.post(ALL, shared()).expect(201).header("Location");
        Api any = anonymous.as("XA.01", "reader", "editor").with("If-Match", "*");

        var refused = any.patch(address, "{\"owner\": {\"region\": \"XA.01\"}}").expect(400);
        var changed = any.patch(address, "{\"owner\": {\"region\": \"XA.011\", \"body\": null}}")
                .expect(200);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("/owner/region");
        assertThat(changed.json().at("/owner/body").isMissingNode()).isTrue();
    }

    @Test
    void filters_find_what_they_name() {
        String system = "s-" + UUID.randomUUID();
        String id = editor.post(
                        ALL,
                        shared().replaceFirst(
                                        "\\{", "{\"externalIds\": [{\"system\": \"" + system + "\", \"id\": \"1\"}], "))
                .expect(201)
                .at("/id");
        String mine = ALL + "?externalId=" + system + ":1&";

        for (String hit : new String[] {
            "region=XA.01101",
            "region=XA.011",
            "region=XA.01",
            "region=XA",
            "organisation=" + organisation,
            "field=HEALTH",
            "field=EDUCATION",
            "status=ACTIVE",
            "period=2018/2020",
            "period=2015/2016",
            "on=2016-01-01",
            "on=2018-12-31"
        }) {
            assertThat(reader.get(mine + hit).expect(200).at("/items/0/id"))
                    .as(hit)
                    .isEqualTo(id);
        }
        String another = OrganisationMother.published(anonymous, "Another");
        for (String miss : new String[] {
            "region=XA.02101",
            "region=XA.02",
            "region=XB",
            "organisation=" + another,
            "field=TRADE",
            "status=CLOSED",
            "period=2019",
            "period=2015",
            "on=2015-12-31",
            "on=2019-01-01"
        }) {
            assertThat(reader.get(mine + miss).expect(200).json().at("/items"))
                    .as(miss)
                    .isEmpty();
        }
    }

    @Test
    void a_project_of_the_whole_district_works_in_each_of_its_communes() {
        String id = editor.post(ALL, shared().replace("\"XA.01101\"", "\"XA.011\""))
                .expect(201)
                .at("/id");

        assertThat(reader.get(ALL + "?region=XA.01101&organisation=" + organisation)
                        .expect(200)
                        .at("/items/0/id"))
                .isEqualTo(id);
    }

    @Test
    void a_filter_value_that_is_none_is_refused() {
        for (String wrong : new String[] {
            "region=XA.099",
            "organisation=x",
            "organisation=" + UUID.randomUUID(),
            "field=MAGIC",
            "status=DONE",
            "period=x",
            "on=x"
        }) {
            reader.get(ALL + "?" + wrong).expect(400);
        }
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        for (int i = 0; i < 3; i++) {
            editor.post(ALL, shared()).expect(201);
        }

        var first = reader.get(ALL + "?limit=2&organisation=" + organisation).expect(200);
        var second = reader.get(first.at("/next")).expect(200);

        assertThat(first.json().at("/items")).hasSize(2);
        assertThat(second.json().at("/items")).hasSize(1);
        assertThat(second.json().findValuesAsText("id"))
                .doesNotContainAnyElementsOf(first.json().findValuesAsText("id"));
    }

    @Test
    void what_was_in_a_closed_unit_is_found_in_the_one_that_took_it_over() {
        Api district = anonymous.as("XA.021", "reader", "editor");
        String id = district.post(ALL, shared().replace("XA.011", "XA.021").replace("XA.02101", "XA.021"))
                .expect(201)
                .at("/id");
        String mine = ALL + "?organisation=" + organisation + "&region=XA.01";

        assertThat(district.get(mine).expect(200).json().at("/items")).isEmpty();
        assertThat(district.get(mine + "&rollup=current").expect(200).at("/items/0/id"))
                .isEqualTo(id);
        assertThat(district.get(mine + "101&rollup=current").expect(200).json().at("/items"))
                .isEmpty();
        anonymous.get(mine + "&rollup=all").expect(400);
    }
}
