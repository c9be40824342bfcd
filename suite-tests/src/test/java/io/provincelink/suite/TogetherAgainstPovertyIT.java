package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What fictional units plan and do together under an agreement: programmes and their verdicts, lists of the poor, aid, gifts, twins. */
@ExtendWith(SharedSuite.class)
class TogetherAgainstPovertyIT {

    private static final String PROGRAMMES = "/api/v1/programmes";
    private static final String PROJECTS = "/api/v1/assistance-projects";
    private static final String PARTIES = "\"parties\": [{\"region\": \"XA.02\"}, {\"region\": \"XB.010100\"}]";
    private static final String AGREED = "{\"decision\": \"AGREED\"}";

    private final Person anybody;
    private final Person editor;
    private final Person approver;
    private final Person otherEditor;
    private final Person otherApprover;
    private final Person stranger;
    private final Person successor;

    TogetherAgainstPovertyIT(RunningSuite suite) {
        anybody = Person.anybody(suite);
        editor = Person.of(suite, "XA.02", "reader", "editor");
        approver = Person.of(suite, "XA.02", "reader", "approver");
        otherEditor = Person.of(suite, "XB.010100", "reader", "editor");
        otherApprover = Person.of(suite, "XB.010100", "reader", "approver");
        stranger = Person.of(suite, "VN.15", "reader", "editor", "approver");
        successor = Person.of(suite, "XA.01", "reader", "editor", "approver");
    }

    @Test
    void a_programme_is_agreed_disputed_and_settled() {
        String address = PROGRAMMES + "/xa-xb-market-2019-2023";
        JsonNode created =
                editor.post(PROGRAMMES, """
                    {"code": "xa-xb-market-2019-2023", "kind": "BILATERAL", "visibility": "PARTIES",
                     "title": {"en": "Market programme (fictional)"}, %s, "period": {"from": "2019-06-01", "to": "2023-12-31"},
                     "goals": [{"indicator": "trade-turnover", "kind": "TOTAL", "direction": "UP",
                                "target": {"value": 50000000, "qualifier": "EXACT", "unit": "USD"}}],
                     "milestones": [{"title": {"en": "Build the hall"}, "due": "2020-12-31"},
                                    {"title": {"en": "First fair"}, "due": "2020-06-30", "doneOn": "2020-05-02"}]}
                    """.formatted(PARTIES)).expect(201).json();
        assertThat(created.at("/milestones/0/status").asText()).isEqualTo("LATE");
        String goal = address + "/goals/" + created.at("/goals/0/id").asText() + "/confirmations";

        approver.post(goal, AGREED).expect(200);
        editor.post(goal, AGREED).expect(403);
        otherApprover.post(goal, "{\"decision\": \"DISPUTED\"}").expect(400);
        assertThat(said(goal, "{\"decision\": \"DISPUTED\", \"comment\": {\"zh\": \"数字未商定\"}}", "/goals/0"))
                .isEqualTo("DISPUTED");
        assertThat(said(goal, AGREED, "/goals/0")).isEqualTo("AGREED");

        itIsAssessed(address);
        itsNextPeriodIsDrafted(address);
    }

    private void itIsAssessed(String address) {
        String confirmations = address + "/assessment/confirmations";
        otherApprover.post(confirmations, AGREED).expect(404);
        editor.put(address + "/assessment", """
            {"format": "ONLINE", "sites": ["XB.010100"], "summary": {"en": "The fair went well."}}
            """).expect(200);
        assertThat(said(confirmations, AGREED, "/assessment")).isEqualTo("PROPOSED");

        JsonNode both = approver.post(confirmations, AGREED).expect(200).json();
        assertThat(both.at("/assessment/standing").asText()).isEqualTo("AGREED");
    }

