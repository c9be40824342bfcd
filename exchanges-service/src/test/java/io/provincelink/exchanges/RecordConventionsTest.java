package io.provincelink.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every kind of record does alike: create, read, change, page, and say what is wrong. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RecordConventionsTest {

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "editor");

    @ParameterizedTest
    @EnumSource
    void a_record_is_created_and_read_and_not_sent_twice(Kind kind) {
        var created = editor.post(kind.path, kind.shared()).expect(201);
        var read = editor.get(String.valueOf(created.header("Location"))).expect(200);

        assertThat(read.at("/id")).isEqualTo(created.at("/id"));
        assertThat(read.at("/visibility")).isEqualTo("PARTIES");
        assertThat(read.at("/updatedAt")).isEqualTo(created.at("/updatedAt"));
        assertThat(read.header("Vary")).contains("Authorization");
        editor.with("If-None-Match", read.etag())
                .get(kind.path + "/" + read.at("/id"))
                .expect(304);
    }

    @ParameterizedTest
    @EnumSource
    void the_same_id_is_a_conflict_that_names_the_record_to_those_who_see_it(Kind kind) {
        String id = UUID.randomUUID().toString();
        editor.post(kind.path, kind.ownSide().put("id", id)).expect(201);

        var again = editor.post(kind.path, kind.ownSide().put("id", id)).expect(409);
        ObjectNode theirs = kind.ownSide().put("id", id);
        theirs.remove("members"); // those are named by the side that sends them
        var bySomebodyElse =
                anonymous.as("XB.010100", "editor").post(kind.path, theirs).expect(409);

        assertThat(again.header("Location")).isEqualTo(kind.path + "/" + id);
        assertThat(bySomebodyElse.header("Location")).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void the_same_key_gives_the_first_answer_again_and_another_body_is_refused(Kind kind) {
        Api keyed = editor.with("Idempotency-Key", kind + "-" + UUID.randomUUID());
        var first = keyed.post(kind.path, kind.shared()).expect(201);

        var second = keyed.post(kind.path, kind.shared()).expect(201);
        keyed.post(kind.path, kind.ownSide()).expect(422);

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @ParameterizedTest
    @EnumSource
    void a_change_of_nothing_makes_no_version(Kind kind) {
        String path = kind.path + "/"
                + editor.post(kind.path, kind.shared()).expect(201).at("/id");
        String etag = editor.get(path).expect(200).etag();

        editor.with("If-Match", etag).patch(path, "{}").expect(200);

        assertThat(editor.get(path).expect(200).etag()).isEqualTo(etag);
        assertThat(editor.get(path + "/history").expect(200).json().at("/items"))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_change_needs_the_version_that_was_read(Kind kind) {
        var created = editor.post(kind.path, kind.shared()).expect(201);
        String path = kind.path + "/" + created.at("/id");

        editor.patch(path, "{\"note\": {\"en\": \"changed\"}}").expect(428);
        var changed = editor.with("If-Match", created.etag())
                .patch(path, "{\"note\": {\"en\": \"changed\"}}")
                .expect(200);
        editor.with("If-Match", created.etag())
                .patch(path, "{\"note\": {\"en\": \"lost\"}}")
                .expect(412);

        assertThat(changed.at("/note/en")).isEqualTo("changed");
        assertThat(changed.etag()).isNotEqualTo(created.etag());
        assertThat(editor.get(path).at("/note/en")).isEqualTo("changed");
    }

    @ParameterizedTest
    @EnumSource
    void a_patch_is_read_as_strictly_as_a_draft(Kind kind) {
        var created = editor.post(kind.path, kind.shared()).expect(201);
        Api matching = editor.with("If-Match", created.etag());
        String path = kind.path + "/" + created.at("/id");

        assertThat(matching.patch(path, "{\"nonsense\": 1}").expect(400).at("/violations/0/pointer"))
                .isEqualTo("/nonsense");
        assertThat(matching.patch(path, "{\"level\": \"TOP\"}").expect(400).at("/violations/0/code"))
                .isEqualTo("unknown-value");
        String required = kind == Kind.MEETINGS ? "kind" : "level";
        assertThat(matching.patch(path, "{\"" + required + "\": null}")
                        .expect(400)
                        .at("/violations/0/code"))
                .isEqualTo("not-null");
        matching.patch(path, "[]").expect(400);
        Api.unchecked()
                .as("XA.01", "editor")
                .send("PATCH", path, "text/plain", "x")
                .expect(415);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_wrong_with_a_draft_is_said_field_by_field(Kind kind) {
        editor.send("POST", kind.path, "application/json", "{\"level\":").expect(400);
        editor.send("POST", kind.path, "application/json", "").expect(400);
        assertThat(editor.post(kind.path, "{}").expect(400).json().at("/violations"))
                .hasSizeGreaterThan(2);
        assertThat(editor.post(kind.path, kind.shared().put("visibility", "PUBLIC"))
                        .expect(400)
                        .at("/violations/0/code"))
                .isEqualTo("publish-later");
        assertThat(editor.post(kind.path, kind.draft("XA.01", "XB.999999"))
                        .expect(400)
                        .response()
                        .asString())
                .contains("unknown-region");
        assertThat(editor.post(kind.path, kind.draft("XA.01", "XA.01"))
                        .expect(400)
                        .response()
                        .asString())
                .contains("same-party-twice");
    }

    @ParameterizedTest
    @EnumSource
    void a_list_goes_on_until_its_last_page_and_shows_each_record_once(Kind kind) {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            var draft = kind.draft("XA.01", "CN.451400");
            made.add(editor.post(kind.path, draft).expect(201).at("/id"));
        }

        List<String> seen = new ArrayList<>();
        String next = kind.path + "?limit=2&parties=XA.01,CN.451400";
        int pages = 0;
        while (next != null) {
            var page = editor.get(next).expect(200);
            page.json().at("/items").forEach(item -> seen.add(item.at("/id").asText()));
            JsonNode link = page.json().at("/next");
            next = link.isTextual() ? link.asText() : null;
            assertThat(page.header("Link")).isEqualTo(next == null ? null : "<" + next + ">; rel=\"next\"");
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(made);
    }

    @ParameterizedTest
    @EnumSource
    void a_filter_that_means_nothing_is_refused(Kind kind) {
        for (String filter : List.of(
                "level=TOP", "parties=XA.99", "period=20x", "period=2020/2016", "limit=0", "limit=201", "cursor=abc")) {
            anonymous.get(kind.path + "?" + filter).expect(400);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_list_also_comes_as_lines_and_as_a_table(Kind kind) throws IOException {
        String hidden = editor.post(kind.path, kind.ownSide()).expect(201).at("/id");
        String shared = editor.post(kind.path, kind.shared()).expect(201).at("/id");
        Api other = anonymous.as("XB.010100", "reader");
        JsonNode newest = other.get(kind.path + "?limit=1").expect(200).json().at("/items/0");

        String lines = body(other.with("Accept", "application/x-ndjson").get(kind.path));
        String table = body(other.with("Accept", "text/csv").get(kind.path));

        assertThat(new ObjectMapper().readTree(lines.lines().findFirst().orElseThrow()))
                .isEqualTo(newest);
        assertThat(lines).contains(shared).doesNotContain(hidden);
        assertThat(table)
                .startsWith("id,")
                .contains("visibility,", "updatedAt", "\r\n" + newest.at("/id").asText() + ",", shared)
                .doesNotContain(hidden);
    }

    private static String body(Api.Answer answer) {
        return new String(answer.expect(200).response().asByteArray(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_found_where_nothing_is(Kind kind) {
        editor.get(kind.path + "/" + UUID.randomUUID()).expect(404);
        editor.get(kind.path + "/not-an-id").expect(404);
        editor.with("If-None-Match", "\"1-x\"")
                .get(kind.path + "/" + UUID.randomUUID())
                .expect(404);
        editor.with("If-Match", "*")
                .patch(kind.path + "/" + UUID.randomUUID(), "{}")
                .expect(404);
        anonymous
                .as("XA.01", "approver")
                .post(kind.path + "/" + UUID.randomUUID() + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(404);
    }
}
