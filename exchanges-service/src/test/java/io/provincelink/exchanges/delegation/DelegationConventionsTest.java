package io.provincelink.exchanges.delegation;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static io.provincelink.exchanges.delegation.DelegationFlow.ANYBODY;
import static io.provincelink.exchanges.delegation.DelegationFlow.APPROVER;
import static io.provincelink.exchanges.delegation.DelegationFlow.EDITOR;
import static io.provincelink.exchanges.delegation.DelegationFlow.OTHER_APPROVER;
import static io.provincelink.exchanges.delegation.DelegationFlow.OTHER_EDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.exchanges.Databases;
import io.provincelink.exchanges.Drafts;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What delegations do as all records do: they are searched, rolled up, taken back and kept under a partner's key. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DelegationConventionsTest {

    private static final String KEYED = DELEGATIONS + "/by-external-id/test/";

    @Test
    void words_of_purpose_head_and_numbers_find_it_and_names_of_members_do_not() {
        String word = "w" + UUID.randomUUID().toString().substring(0, 7);
        var draft = DelegationFlow.draft().put("invitation", "77/" + word);
        draft.putObject("purpose").put("vi", "Khảo sát thuỷ lợi").put("zh", "水利考察");
        draft.putObject("head").put("vi", "Đặng Thị Thử");
        String id = EDITOR.post(DELEGATIONS, draft).expect(201).at("/id");

        for (String found : List.of("thuy loi " + word, "水利 " + word, "dang thi thu " + word, word, "5/T " + word)) {
            assertThat(ids(asked(found))).as(found).containsExactly(id);
        }
        assertThat(ids(asked("Secret " + word))).isEmpty();
        EDITOR.get(DELEGATIONS + "?q=...").expect(400);
    }

    @Test
    void what_was_in_a_closed_province_is_under_its_successor() {
        String id = ANYBODY.as("VN.02", "editor")
                .post(DELEGATIONS, Drafts.delegation("VN.02", "XB.010100", "2019-02-03", 2))
                .expect(201)
                .at("/id");
        Api reader = ANYBODY.as("XB.010100", "reader");

        assertThat(reader.get(DELEGATIONS + "?limit=200&parties=VN.08&rollup=current")
                        .expect(200)
                        .response()
                        .asString())
                .contains(id);
        assertThat(reader.get(DELEGATIONS + "?limit=200&parties=VN.08")
                        .expect(200)
                        .response()
                        .asString())
                .doesNotContain(id);
        reader.get(DELEGATIONS + "?parties=VN.08&rollup=all").expect(400);
    }

    @Test
    void a_draft_is_taken_back_by_its_side_and_its_members_are_gone_with_it() {
        String path = DelegationFlow.proposed(DelegationFlow.draft().put("visibility", "OWN_SIDE"));
        List<String> keys = keys(path);

        EDITOR.delete(path).expect(428);
        EDITOR.with("If-Match", EDITOR.get(path).etag()).delete(path).expect(204);

        EDITOR.get(path).expect(404);
        assertThat(keys).hasSize(2).allMatch(key -> Databases.KEYS
                .texts("select id from person_key where id = ?::uuid", key)
                .isEmpty());
    }

    @Test
    void what_the_other_side_sees_is_taken_back_by_an_approver_and_what_it_answered_never() {
        String seen = DelegationFlow.proposed();
        EDITOR.with("If-Match", "*").delete(seen).expect(403);
        OTHER_APPROVER.with("If-Match", "*").delete(seen).expect(403);
        ANYBODY.as("VN.15", "approver").with("If-Match", "*").delete(seen).expect(404);
        ANYBODY.with("If-Match", "*").delete(seen).expect(401);
        APPROVER.with("If-Match", "*").delete(seen).expect(204);

        String kept = DelegationFlow.proposed(DelegationFlow.draft().put("visibility", "PARTIES"));
        DelegationFlow.step(OTHER_APPROVER, kept, "ACCEPTED");
        APPROVER.with("If-Match", "*").delete(kept).expect(409);
        assertThat(keys(kept)).hasSize(2);
    }

    @Test
    void a_partner_hands_it_in_under_its_own_key_and_the_same_again_makes_no_version() {
        String key = KEYED + UUID.randomUUID();
        var draft = DelegationFlow.draft();

        String path = String.valueOf(EDITOR.put(key, draft).expect(201).header("Location"));
        String etag = EDITOR.get(path).etag();
        EDITOR.with("If-Match", "*").put(key, draft).expect(200);

        assertThat(EDITOR.get(path).etag()).isEqualTo(etag);
        assertThat(EDITOR.get(key).expect(200).json().at("/members")).hasSize(2);
        assertThat(DelegationFlow.OTHER_READER.get(key).expect(200).response().asString())
                .doesNotContain("members")
                .doesNotContain("Secret");
        ANYBODY.get(key).expect(404);
        // there is none of the other side's own
        OTHER_EDITOR.with("If-Match", "*").put(key, draft).expect(412);
    }

    @Test
    void handing_it_in_again_does_not_change_who_was_to_see_it() {
        String key = KEYED + UUID.randomUUID();
        var draft = DelegationFlow.draft();
        String path = String.valueOf(EDITOR.put(key, draft.deepCopy().put("visibility", "PARTIES"))
                .expect(201)
                .header("Location"));

        EDITOR.with("If-Match", "*").put(key, draft.put("invitation", "18/T")).expect(200);
        DelegationFlow.step(OTHER_APPROVER, path, "ACCEPTED");

        ANYBODY.get(path).expect(404);
        assertThat(EDITOR.get(path).at("/invitation")).isEqualTo("18/T");
    }

    @Test
    void it_says_who_agreed_to_publish_it() {
        String path = DelegationFlow.proposed(DelegationFlow.draft().put("visibility", "PARTIES"));

        APPROVER.post(path + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);

        assertThat(EDITOR.get(path).json().at("/publishedBy").get(0).asText()).isEqualTo("XA.01");
    }

    private static String asked(String words) {
        return "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static List<String> keys(String path) {
        return Databases.RECORDS.texts(
                "select key::text from delegation_member where delegation_id = ? and key is not null",
                DelegationFlow.id(path));
    }

    private static List<String> ids(String filter) {
        return EDITOR.get(DELEGATIONS + "?limit=200&" + filter)
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsText("id");
    }
}