    private void itsNextPeriodIsDrafted(String address) {
        JsonNode draft =
                otherEditor.post(address + "/renewals", """
                    {"period": {"from": "2026-01-01", "to": "2030-12-31"}, "code": "xa-xb-market-2026-2030"}
                    """).expect(201).json();

        assertThat(draft.at("/parties").findValuesAsText("region")).containsExactly("XA.01", "XB.010100");
        assertThat(draft.at("/goals/0/proposedTarget/value").asLong()).isEqualTo(50_000_000);
        assertThat(draft.at("/goals/0").has("target")
                        && !draft.at("/goals/0/target").isNull())
                .isFalse();
        assertThat(draft.at("/milestones").toString())
                .contains("Build the hall")
                .doesNotContain("First fair");
        assertThat(draft.at("/visibility").asText()).isEqualTo("OWN_SIDE");
        successor.get(PROGRAMMES + "/xa-xb-market-2026-2030").expect(404);
    }

    /** What the other side says, and how it stands then. */
    private String said(String confirmations, String decision, String about) {
        return otherApprover
                .post(confirmations, decision)
                .expect(200)
                .json()
                .at(about + "/standing")
                .asText();
    }

    @Test
    void five_good_years_meet_the_goals_and_one_weak_year_does_not() {
        against("xa-xb-poverty-2011-2015", 2011);
        against("xa-xb-poverty-2016-2020", 2016);
        for (int year = 2011; year <= 2020; year++) {
            published("poverty-rate", year, year == 2018 ? "0.4" : "1.2", "percentage-point");
        }
        published("poor-districts-share", 2015, "30", "percent");
        published("poor-districts-share", 2020, "12", "percent");

        assertThat(verdict("xa-xb-poverty-2011-2015", "poverty-rate")).isEqualTo("MET");
        assertThat(verdict("xa-xb-poverty-2011-2015", "poor-districts-share")).isEqualTo("MET");
        assertThat(verdict("xa-xb-poverty-2016-2020", "poverty-rate")).isEqualTo("BEHIND");
        assertThat(verdict("xa-xb-poverty-2016-2020", "poor-districts-share")).isEqualTo("BEHIND");
    }

    /** One to one and a half points less each year, three of ten districts in five; with the criteria of each level. */
    private void against(String code, int from) {
        JsonNode created = editor.post(PROGRAMMES, """
            {"code": "%s", "kind": "POVERTY_REDUCTION", "visibility": "PARTIES", "title": {"en": "Against poverty (fictional)"},
             %s, "period": {"from": "%d-01-01", "to": "%d-12-31"}, "fields": ["POVERTY_REDUCTION"],
             "goals": [{"indicator": "poverty-rate", "kind": "YEARLY_CHANGE", "direction": "DOWN",
                        "target": {"value": 1, "upper": 1.5, "qualifier": "RANGE", "unit": "percentage-point"}},
                       {"indicator": "poor-districts-share", "kind": "SHARE", "direction": "UP",
                        "target": {"value": 30, "qualifier": "EXACT", "unit": "percent"},
                        "baseline": {"value": 0, "qualifier": "EXACT", "unit": "percent"}}],
             "criteria": [{"level": "COMMUNE", "title": {"en": "Of communes"}, "items": [{"en": "No makeshift houses"}]},
                          {"level": "DISTRICT", "title": {"en": "Of districts"}},
                          {"level": "PROVINCE", "title": {"en": "Of the province"}}]}
            """.formatted(code, PARTIES, from, from + 4))
                .expect(201)
                .json();
        assertThat(created.at("/criteria").findValuesAsText("level"))
                .containsExactly("COMMUNE", "DISTRICT", "PROVINCE");
    }

    private void published(String indicator, int year, String value, String unit) {
        editor.post("/api/v1/observations?indicator=" + indicator, """
            {"parties": ["XA.02", "XB.010100"], "period": {"from": "%1$d-01-01", "to": "%1$d-12-31"},
             "figure": {"value": %2$s, "qualifier": "EXACT", "unit": "%3$s"},
             "source": {"title": {"en": "Report (fictional)"}, "publisher": "Portal of A"}}
            """.formatted(year, value, unit))
                .expect(201);
    }

    private String verdict(String programme, String indicator) {
        JsonNode review =
                editor.get(PROGRAMMES + "/" + programme + "/review").expect(200).json();
        for (JsonNode result : review.at("/results")) {
            if (result.at("/indicator").asText().equals(indicator)) {
                return result.at("/verdict").asText();
            }
        }
        throw new AssertionError("no " + indicator + " in " + review);
    }

