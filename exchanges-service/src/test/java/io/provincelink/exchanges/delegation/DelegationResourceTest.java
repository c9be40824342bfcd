package io.provincelink.exchanges.delegation;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.Drafts;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DelegationResourceTest {

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "editor");
    private final Api otherEditor = anonymous.as("XB.010100", "editor");

    @Test
    void a_proposal_says_back_what_it_was_told_and_both_sides_see_it() {
        var draft = Drafts.delegation("XA.01", "XB.010100", "2016-04-05", 4).put("programme", "test-programme");

        String path = String.valueOf(editor.post(DELEGATIONS, draft).expect(201).header("Location"));
        var own = editor.get(path).expect(200).json();

        own.at("/members").forEach(member -> ((ObjectNode) member).remove("person"));
        draft.fields().forEachRemaining(field -> assertThat(own.at("/" + field.getKey()))
                .as(field.getKey())
                .isEqualTo(field.getValue()));
        assertThat(own.at("/status").asText()).isEqualTo("PROPOSED");
        assertThat(own.at("/visibility").asText()).isEqualTo("PARTIES");
        otherEditor.get(path).expect(200);
        anonymous.get(path).expect(404);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThat(refused("size", "0")).isEqualTo("/size");
        assertThat(refused("size", "1.5")).isEqualTo("/size");
        assertThat(refused("period", "{\"from\": \"2016-02-02\", \"to\": \"2016-02-01\"}"))
                .isEqualTo("/period");
        assertThat(refused("members", "[{\"position\": \"nobody\"}]")).isEqualTo("/members/0/name");
        assertThat(refused("purpose", "{\"en\": \"x\", \"fr\": \"x\"}")).isEqualTo("/purpose/fr");
    }

    @Test
    void only_the_side_that_wrote_it_changes_it_and_who_sends_whom_stays() {
        var created = editor.post(DELEGATIONS, Drafts.delegation("XA.01", "XB.010100", "2016-04-05", 4))
                .expect(201);
        String path = DELEGATIONS + "/" + created.at("/id");

        otherEditor
                .with("If-Match", created.etag())
                .patch(path, "{\"size\": 5}")
                .expect(403);
        assertThat(editor.with("If-Match", created.etag())
                        .patch(path, "{\"receiving\": \"XB.010101\"}")
                        .expect(400)
                        .at("/violations/0/pointer"))
                .isEqualTo("/receiving");
        editor.with("If-Match", created.etag())
                .patch(path, "{\"visibility\": \"OWN_SIDE\"}")
                .expect(400);
        var changed = editor.with("If-Match", created.etag())
                .patch(path, "{\"size\": 5}")
                .expect(200);

        assertThat(changed.at("/size")).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"size\": 99999}",
                "{\"fields\": [\"POLICE\"]}",
                "{\"level\": \"BORDER_POST\"}",
                "{\"period\": {\"from\": \"2016-04-05\", \"to\": \"2016-04-30\"}}",
                "{\"head\": {\"en\": \"Somebody else\"}}",
                "{\"purpose\": {\"en\": \"Another visit\"}}",
                "{\"programme\": \"another\"}",
                "{\"format\": \"ONLINE\"}",
            })
    void what_was_answered_stands(String change) {
        for (List<String> steps :
                List.of(List.of("ACCEPTED"), List.of("ACCEPTED", "UNDER_WAY", "COMPLETED"), List.of("DECLINED"))) {
            String path = answered(steps);
            var before = editor.get(path);

            var refused =
                    editor.with("If-Match", before.etag()).patch(path, change).expect(409);

            assertThat(refused.at("/type")).endsWith("not-possible");
            assertThat(refused.at("/detail")).contains("members", "note", "externalIds", "invitation", "authorisation");
            assertThat(editor.get(path).json()).isEqualTo(before.json());
        }
    }

    @Test
    void what_only_its_side_needs_may_still_change_after_the_answer() {
        String path = answered(List.of("ACCEPTED", "UNDER_WAY", "COMPLETED"));

        var changed = editor.with("If-Match", editor.get(path).etag())
                .patch(path, """
                    {"members": [{"name": "Somebody"}], "note": {"en": "Late"}, "invitation": "18/T",
                     "authorisation": {"number": "6/T"}, "externalIds": [{"system": "test", "id": "answered"}],
                     "source": {"title": {"en": "Test"}, "publisher": "Test"}, "size": 4, "fields": ["HEALTH"]}
                    """)
                .expect(200);

        assertThat(changed.at("/invitation")).isEqualTo("18/T");
        assertThat(changed.at("/authorisation/number")).isEqualTo("6/T");
        assertThat(changed.at("/note/en")).isEqualTo("Late");
        assertThat(changed.at("/source/publisher")).isEqualTo("Test");
        assertThat(changed.at("/externalIds/0/id")).isEqualTo("answered");
        assertThat(editor.get(path).at("/members/0/name")).isEqualTo("Somebody");
    }

    @Test
    void who_agreed_to_publish_it_did_not_agree_to_what_was_added_later() {
        var draft = Drafts.delegation("XA.01", "XB.010100", "2016-04-06", 4).put("visibility", "PARTIES");
        String path =
                DELEGATIONS + "/" + editor.post(DELEGATIONS, draft).expect(201).at("/id");
        anonymous
                .as("XA.01", "approver")
                .post(path + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);

        Api otherSide = anonymous.as("XB.010100", "approver");
        otherSide
                .post(path + "/transitions", "{\"to\": \"ACCEPTED\", \"note\": {\"en\": \"Only for you\"}}")
                .expect(200);
        otherSide.post(path + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);

        anonymous.get(path).expect(404);
    }

    private String answered(List<String> steps) {
        String path = DELEGATIONS + "/"
                + editor.post(DELEGATIONS, Drafts.delegation("XA.01", "XB.010100", "2016-04-05", 4))
                        .expect(201)
                        .at("/id");
        Api approver = anonymous.as("XB.010100", "approver");
        steps.forEach(step -> approver.post(
                        path + "/transitions", "{\"to\": \"" + step + "\", \"report\": {\"en\": \"So it was\"}}")
                .expect(200));
        return path;
    }

    @Test
    void filters_find_what_they_name_and_only_that() {
        var draft = Drafts.delegation("XB.010101", "XA.01", "2012-04-05", 4)
                .put("level", "COMMUNE")
                .put("programme", "delegation-programme");
        draft.putArray("fields").add("HOUSING");
        String id = anonymous
                .as("XB.010101", "editor")
                .post(DELEGATIONS, draft)
                .expect(201)
                .at("/id");

        for (String found : List.of(
                "sending=XB.010101&receiving=XA.01",
                "sending=XA.01,XB.010101",
                "parties=XA.01,XB.010100",
                "level=COMMUNE&status=PROPOSED&field=HOUSING",
                "period=2012-04",
                "programme=delegation-programme")) {
            assertThat(ids(found)).as(found).contains(id);
        }
        for (String other : List.of(
                "sending=XA.01",
                "receiving=XB.010101",
                "parties=VN.02",
                "level=HIGH",
                "status=COMPLETED",
                "field=HEALTH",
                "period=2011",
                "programme=none")) {
            assertThat(ids(other)).as(other).doesNotContain(id);
        }
        anonymous.get(DELEGATIONS + "?sending=XA.99").expect(400);
        anonymous.get(DELEGATIONS + "?status=GONE").expect(400);
    }

    private String refused(String field, String value) {
        String draft = Drafts.delegation("XA.01", "XB.010100", "2016-04-05", 4)
                .putRawValue(field, new com.fasterxml.jackson.databind.util.RawValue(value))
                .toString();
        return editor.post(DELEGATIONS, draft).expect(400).at("/violations/0/pointer");
    }

    private List<String> ids(String filter) {
        return editor.get(DELEGATIONS + "?limit=200&" + filter)
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsText("id");
    }
}
