package io.provincelink.agreements.coordination;

import static io.provincelink.agreements.assistance.AssistanceProjectMother.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.assistance.AssistanceProjectMother;
import io.provincelink.agreements.organisation.OrganisationMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The other tests record projects too, so these look at one organisation or programme, or at what a step changes. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AssistanceSummaryResourceTest {

    private static final String ALL = "/api/v1/assistance-projects";
    private static final String SUMMARY = "/api/v1/assistance-summary?groupBy=";
    private static final String BY_ORGANISATION = "organisation";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.011", "reader", "editor");
    private final Api reader = anonymous.as("XA.011", "reader");

    private String organisation;

    @BeforeEach
    void anOrganisation() {
        organisation = OrganisationMother.published(anonymous, "Giver");
    }

    private String shared() {
        return AssistanceProjectMother.shared(organisation);
    }

    private String record(String project) {
        return editor.post(ALL, project).expect(201).header("Location");
    }

    private void pay(String project, String kind, String day, String amount, String currency) {
        editor.post(project + "/transactions", transaction(kind, day, amount, currency))
                .expect(201);
    }

    private static JsonNode group(Api asking, String question, String key) {
        JsonNode groups = asking.get(SUMMARY + question).expect(200).json().at("/groups");
        for (JsonNode group : groups) {
            if (key.equals(group.path("key").asText())) {
                return group;
            }
        }
        return groups.path("none");
    }

    @Test
    void money_of_different_currencies_is_never_added() {
        String project = record(shared());
        record(shared().replace("1000000", "500").replace("VND", "USD"));
        pay(project, "COMMITMENT", "2016-02-01", "900000", "VND");
        pay(project, "DISBURSEMENT", "2016-03-01", "907000", "VND");
        pay(project, "EXPENDITURE", "2016-04-01", "7.5", "USD");

        JsonNode given = group(reader, BY_ORGANISATION, organisation);

        assertThat(given.at("/projects").asInt()).isEqualTo(2);
        assertThat(given.at("/organisations").asInt()).isEqualTo(1);
        assertThat(given.at("/title/en").asText()).isEqualTo("Giver");
        assertThat(given.at("/money").toString())
                .isEqualTo("[{\"currency\":\"USD\",\"planned\":500,\"committed\":0,\"disbursed\":0,\"expended\":7.5,"
                        + "\"disbursedShare\":{\"value\":0,\"qualifier\":\"EXACT\",\"unit\":\"percent\"}},"
                        + "{\"currency\":\"VND\",\"planned\":1000000,\"committed\":900000,\"disbursed\":907000,\"expended\":0,"
                        + "\"disbursedShare\":{\"value\":90.7,\"qualifier\":\"EXACT\",\"unit\":\"percent\"}}]");
    }

    @Test
    void what_has_no_plan_in_a_currency_does_not_change_the_share_of_the_plans() {
        pay(record(shared()), "DISBURSEMENT", "2016-03-01", "250000", "VND");
        String unplanned = record(shared().replace("\"plan\": {\"amount\": 1000000, \"currency\": \"VND\"},", ""));
        pay(unplanned, "DISBURSEMENT", "2016-03-01", "800000", "VND");

        JsonNode given = group(reader, BY_ORGANISATION, organisation);

        assertThat(given.at("/money/0/disbursed").asInt()).isEqualTo(1050000);
        assertThat(given.at("/money/0/disbursedShare/value").asText()).isEqualTo("25");
    }

    @Test
    void a_period_selects_days_and_the_share_is_that_by_its_end() {
        String project = record(shared());
        pay(project, "DISBURSEMENT", "2016-12-31", "100000", "VND");
        pay(project, "DISBURSEMENT", "2017-01-01", "200000", "VND");
        pay(project, "DISBURSEMENT", "2018-01-01", "400000", "VND");

        JsonNode given = group(reader, BY_ORGANISATION + "&period=2017", organisation);

        assertThat(given.at("/money/0/disbursed").asInt()).isEqualTo(200000);
        assertThat(given.at("/money/0/disbursedShare/value").asText()).isEqualTo("30");
        assertThat(group(reader, BY_ORGANISATION + "&period=2019", organisation).isMissingNode())
                .isTrue();
    }

    @Test
    void a_currency_in_which_nothing_was_paid_or_planned_in_the_period_is_not_listed() {
        String project = record(shared());
        pay(project, "DISBURSEMENT", "2016-03-01", "800", "USD");
        pay(project, "DISBURSEMENT", "2016-03-01", "250000", "VND");

        JsonNode later = group(reader, BY_ORGANISATION + "&period=2018", organisation);

        assertThat(later.at("/money").findValuesAsText("currency")).containsExactly("VND");
        assertThat(later.at("/money/0/disbursedShare/value").asText()).isEqualTo("25");
    }

    @Test
    void a_project_in_two_fields_is_in_both_groups_and_once_in_the_total() {
        var before = reader.get(SUMMARY + "field").expect(200);
        pay(record(shared()), "DISBURSEMENT", "2016-12-31", "1", "VND");

        var after = reader.get(SUMMARY + "field").expect(200);

        assertThat(after.at("/overlapping")).isEqualTo("true");
        assertThat(more(before.json(), after.json(), "HEALTH")).isEqualTo(1);
        assertThat(more(before.json(), after.json(), "EDUCATION")).isEqualTo(1);
        assertThat(after.json().at("/total/projects").asInt())
                .isEqualTo(before.json().at("/total/projects").asInt() + 1);
    }

    private static int more(JsonNode before, JsonNode after, String key) {
        return projects(after, key) - projects(before, key);
    }

    private static int projects(JsonNode summary, String key) {
        for (JsonNode group : summary.at("/groups")) {
            if (key.equals(group.path("key").asText())) {
                return group.path("projects").asInt();
            }
        }
        return 0;
    }

    @Test
    void a_project_that_names_no_field_is_in_the_group_without_a_key() {
        record(shared().replace("\"HEALTH\", \"EDUCATION\"", ""));

        var groups = reader.get(SUMMARY + "field").expect(200).json().at("/groups");

        assertThat(groups).anyMatch(group -> !group.has("key"));
    }

    @Test
    void regions_are_as_large_as_asked() {
        record(shared());

        assertThat(group(reader, "region", "XA.01").at("/title/en").asText()).isEqualTo("Province A One");
        assertThat(group(reader, "region&level=DISTRICT", "XA.011")
                        .at("/projects")
                        .asInt())
                .isPositive();
        assertThat(group(reader, "region&level=COMMUNE", "XA.01101")
                        .at("/projects")
                        .asInt())
                .isPositive();
        assertThat(group(reader, "region&level=COMMUNE", "XA.01").isMissingNode())
                .isTrue();
        reader.get(SUMMARY + "region&level=VILLAGE").expect(400);
    }

    @Test
    void only_groups_of_the_region_that_was_asked_for_are_shown() {
        Api nation = anonymous.as("XA", "reader", "editor");
        String programme = programme(nation, "XA");
        nation.post(
                        ALL,
                        shared().replace("\"region\": \"XA.011\"", "\"region\": \"XA\"")
                                .replace("\"regions\": [\"XA.01101\"]", "\"regions\": [\"XA.01101\", \"XA.02101\"]")
                                .replace("\"status\"", "\"programme\": \"" + programme + "\", \"status\""))
                .expect(201);

        assertThat(group(nation, "region&region=XA.02", "XA.02").at("/projects").asInt())
                .isPositive();
        assertThat(group(nation, "region&region=XA.02", "XA.01").isMissingNode())
                .isTrue();
        assertThat(group(nation, "region&region=XA", "XA.01").at("/projects").asInt())
                .isPositive();
    }

    @Test
    void a_year_has_the_projects_that_ran_and_the_money_of_its_days() {
        String project = record(shared());
        Api nobodyElse = anonymous.as("XA.011", "reader");
        JsonNode before = group(nobodyElse, "year", "2019");
        pay(project, "DISBURSEMENT", "2019-02-01", "5", "VND");

        JsonNode after = group(nobodyElse, "year", "2019");
        JsonNode ran = group(nobodyElse, "year", "2017");

        assertThat(ran.at("/projects").asInt()).isPositive();
        assertThat(ran.at("/money").findValues("planned")).isEmpty();
        assertThat(disbursed(after) - disbursed(before)).isEqualTo(5);
        assertThat(group(nobodyElse, "year&period=2020", "2019").isMissingNode())
                .isTrue();
    }

    private static long disbursed(JsonNode group) {
        for (JsonNode money : group.path("money")) {
            if (money.path("currency").asText().equals("VND")) {
                return money.path("disbursed").asLong();
            }
        }
        return 0;
    }

    @Test
    void years_of_an_open_end_go_on_to_today_at_least() {
        record(shared().replace("\"2016-01-01\", \"to\": \"2018-12-31\"},", "\"2016-01-01\"},"));

        assertThat(group(reader, "year", "2024").at("/projects").asInt()).isPositive();
        assertThat(group(reader, "year&period=2020/2021", "2024").isMissingNode())
                .isTrue();
        assertThat(group(reader, "year&period=2020/2021", "2021")
                        .at("/projects")
                        .asInt())
                .isPositive();
    }

    @Test
    void what_the_caller_may_not_see_counts_nowhere() {
        String project = record(shared());
        pay(project, "DISBURSEMENT", "2016-03-01", "250000", "VND");

        for (Api other : new Api[] {anonymous, anonymous.as("XB.010100", "reader"), anonymous.as("XA", "reader")}) {
            var before = other.get(SUMMARY + "region").expect(200);
            assertThat(group(other, BY_ORGANISATION, organisation).isMissingNode())
                    .isTrue();
            pay(project, "DISBURSEMENT", "2016-03-01", "1", "VND");
            record(shared());
            assertThat(other.get(SUMMARY + "region").expect(200).json()).isEqualTo(before.json());
        }
        anonymous
                .as("XA.011", "approver")
                .post(project + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);
        assertThat(group(anonymous, BY_ORGANISATION, organisation)
                        .at("/money/0/disbursed")
                        .asInt())
                .isEqualTo(250003);
    }

    @Test
    void a_hidden_organisation_has_no_name_in_the_sums() {
        String hidden = anonymous
                .as("XA.011", "reader", "editor")
                .post(
                        "/api/v1/organisations",
                        OrganisationMother.ngo("Secret")
                                .replace("\"owner\": \"XA.01\"", "\"owner\": \"XA.011\"")
                                .replace("\"PARTIES\"", "\"OWN_SIDE\""))
                .expect(201)
                .at("/id");
        String project = record(AssistanceProjectMother.shared(hidden));
        anonymous
                .as("XA.011", "approver")
                .post(project + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);

        assertThat(group(anonymous, BY_ORGANISATION, hidden).has("title")).isFalse();
        assertThat(group(reader, BY_ORGANISATION, hidden).at("/title/en").asText())
                .isEqualTo("Secret");
    }

    private static String programme(Api writer, String region) {
        return writer.post("/api/v1/programmes", """
            {"code": "p-%s", "kind": "ASSISTANCE", "title": {"en": "P"}, "parties": [{"region": "%s"}],
             "period": {"from": "2015-01-01", "to": "2023-12-31"}}
            """.formatted(
                                UUID.randomUUID().toString().substring(0, 8), region))
                .expect(201)
                .at("/code");
    }

    private void publish(String indicator, String programme, String value, String party) {
        editor.post("/api/v1/observations?indicator=" + indicator, """
            {"parties": ["%s"], "period": {"from": "2015-01-01", "to": "2023-12-31"}, "programme": %s,
             "figure": {"value": %s, "qualifier": "OVER", "unit": "VND"},
             "source": {"title": {"en": "News"}, "publisher": "Paper"}}
            """.formatted(party, programme, value))
                .expect(201);
    }

    @Test
    void published_figures_stand_beside_the_recorded_ones_and_give_their_own_share() {
        String programme = programme(editor, "XA.011");
        anonymous
                .as("XA.011", "approver")
                .post("/api/v1/programmes/" + programme + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);
        publish("grant-commitment", "\"" + programme + "\"", "53900000000", "XA.011");
        publish("grant-disbursement", "\"" + programme + "\"", "48900000000", "XA.011");
        record(shared().replace(
                        "\"plan\": {\"amount\": 1000000, \"currency\": \"VND\"},",
                        "\"programme\": \"" + programme
                                + "\", \"standsFor\": {\"value\": 16, \"qualifier\": \"EXACT\", \"unit\":"
                                + " \"project\"},"));

        JsonNode given = group(reader, BY_ORGANISATION, organisation);

        assertThat(given.at("/projects").asInt()).isEqualTo(1);
        assertThat(given.at("/collective").asInt()).isEqualTo(1);
        assertThat(given.at("/money")).isEmpty();
        assertThat(given.at("/published")).hasSize(1);
        assertThat(given.at("/published/0/figures")).hasSize(2);
        assertThat(given.at("/published/0/disbursedShare").toString())
                .isEqualTo("{\"value\":90.7,\"qualifier\":\"ABOUT\",\"unit\":\"percent\"}");
        assertThat(reader.get(SUMMARY + "year").expect(200).json().at("/groups").findValuesAsText("programme"))
                .isEmpty();
        assertThat(reader.get(SUMMARY + "year").expect(200).json().at("/total").findValuesAsText("programme"))
                .contains(programme);
    }

    @Test
    void a_programme_is_the_same_by_its_id_and_its_code() {
        String code = "p-" + UUID.randomUUID().toString().substring(0, 8);
        String id = editor.post("/api/v1/programmes", """
            {"code": "%s", "kind": "ASSISTANCE", "title": {"en": "P"}, "parties": [{"region": "XA.011"}],
             "period": {"from": "2015-01-01", "to": "2023-12-31"}}
            """.formatted(code))
                .expect(201)
                .at("/id");
        anonymous
                .as("XA.011", "approver")
                .post("/api/v1/programmes/" + id + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);
        publish("grant-commitment", "\"" + code + "\"", "5", "XA.011");
        record(shared().replace("\"status\"", "\"programme\": \"" + id + "\", \"status\""));

        JsonNode given = group(reader, BY_ORGANISATION, organisation);

        assertThat(given.at("/published/0/programme").asText()).isEqualTo(code);
    }

    @Test
    void figures_about_a_region_itself_stand_beside_its_sums() {
        record(shared());
        publish("grant-commitment", "null", "7", "XA.011");

        JsonNode district = group(reader, "region&level=DISTRICT", "XA.011");
        JsonNode commune = group(reader, "region&level=COMMUNE", "XA.01101");

        // those of a programme are also shown where its projects are
        assertThat(district.at("/published"))
                .anyMatch(said ->
                        !said.has("programme") && said.at("/parties/0").asText().equals("XA.011"));
        assertThat(commune.at("/published")).allMatch(said -> said.has("programme"));
        assertThat(group(reader, "region&period=2010", "XA.011").isMissingNode())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "REGION", "month", "region,field", "%00"})
    void an_unknown_grouping_is_refused_with_the_known_ones(String groupBy) {
        var refused = anonymous.get(SUMMARY + groupBy).expect(400);

        if (!groupBy.equals("%00")) {
            assertThat(refused.at("/violations/0/message")).contains("region, organisation, field, year");
        }
    }

    @Test
    void wrong_questions_are_refused() {
        anonymous.get("/api/v1/assistance-summary").expect(400);
        anonymous.get(SUMMARY + "region&region=XA.099").expect(400);
        anonymous.get(SUMMARY + "region&region=XA.01,XA.02").expect(400);
        anonymous.get(SUMMARY + "region&period=2020/2010").expect(400);
        var level = anonymous.get(SUMMARY + "year&level=DISTRICT").expect(400);
        assertThat(level.at("/violations/0/pointer")).isEqualTo("?level");
        assertThat(level.at("/violations/0/message")).contains("groupBy=region");
    }

    @Test
    void a_closed_units_projects_count_under_its_successor_where_that_is_asked() {
        Api district = anonymous.as("XA.021", "reader", "editor");
        district.post(ALL, shared().replace("XA.01101", "XA.02101").replace("XA.011", "XA.021"))
                .expect(201);

        JsonNode rolled = group(district, "region&rollup=current&region=XA.01", "XA.01");

        assertThat(rolled.at("/validFrom").asText()).isEqualTo("2025-07-01");
        assertThat(rolled.at("/projects").asInt()).isPositive();
        assertThat(group(district, "region&rollup=current&region=XA.02", "XA.01")
                        .at("/projects")
                        .asInt())
                .isPositive();
        assertThat(group(district, "region&rollup=current&level=DISTRICT", "XA.01")
                        .at("/projects")
                        .asInt())
                .isPositive();
        assertThat(group(district, "region&rollup=current", "XA.02").isMissingNode())
                .isTrue();
        assertThat(group(district, "region&region=XA.02", "XA.02")
                        .at("/projects")
                        .asInt())
                .isPositive();
        anonymous.get(SUMMARY + "region&rollup=all").expect(400);
    }
}
