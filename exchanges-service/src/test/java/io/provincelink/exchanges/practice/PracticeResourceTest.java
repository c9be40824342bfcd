package io.provincelink.exchanges.practice;

import static io.provincelink.exchanges.practice.PracticeMother.PRACTICES;
import static io.provincelink.exchanges.practice.PracticeMother.practice;
import static io.provincelink.exchanges.practice.PracticeMother.published;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class PracticeResourceTest {

    private static final String PUBLIC = "{\"to\": \"PUBLIC\"}";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api stranger = anonymous.as("XB.010100", "reader", "editor", "approver");

    private String offered(ObjectNode practice) {
        return String.valueOf(editor.post(PRACTICES, practice).expect(201).header("Location"));
    }

    private static List<String> faults(Api.Answer answer) {
        List<String> faults = new ArrayList<>();
        for (JsonNode fault : answer.expect(400).json().at("/violations")) {
            faults.add(fault.at("/pointer").asText() + " " + fault.at("/code").asText());
        }
        return faults;
    }

    private static List<String> ids(Api reader, String filter) {
        List<String> ids = new ArrayList<>();
        reader.get(PRACTICES + "?limit=200&" + filter)
                .expect(200)
                .json()
                .at("/items")
                .forEach(item -> ids.add(item.at("/id").asText()));
        return ids;
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void a_practice_says_back_what_it_was_told() {
        ObjectNode draft = practice("XA.01");

        String path = offered(draft);
        JsonNode read = editor.get(path).expect(200).json();

        draft.fields().forEachRemaining(field -> assertThat(read.at("/" + field.getKey()))
                .as(field.getKey())
                .isEqualTo(field.getValue()));
        assertThat(read.at("/visibility").asText()).isEqualTo("OWN_SIDE");
        assertThat(read.at("/adoptions").asText()).isEqualTo(path + "/adoptions");
        editor.with("If-None-Match", editor.get(path).etag()).get(path).expect(304);
    }

    @Test
    void nobody_else_knows_of_a_practice_until_its_own_approver_publishes_it() {
        String path = offered(practice("XA.01"));

        for (Api other : List.of(anonymous, stranger, anonymous.bearing(Tokens.operator()))) {
            other.get(path).expect(404);
            other.get(path + "/history").expect(404);
            assertThat(ids(other, "region=XA.01")).doesNotContain(id(path));
        }
        editor.post(path + "/publication", PUBLIC).expect(403);
        stranger.post(path + "/publication", PUBLIC).expect(404);
        anonymous.post(path + "/publication", PUBLIC).expect(401);
        var published = approver.post(path + "/publication", PUBLIC).expect(200);

        assertThat(published.at("/visibility")).isEqualTo("PUBLIC");
        assertThat(published.json().at("/publishedBy").toString()).isEqualTo("[\"XA.01\"]");
        anonymous.get(path).expect(200);
        assertThat(ids(anonymous, "region=XA.01")).contains(id(path));
        assertThat(anonymous.get(path + "/history").expect(200).json().at("/items"))
                .hasSize(1);
    }

    @Test
    void only_who_offers_it_writes_it() {
        ObjectNode draft = practice("XA.01");
        anonymous.post(PRACTICES, draft).expect(401);
        approver.post(PRACTICES, draft).expect(403);
        stranger.post(PRACTICES, draft).expect(403);
        anonymous.bearing(Tokens.operator()).post(PRACTICES, draft).expect(403);
        String path = published(anonymous, "XA.01");

        stranger.with("If-Match", "*").patch(path, "{\"note\": null}").expect(403);
        stranger.with("If-Match", "*").delete(path).expect(403);
        editor.patch(path, "{\"note\": null}").expect(428);
        editor.with("If-Match", "\"0-x\"").patch(path, "{\"note\": null}").expect(412);
        var changed =
                editor.with("If-Match", "*").patch(path, "{\"note\": null}").expect(200);

        assertThat(changed.json().has("note")).isFalse();
        assertThat(changed.json().at("/publishedBy")).isEmpty();
    }

    @Test
    void a_province_writes_for_the_units_inside_it_and_not_the_other_way_round() {
        anonymous.as("XA.01", "editor").post(PRACTICES, practice("XA.01101")).expect(201);
        anonymous.as("XA.01101", "editor").post(PRACTICES, practice("XA.01")).expect(403);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertThat(faults(Api.unchecked().as("XA.01", "editor").post(PRACTICES, """
                {"region": "QQ.1", "offeredOn": "2021-13-01", "fields": ["PICNIC", null], "steps": [null, {}], "bogus": 1,
                 "contact": {"region": "QQ.2", "name": {"en": "x"}, "channel": "STATE"}, "visibility": "PUBLIC",
                 "results": [null, {"on": "9999-12-31", "what": {"en": "x"}}, {"figure": {"value": 1, "qualifier": "EXACT", "unit": "moon"}}],
                 "externalIds": [{"system": "a", "id": "1"}, {"system": "a", "id": "1"}]}
                """)))
                .contains(
                        "/bogus unknown-field",
                        "/contact/region unknown-region",
                        "/externalIds/1 same-key-twice",
                        "/fields/0 unknown-value",
                        "/fields/1 not-null",
                        "/offeredOn wrong-format",
                        "/region unknown-region",
                        "/results/0 not-null",
                        "/results/1/on in-future",
                        "/results/2/what not-null",
                        "/steps/0 not-null",
                        "/title not-null",
                        "/visibility publish-later");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{\"title\": 5}",
                "{\"title\": {\"en\": \"\\u0000\"}, \"region\": \"XA.01\"}",
                "{\"title\": {\"en\": \"x\"}, \"region\": null}",
                "{\"title\": {\"en\": \"x\"}, \"region\": \"XA.01\", \"offeredOn\": \"-999999999-01-01\"}",
                "{\"title\": {\"en\": \"x\"}, \"region\": \"XA.02\", \"offeredOn\": \"9999-12-31\"}",
                "{\"title\": {\"en\": \"x\"}, \"region\": \"XA.01\", \"contact\": {}}",
                "{\"title\": {\"en\": \"x\"}, \"region\": \"XA.01\", \"results\": {\"on\": 1}}",
                "{\"title\": {\"en\": \"x\"}, \"region\": \"XA.01\", \"results\": [{\"what\": {\"en\": \"x\"}, \"figure\": {}}]}",
            })
    void what_makes_no_sense_is_refused(String body) {
        Api.unchecked().as("XA.01", "editor").post(PRACTICES, body).expect(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "9999-12-31"})
    void days_at_the_ends_of_the_calendar_are_days(String day) {
        String path = offered(practice("XA.01").put("offeredOn", day));

        assertThat(editor.get(path).expect(200).at("/offeredOn")).isEqualTo(day);
    }

    @Test
    void who_offers_it_stays_and_so_do_id_and_visibility() {
        String path = offered(practice("XA.01"));

        assertThat(faults(editor.with("If-Match", "*")
                        .patch(path, "{\"region\": \"XA.01101\", \"visibility\": \"PUBLIC\", \"id\": null}")))
                .contains("/region fixed", "/visibility fixed", "/id fixed");
    }

    @Test
    void the_same_id_is_a_conflict_and_the_same_idempotency_key_the_first_answer() {
        String id = UUID.randomUUID().toString();
        Api keyed = editor.with("Idempotency-Key", "practice-" + id);
        var first = keyed.post(PRACTICES, practice("XA.01").put("id", id)).expect(201);

        var again = keyed.post(PRACTICES, practice("XA.01").put("id", id)).expect(201);
        var conflict = editor.post(PRACTICES, practice("XA.01").put("id", id)).expect(409);
        var hidden =
                stranger.post(PRACTICES, practice("XB.010100").put("id", id)).expect(409);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(conflict.header("Location")).isEqualTo(PRACTICES + "/" + id);
        assertThat(hidden.header("Location")).isNull();
    }

    @Test
    void filters_find_field_region_programme_and_words() {
        String programme = "programme-" + UUID.randomUUID();
        ObjectNode draft = practice("XA.01101").put("programme", programme);
        String id = id(offered(draft));

        for (String filter : List.of(
                "programme=" + programme,
                "programme=" + programme + "&region=XA.01&field=LABOUR",
                "programme=" + programme + "&region=XA.01101",
                "programme=" + programme + "&q=heo%20dat",
                "programme=" + programme + "&q=%E5%AD%98%E9%92%B1",
                "programme=" + programme + "&q=weekly%20save".replace("weekly", "week"))) {
            assertThat(ids(editor, filter)).as(filter).containsExactly(id);
        }
        for (String filter : List.of("region=XB", "field=HEALTH", "q=elephants", "adoptedBy=XB")) {
            assertThat(ids(editor, "programme=" + programme + "&" + filter))
                    .as(filter)
                    .isEmpty();
        }
    }

    @Test
    void a_closed_units_practice_is_under_the_one_that_took_it_over_where_that_is_asked_for() {
        String id = id(published(anonymous, "XA.02"));

        assertThat(ids(anonymous, "region=XA.02")).contains(id);
        assertThat(ids(anonymous, "region=XA.01")).doesNotContain(id);
        assertThat(ids(anonymous, "region=XA.01&rollup=current")).contains(id);
    }

    @Test
    void filters_that_mean_nothing_are_refused() {
        for (String filter : List.of(
                "field=PICNIC",
                "region=Q",
                "region=XA,XB",
                "adoptedBy=Q",
                "rollup=yes",
                "q=%20",
                "externalId=x",
                "limit=0",
                "cursor=abc",
                "bogus=1")) {
            Api.unchecked().get(PRACTICES + "?" + filter).expect(400);
        }
    }

    @Test
    void a_partners_system_keeps_its_own_key() {
        String key = UUID.randomUUID().toString();
        String address = PRACTICES + "/by-external-id/test/" + key;
        var made = editor.put(address, practice("XA.01")).expect(201);

        editor.put(address, practice("XA.01")).expect(428);
        ObjectNode anew = practice("XA.01");
        anew.remove("note");
        editor.with("If-Match", made.etag()).put(address, anew).expect(200);

        assertThat(editor.get(address).expect(200).json().has("note")).isFalse();
        assertThat(ids(editor, "externalId=test:" + key)).containsExactly(made.at("/id"));
        stranger.get(address).expect(404);
        anonymous.put(address, practice("XA.01")).expect(401);
        stranger.put(address, practice("XA.01")).expect(403);
    }

    @Test
    void a_draft_is_taken_back_and_what_is_public_stays() {
        String draft = offered(practice("XA.01"));
        String open = published(anonymous, "XA.01");

        anonymous.delete(draft).expect(401);
        stranger.with("If-Match", "*").delete(draft).expect(404);
        editor.delete(draft).expect(428);
        editor.with("If-Match", "*").delete(draft).expect(204);
        approver.with("If-Match", "*").delete(open).expect(409);

        editor.get(draft).expect(404);
        anonymous.get(open).expect(200);
    }

    @Test
    void a_list_also_comes_as_lines_and_as_a_table() {
        String id = id(published(anonymous, "XA.01"));

        String lines = anonymous
                .with("Accept", "application/x-ndjson")
                .get(PRACTICES + "?region=XA.01&limit=200")
                .expect(200)
                .response()
                .asString();
        String table = anonymous
                .with("Accept", "text/csv")
                .get(PRACTICES + "?region=XA.01&limit=200")
                .expect(200)
                .response()
                .asString();

        assertThat(lines).contains(id);
        assertThat(table).startsWith("id,").contains(id, "title.vi");
    }

    @Test
    void who_reads_a_practice_of_the_police_is_noted_until_it_is_public() {
        ObjectNode draft = practice("XA.01");
        draft.putArray("fields").add("POLICE");
        String path = offered(draft);

        editor.get(path).expect(200);

        assertThat(approver.get(path + "/reads").expect(200).json().at("/items"))
                .hasSize(1);
        editor.get(path + "/reads").expect(403);
        stranger.get(path + "/reads").expect(404);
        anonymous.get(path + "/reads").expect(401);
    }

    @Test
    void the_feed_tells_of_it_to_those_who_may_see_it() {
        String before = end(stranger);
        String own = end(editor);
        String path = offered(practice("XA.01"));

        assertThat(stranger.get("/api/v1/changes?types=PRACTICE&after=" + before)
                        .expect(200)
                        .json()
                        .at("/items"))
                .isEmpty();
        assertThat(editor.get("/api/v1/changes?types=PRACTICE&after=" + own)
                        .expect(200)
                        .json()
                        .at("/items")
                        .findValuesAsText("id"))
                .containsExactly(id(path));
    }

    private static String end(Api reader) {
        JsonNode page = reader.get("/api/v1/changes?limit=200").expect(200).json();
        while (!page.at("/items").isEmpty()) {
            page = reader.get("/api/v1/changes?limit=200&after="
                            + page.at("/nextCursor").asText())
                    .expect(200)
                    .json();
        }
        return page.at("/nextCursor").asText();
    }
}