    @Test
    void a_list_of_poor_districts_knows_each_day() {
        String list = editor.post("/api/v1/poverty-lists", """
            {"kind": "POOR_DISTRICT", "country": "XA", "parties": ["XA.02"], "visibility": "PARTIES",
             "title": {"en": "Poor districts (fictional)"}, "since": "2009-01-01",
             "entries": [{"region": "XA.021", "from": "2009-01-01", "to": "2015-12-31"}]}
            """).expect(201).header("Location");

        assertThat(counted(list, "2015-12-31")).isEqualTo(1);
        assertThat(counted(list, "2016-01-01")).isZero();
    }

    private int counted(String list, String day) {
        return editor.get(list + "?on=" + day)
                .expect(200)
                .json()
                .at("/counted/value")
                .asInt(-1);
    }

    @Test
    void the_dataset_has_the_61_districts_of_resolution_30a_and_the_share_of_childfund() {
        JsonNode lists = anybody.get("/api/v1/poverty-lists?kind=POOR_DISTRICT&country=VN")
                .expect(200)
                .json();
        assertThat(lists.at("/items/0/basis/vi").asText()).contains("30a");
        assertThat(lists.at("/items/0/published/figure/value").asInt()).isEqualTo(61);

        JsonNode aid = anybody.get("/api/v1/assistance-summary?groupBy=organisation&region=VN.066")
                .expect(200)
                .json();
        assertThat(aid.at("/groups/0/title/vi").asText()).isEqualTo("ChildFund Việt Nam");
        assertThat(aid.at("/groups/0/published/0/disbursedShare/value").asText())
                .isEqualTo("90.7");
    }

    @Test
    void a_donor_pays_and_the_world_reads_that_as_iati() {
        String donor = organisation("Market Aid (fictional)");
        String project = project(donor, "TRADE", """
            "plan": {"amount": 200000, "currency": "USD"},
            "outputs": [{"title": {"en": "Stalls"}, "indicator": "aid-works", "unit": "work",
                         "baseline": {"value": 2, "qualifier": "EXACT", "unit": "work"},
                         "target": {"value": 40, "qualifier": "EXACT", "unit": "work"},
                         "actual": {"value": 43, "qualifier": "OVER", "unit": "work"},
                         "period": {"from": "2020-01-01", "to": "2022-12-31"}}],\
            """);
        pay(project, "50000", "USD");
        pay(project, "7000000", "VND");

        JsonNode sums = summaryOf(donor);
        assertThat(sums.at("/money").findValuesAsText("currency")).containsExactlyInAnyOrder("USD", "VND");
        assertThat(sums.at("/money/0/disbursed").asInt()).isEqualTo(50_000);
        assertThat(sums.at("/money/0/disbursedShare/value").asText()).isEqualTo("25");
        String file =
                editor.get(project, "application/xml").expect(200).response().body();
        assertThat(file)
                .contains("<iati-activities", "version=\"2.03\"", "Market Aid (fictional)", "<result ")
                .contains("<baseline ", "<target value=\"40\"", "<actual value=\"43\"");
        stranger.get(project).expect(404);
    }

    @Test
    void two_organisations_at_the_same_work_are_shown_as_a_pair() {
        project(organisation("First school fund (fictional)"), "EDUCATION", "");
        project(organisation("Second school fund (fictional)"), "EDUCATION", "");

        JsonNode pairs = editor.get(PROJECTS + "/overlaps?region=XA.021&field=EDUCATION&period=2021")
                .expect(200)
                .json();

        assertThat(pairs.at("/items")).hasSize(1);
        assertThat(pairs.toString()).contains("First school fund", "Second school fund");
    }

    private String organisation(String name) {
        return editor.post("/api/v1/organisations", """
            {"name": {"en": "%s"}, "kind": "NGO", "country": "AU", "owner": "XA.02", "asOf": "2019-01-01",
             "visibility": "PARTIES"}
            """.formatted(name))
                .expect(201)
                .json()
                .at("/id")
                .asText();
    }

