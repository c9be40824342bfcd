package io.provincelink.agreements.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ProgrammeResourceTest {

    private static final String ALL = "/api/v1/programmes";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api reader = anonymous.as("XA.01", "reader");

    private String created() {
        String code = ProgrammeMother.code();
        editor.post(ALL, ProgrammeMother.shared(code)).expect(201);
        return code;
    }

    @Test
    void a_created_programme_is_read_by_id_and_by_code_with_the_same_etag() {
        String code = ProgrammeMother.code();

        var created = editor.post(ALL, ProgrammeMother.shared(code)).expect(201);

        String location = created.header("Location");
        assertThat(location).isEqualTo(ALL + "/" + created.at("/id"));
        var byId = reader.get(location).expect(200);
        var byCode = reader.get(ALL + "/" + code).expect(200);
        assertThat(byId.json()).isEqualTo(created.json()).isEqualTo(byCode.json());
        assertThat(byId.etag()).isEqualTo(created.etag()).isEqualTo(byCode.etag());
    }

    @Test
    void figures_keep_their_decimals_and_qualifiers() {
        var programme = reader.get(ALL + "/" + created()).expect(200);

        assertThat(programme.response().asString()).contains("\"value\":1500000000.5,\"qualifier\":\"OVER\"");
    }

    @Test
    void milestones_and_status_follow_the_calendar() {
        var programme = reader.get(ALL + "/" + created()).expect(200);

        assertThat(programme.at("/status")).isEqualTo("COMPLETED");
        assertThat(programme.at("/milestones/0/status")).isEqualTo("LATE");
        assertThat(programme.at("/milestones/1/status")).isEqualTo("DONE");
    }

    @Test
    void who_has_the_version_gets_304() {
        String address = ALL + "/" + created();
        String etag = reader.get(address).etag();

        var again = reader.with("If-None-Match", etag).get(address).expect(304);

        assertThat(again.etag()).isEqualTo(etag);
        assertThat(again.response().asByteArray()).isEmpty();
        reader.with("If-None-Match", "\"99-0\"").get(address).expect(200);
    }

    @Test
    void an_id_or_code_that_is_taken_answers_409_with_the_place() {
        String code = ProgrammeMother.code();
        UUID id = UUID.randomUUID();
        String draft = ProgrammeMother.shared(code).replaceFirst("\\{", "{\"id\": \"" + id + "\", ");
        editor.post(ALL, draft).expect(201);

        var sameId =
                editor.post(ALL, draft.replace(code, ProgrammeMother.code())).expect(409);
        var sameCode = editor.post(ALL, ProgrammeMother.shared(code)).expect(409);

        assertThat(sameId.header("Location")).isEqualTo(ALL + "/" + id);
        assertThat(sameCode.header("Location")).isEqualTo(ALL + "/" + id);
        assertThat(sameCode.at("/type")).isEqualTo("urn:provincelink:problem:already-exists");
    }

    @Test
    void a_taken_code_of_a_record_that_one_may_not_see_is_409_without_the_place() {
        String code = ProgrammeMother.code();
        editor.post(ALL, ProgrammeMother.ownSide(code)).expect(201);

        var other = anonymous
                .as("XB.010100", "editor")
                .post(ALL, ProgrammeMother.shared(code))
                .expect(409);

        assertThat(other.header("Location")).isNull();
    }

    @Test
    void the_same_key_and_body_are_done_once_and_answered_twice() {
        String draft = ProgrammeMother.shared(ProgrammeMother.code());
        Api keyed = editor.with("Idempotency-Key", UUID.randomUUID().toString());

        var first = keyed.post(ALL, draft).expect(201);
        var second = keyed.post(ALL, draft).expect(201);
        var other =
                keyed.post(ALL, ProgrammeMother.shared(ProgrammeMother.code())).expect(422);

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(other.at("/type")).isEqualTo("urn:provincelink:problem:key-reused");
    }

    @Test
    void the_same_key_of_another_client_is_another_key() {
        String key = UUID.randomUUID().toString();
        editor.with("Idempotency-Key", key)
                .post(ALL, ProgrammeMother.shared(ProgrammeMother.code()))
                .expect(201);

        anonymous
                .as("XB.010100", "editor")
                .with("Idempotency-Key", key)
                .post(ALL, ProgrammeMother.shared(ProgrammeMother.code()))
                .expect(201);
    }

    @Test
    void an_error_is_not_kept_under_its_key() {
        Api keyed = editor.with("Idempotency-Key", UUID.randomUUID().toString());
        keyed.post(ALL, ProgrammeMother.shared(ProgrammeMother.code()).replace("XB.010100", "XB.999999"))
                .expect(400);

        keyed.post(ALL, ProgrammeMother.shared(ProgrammeMother.code())).expect(201);
    }

    @Test
    void a_patch_changes_what_it_names_and_moves_the_version() {
        String address = ALL + "/" + created();
        var before = reader.get(address);

        var after = editor.with("If-Match", before.etag())
                .patch(address, "{\"note\": {\"en\": \"Extended once.\"}, \"fields\": [\"TRADE\"]}")
                .expect(200);

        assertThat(after.at("/note/en")).isEqualTo("Extended once.");
        assertThat(after.json().at("/fields")).hasSize(1);
        assertThat(after.at("/title/zh")).isEqualTo("测试计划");
        assertThat(after.etag()).isNotEqualTo(before.etag());
        assertThat(reader.get(address).etag()).isEqualTo(after.etag());
    }

    @Test
    void a_change_without_if_match_is_428_and_with_an_old_one_412() {
        String address = ALL + "/" + created();
        String old = reader.get(address).etag();
        editor.with("If-Match", old)
                .patch(address, "{\"note\": {\"en\": \"first\"}}")
                .expect(200);

        editor.patch(address, "{\"note\": {\"en\": \"second\"}}").expect(428);
        var stale = editor.with("If-Match", old)
                .patch(address, "{\"note\": {\"en\": \"second\"}}")
                .expect(412);

        assertThat(stale.at("/type")).isEqualTo("urn:provincelink:problem:stale-version");
        assertThat(reader.get(address).at("/note/en")).isEqualTo("first");
    }

    @Test
    void a_patch_that_makes_the_programme_wrong_names_the_field() {
        String address = ALL + "/" + created();

        var refused = editor.with("If-Match", reader.get(address).etag())
                .patch(address, "{\"period\": {\"to\": \"2010-01-01\"}}")
                .expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("/period");
        assertThat(refused.at("/violations/0/code")).isEqualTo("period-order");
    }

    @Test
    void an_assessment_is_kept_with_the_programme() {
        String address = ALL + "/" + created();

        var assessed = editor.with("If-Match", reader.get(address).etag())
                .put(address + "/assessment", """
                    {"format": "ONLINE", "sites": ["XA.01", "XB.010100"], "summary": {"en": "Went well."}}
                    """)
                .expect(200);

        assertThat(assessed.at("/assessment/standing")).isEqualTo("PROPOSED");
        assertThat(reader.get(address).at("/assessment/summary/en")).isEqualTo("Went well.");
    }

    @Test
    void no_assessment_was_held_on_a_day_that_is_yet_to_come() {
        var created =
                editor.post(ALL, ProgrammeMother.shared(ProgrammeMother.code())).expect(201);

        var refused = editor.with("If-Match", created.etag())
                .put(created.header("Location") + "/assessment", """
                    {"heldOn": "2999-01-01", "format": "ONLINE", "summary": {"en": "Will go well."}}
                    """)
                .expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("/heldOn");
        assertThat(refused.at("/violations/0/code")).isEqualTo("after");
    }

    @Test
    void an_assessment_is_held_where_there_was_such_a_unit_on_that_day() {
        String address = ALL + "/" + created();
        String held = "{\"format\": \"ON_SITE\", \"summary\": {\"en\": \"Went well.\"}, \"sites\": [\"VN.26732\"],"
                + " \"heldOn\": \"%s\"}";
        Api current = editor.with("If-Match", reader.get(address).etag());

        // the unit was made on 1 July 2025, long after the programme began
        current.put(address + "/assessment", held.formatted("2025-06-30")).expect(400);
        current.put(address + "/assessment", held.formatted("2025-07-01")).expect(200);
    }

    @Test
    void every_fault_of_a_draft_is_named_at_once_in_the_readers_language() {
        var refused = editor.with("Accept-Language", "vi").post(ALL, """
            {"code": "Not A Code", "title": {"en": " "}, "parties": [],
             "period": {"from": "2021-01-01", "to": "2020-01-01"},
             "goals": [{"indicator": "delegations", "kind": "TOTAL", "direction": "UP",
                        "target": {"value": 1, "qualifier": "EXACT", "unit": "pigs"}}]}
            """).expect(400);

        List<String> pointers = new ArrayList<>();
        refused.json()
                .at("/violations")
                .forEach(fault -> pointers.add(fault.at("/pointer").asText()));
        assertThat(pointers).contains("/code", "/kind", "/title/en", "/parties", "/period", "/goals/0/target/unit");
        assertThat(refused.at("/title")).isEqualTo("Một số giá trị chưa đúng");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void codes_that_mean_no_unit_on_the_first_day_are_refused_with_what_would_be_right() {
        var unknown = editor.post(
                        ALL, ProgrammeMother.shared(ProgrammeMother.code()).replace("XB.010100", "XB.010109"))
                .expect(400);
        var closed = anonymous
                .as("VN.08", "editor")
                .post(
                        ALL,
                        ProgrammeMother.shared(ProgrammeMother.code())
                                .replace("XA.01", "VN.02")
                                .replace("2016-01-01", "2026-01-01")
                                .replace("2020-12-31", "2030-12-31"))
                .expect(400);

        assertThat(unknown.at("/violations/0/pointer")).isEqualTo("/parties/1/region");
        assertThat(closed.at("/violations/0/code")).isEqualTo("closed-region");
        assertThat(closed.at("/violations/0/message")).contains("2025-06-30").contains("VN.08");
    }

    @Test
    void bodies_that_are_not_what_was_asked_for_are_4xx() {
        editor.send("POST", ALL, "application/json", "").expect(400);
        editor.send("POST", ALL, "application/json", "null").expect(400);
        editor.send("POST", ALL, "application/json", "[]").expect(400);
        editor.send("POST", ALL, "application/json", "{\"code\":").expect(400);
        editor.send("POST", ALL, "application/json", "{\"unknown\": 1}").expect(400);
        editor.send("POST", ALL, "application/json", "{\"code\": \"\\u0000\"}").expect(400);
        editor.send("POST", ALL, "application/json", "{\"kind\": \"OTHER\"}").expect(400);
        editor.send("POST", ALL, "application/json", "{\"code\": 12}").expect(400);
        editor.send("POST", ALL, "application/json", "{\"code\": \"a\", \"code\": \"b\"}")
                .expect(400);
        Api.unchecked()
                .as("XA.01", "editor")
                .send("POST", ALL, "text/plain", "x")
                .expect(415);
        Api.unchecked()
                .as("XA.01", "editor")
                .send("DELETE", ALL, "application/json", "")
                .expect(405);
    }

    @Test
    void a_filter_that_cannot_be_read_is_400_and_never_an_empty_list() {
        assertThat(anonymous.get(ALL + "?kind=WAR").expect(400).at("/violations/0/pointer"))
                .isEqualTo("?kind");
        assertThat(anonymous.get(ALL + "?limit=0").expect(400).at("/violations/0/pointer"))
                .isEqualTo("?limit");
        assertThat(anonymous.get(ALL + "?limit=ten").expect(400).at("/violations/0/pointer"))
                .isEqualTo("?limit");
        assertThat(anonymous.get(ALL + "?parties=VN.00").expect(400).at("/violations/0/message"))
                .contains("VN.0");
        assertThat(anonymous.get(ALL + "?period=soon").expect(400).at("/violations/0/code"))
                .isEqualTo("unknown-period");
        assertThat(anonymous.get(ALL + "?cursor=abc").expect(400).at("/violations/0/code"))
                .isEqualTo("bad-cursor");
        anonymous.get(ALL + "?externalId=%00").expect(400);
    }

    @Test
    void a_list_is_paged_to_its_end_without_gap_or_repetition() {
        for (int i = 0; i < 5; i++) {
            editor.post(ALL, ProgrammeMother.shared(ProgrammeMother.code()).replace("\"XB.010100\"", "\"CN.451400\""))
                    .expect(201);
        }
        List<String> seen = new ArrayList<>();
        String next = ALL + "?parties=XA.01,CN.451400&limit=2";
        while (!next.equals("null")) {
            var page = reader.get(next).expect(200);
            for (JsonNode item : page.json().at("/items")) {
                seen.add(item.at("/id").asText());
            }
            next = page.at("/next");
            assertThat(page.header("Link") == null).isEqualTo(next.equals("null"));
        }
        assertThat(seen).hasSize(5);
        assertThat(new HashSet<>(seen)).hasSize(5);
    }

    @Test
    void filters_find_what_they_name() {
        String code = created();
        String period = ALL + "?parties=XA.01,XB.010100&kind=BILATERAL&field=HEALTH&limit=200&period=";

        assertThat(reader.get(period + "2019").response().asString()).contains(code);
        assertThat(reader.get(period + "2021").response().asString()).doesNotContain(code);
        assertThat(reader.get(ALL + "?parties=XA.01&field=POLICE&limit=200")
                        .response()
                        .asString())
                .doesNotContain(code);
        assertThat(reader.get(ALL + "?parties=XA&limit=200").response().asString())
                .contains(code);
    }
}
