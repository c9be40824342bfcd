package io.provincelink.exchanges;

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
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ChangeFeedTest {

    private static final String NAME = "Person Nobody Names";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor", "approver");
    private final Api otherSide = anonymous.as("XB.010100", "reader", "editor", "approver");

    /** Everything that happened to one record, in this reader's sight. */
    private static List<JsonNode> told(Api reader, String id) {
        List<JsonNode> told = new ArrayList<>();
        String after = "";
        boolean more = true;
        while (more) {
            var answer = reader.get("/api/v1/changes?include=record&limit=200" + after)
                    .expect(200);
            answer.json().at("/items").forEach(item -> {
                if (item.path("id").asText().equals(id)) {
                    told.add(item);
                }
            });
            after = "&after=" + answer.at("/nextCursor");
            more = !answer.json().at("/items").isEmpty();
        }
        return told;
    }

    @ParameterizedTest
    @EnumSource
    void each_side_is_told_what_it_may_see(Kind kind) {
        var created = editor.post(kind.path, kind.ownSide()).expect(201);
        String id = created.at("/id");
        editor.with("If-Match", created.etag())
                .patch(kind.path + "/" + id, "{\"note\": {\"en\": \"ours\"}}")
                .expect(200);
        assertThat(told(otherSide, id)).isEmpty();
        editor.post(kind.path + "/" + id + "/publication", "{\"to\": \"PARTIES\"}")
                .expect(200);

        assertThat(told(editor, id)).hasSize(3);
        assertThat(told(otherSide, id)).hasSize(1);
        assertThat(told(otherSide, id).get(0).path("op").asText()).isEqualTo("CREATED");
        assertThat(told(anonymous, id)).isEmpty();
        assertThat(otherSide
                        .get(kind.path + "/" + id + "/history")
                        .expect(200)
                        .json()
                        .at("/items"))
                .hasSize(1);
        assertThat(editor.get(kind.path + "/" + id + "/history")
                        .expect(200)
                        .json()
                        .at("/items"))
                .hasSize(3);
        anonymous.get(kind.path + "/" + id + "/history").expect(404);
    }

    @Test
    void members_of_a_delegation_are_in_no_change_and_in_no_history() {
        var draft = Drafts.delegation("XA.01", "XB.010100", "2016-03-01", 3).put("visibility", "PARTIES");
        draft.putArray("members").addObject().put("name", NAME);
        var created = editor.post(Drafts.DELEGATIONS, draft).expect(201);
        String path = Drafts.DELEGATIONS + "/" + created.at("/id");
        editor.with("If-Match", created.etag())
                .patch(path, "{\"members\": [{\"name\": \"" + NAME + " Either\"}]}")
                .expect(200);

        List<JsonNode> told = told(editor, created.at("/id"));
        String history = editor.get(path + "/history").expect(200).response().asString();

        assertThat(told).hasSize(2);
        assertThat(told.toString()).doesNotContain(NAME).contains("\"membersChanged\":true");
        assertThat(history).doesNotContain(NAME).contains("/membersChanged");
        assertThat(editor.get(path).expect(200).response().asString()).contains(NAME);
    }
}