    private String project(String organisation, String field, String more) {
        return editor.post(PROJECTS, """
            {"title": {"en": "Made up"}, "organisation": "%s", "owner": {"region": "XA.02"}, "regions": ["XA.021"],
             "fields": ["%s"], "period": {"from": "2020-01-01", "to": "2022-12-31"}, %s
             "status": "ACTIVE", "visibility": "PARTIES"}
            """.formatted(organisation, field, more))
                .expect(201)
                .header("Location");
    }

    private void pay(String project, String amount, String currency) {
        editor.post(project + "/transactions", """
            {"kind": "DISBURSEMENT", "on": "2020-06-30", "money": {"amount": %s, "currency": "%s"}}
            """.formatted(amount, currency)).expect(201);
    }

    private JsonNode summaryOf(String organisation) {
        JsonNode groups = editor.get("/api/v1/assistance-summary?groupBy=organisation")
                .expect(200)
                .json()
                .at("/groups");
        for (JsonNode group : groups) {
            if (group.at("/key").asText().equals(organisation)) {
                return group;
            }
        }
        throw new AssertionError("no " + organisation + " in " + groups);
    }

    @Test
    void a_gift_in_kind_is_read_by_both_sides() {
        String gift = otherEditor.post("/api/v1/donations", """
            {"parties": ["XA.02", "XB.010100"], "visibility": "PARTIES", "donors": [{"en": "Prefecture B One"}],
             "recipient": {"en": "Province A Two"}, "on": {"from": "2021-02-10", "to": "2021-02-20"},
             "items": [{"what": {"en": "Masks"}, "figure": {"value": 50000, "qualifier": "OVER", "unit": "piece"}}]}
            """).expect(201).header("Location");

        assertThat(editor.get(gift).expect(200).json().at("/items/0/what/en").asText())
                .isEqualTo("Masks");
        anybody.get(gift).expect(404);
    }

    @Test
    void twins_of_every_level_are_on_the_successors_map() {
        twins("PROVINCE", "\"regions\": [\"XA.02\"]", "\"regions\": [\"XB.010100\"]");
        twins("DISTRICT", "\"regions\": [\"XA.021\"]", "\"regions\": [\"XB.010101\"]");
        twins("COMMUNE", count("OVER", 12, "commune"), count("EXACT", 9, "township"));
        twins("BORDER_POST", "\"name\": {\"en\": \"Post A (fictional)\"}", count("EXACT", 1, "site"));

        JsonNode map =
                successor.get("/api/v1/regions/XA.01/twinnings").expect(200).json();
        assertThat(map.at("/twins").findValuesAsText("level"))
                .contains("PROVINCE", "DISTRICT", "COMMUNE", "BORDER_POST");
        assertThat(map.at("/twins").findValues("through").toString()).contains("XA.02");
        assertThat(map.toString()).contains("XA.021", "XB.010101", "Post A (fictional)");
        JsonNode communes = successor
                .get("/api/v1/regions/XA.01/twinnings?level=COMMUNE")
                .expect(200)
                .json()
                .at("/counts/0");
        assertThat(communes.at("/own/value").asInt()).isEqualTo(12);
        assertThat(communes.at("/own/qualifier").asText()).isEqualTo("OVER");
        assertThat(communes.at("/other/value").asInt()).isEqualTo(9);
        JsonNode others =
                anybody.get("/api/v1/regions/XA.01/twinnings").expect(200).json();
        assertThat(others.at("/twins")).isEmpty();
        assertThat(others.at("/counts")).isEmpty();
    }

    private void twins(String level, String own, String other) {
        editor.post("/api/v1/twinnings", """
            {"level": "%s", "parties": ["XA.02", "XB.010100"], "since": "2019-07-01", "visibility": "PARTIES",
             "sides": [{"country": "XA", %s}, {"country": "XB", %s}]}
            """.formatted(level, own, other)).expect(201);
    }

    private static String count(String qualifier, int number, String unit) {
        return "\"count\": {\"value\": %d, \"qualifier\": \"%s\", \"unit\": \"%s\"}".formatted(number, qualifier, unit);
    }
}
