package io.provincelink.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.legalact.LegalActMother;
import io.provincelink.agreements.record.AtOnce;
import io.provincelink.agreements.record.Database;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What agreements name: what they rest on, and what they renew. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AgreementReferencesTest {

    private static final String ALL = "/api/v1/agreements";

    private final Database database = new Database();
    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api otherEditor = anonymous.as("XB.010100", "reader", "editor");
    private final Api stranger = anonymous.as("VN.15", "reader", "editor");

    private String created(String restsOn) {
        return created(restsOn, "PARTIES");
    }

    private String created(String restsOn, String visibility) {
        String code = AgreementMother.code();
        String draft = AgreementMother.with(AgreementMother.shared(code), "restsOn", restsOn);
        editor.post(ALL, draft.replace("PARTIES", visibility)).expect(201);
        return code;
    }

    private String renewing(String earlier) {
        String code = AgreementMother.code();
        editor.post(ALL, AgreementMother.with(AgreementMother.shared(code), "renews", "\"" + earlier + "\""))
                .expect(201);
        return code;
    }

    private String act() {
        String code = LegalActMother.code();
        editor.post("/api/v1/legal-acts", LegalActMother.decision(code)).expect(201);
        approver.post("/api/v1/legal-acts/" + code + "/publication", "{\"to\": \"PUBLIC\"}")
                .expect(200);
        return code;
    }

    /** As agreements stand that were named before everybody had to see what is named. */
    private void hide(String code) {
        database.update("""
            update agreement set visibility = 'OWN_SIDE', readers = (select readers from agreement where code = ?)
             where code = ?
            """, created("[]", "OWN_SIDE"), code);
    }

    private static String list(String... codes) {
        return "[\"" + String.join("\", \"", codes) + "\"]";
    }

    private Api.Answer patch(Api who, String code, String field, String json) {
        return who.with("If-Match", "*").patch(ALL + "/" + code, "{\"" + field + "\": " + json + "}");
    }

    private static List<String> codes(JsonNode nodes) {
        return nodes.findValuesAsText("code");
    }

    @Test
    void an_agreement_rests_on_agreements_and_legal_acts_by_id_or_code() {
        String act = act();
        String mother = created("[]");
        String id = editor.get(ALL + "/" + mother).at("/id");

        String code = created(list(act, id, mother));

        assertThat(editor.get(ALL + "/" + code).json().at("/restsOn"))
                .hasToString("[\"%s\",\"%s\",\"%s\"]".formatted(act, id, mother));
        assertThat(editor.get(ALL + "?restsOn=" + act).expect(200).at("/items/0/code"))
                .isEqualTo(code);
        assertThat(editor.get(ALL + "?restsOn=" + id).expect(200).json().at("/items"))
                .hasSize(1);
        editor.get(ALL + "?restsOn=nothing").expect(400);
        stranger.get(ALL + "?restsOn=" + id).expect(400);
    }

    @Test
    void what_is_not_there_or_not_seen_cannot_be_named() {
        String hidden = created("[]", "OWN_SIDE");
        String draft = AgreementMother.shared(AgreementMother.code());

        for (String unseen : new String[] {hidden, "no-such-agreement", "0198c0de-0000-7000-8000-0000000fffff"}) {
            var refused = otherEditor
                    .post(ALL, AgreementMother.with(draft, "restsOn", list(unseen)))
                    .expect(400);
            assertThat(refused.at("/violations/0/pointer")).isEqualTo("/restsOn/0");
            assertThat(refused.at("/violations/0/code")).isEqualTo("unknown-record");
            var renewed = otherEditor
                    .post(ALL, AgreementMother.with(draft, "renews", "\"" + unseen + "\""))
                    .expect(400);
            assertThat(renewed.at("/violations/0/pointer")).isEqualTo("/renews");
        }
    }

    @Test
    void what_the_other_side_named_stays_named_when_one_changes_something_else() {
        String hidden = created("[]");
        String code = created(list(hidden));
        hide(hidden);

        patch(otherEditor, code, "note", "{\"en\": \"seen\"}").expect(200);

        var graph = editor.get(ALL + "/" + code + "/rests-on").expect(200).json();
        assertThat(codes(graph.at("/nodes"))).containsExactly(code, hidden);
        var forOthers =
                otherEditor.get(ALL + "/" + code + "/rests-on").expect(200).json();
        assertThat(codes(forOthers.at("/nodes"))).containsExactly(code);
        assertThat(forOthers.at("/edges")).isEmpty();
    }

    @Test
    void the_graph_goes_up_and_down_as_far_as_one_may_see() {
        String law = act();
        String top = created(list(law));
        String middle = created(list(top));
        String left = created(list(middle, law));
        String right = created(list(middle));
        String hidden = created(list(right), "OWN_SIDE");

        var graph = editor.get(ALL + "/" + middle + "/rests-on").expect(200).json();

        assertThat(codes(graph.at("/nodes"))).containsExactlyInAnyOrder(middle, top, law, left, right, hidden);
        assertThat(graph.at("/edges")).hasSize(6);
        assertThat(graph.at("/complete").asBoolean()).isTrue();
        graph.at("/nodes").forEach(node -> {
            String code = node.at("/code").asText();
            int step = node.at("/step").asInt();
            assertThat(step)
                    .as(code)
                    .isEqualTo(
                            code.equals(middle)
                                    ? 0
                                    : code.equals(top) ? 1 : code.equals(law) ? 2 : code.equals(hidden) ? -2 : -1);
        });
        var forOthers =
                otherEditor.get(ALL + "/" + middle + "/rests-on").expect(200).json();
        assertThat(codes(forOthers.at("/nodes"))).containsExactlyInAnyOrder(middle, top, law, left, right);
        stranger.get(ALL + "/" + middle + "/rests-on").expect(404);
        anonymous.get(ALL + "/" + middle + "/rests-on").expect(404);
    }

    @Test
    void nothing_rests_on_itself() {
        String top = created("[]");
        String middle = created(list(top));
        String bottom = created(list(middle));

        var refused = patch(editor, top, "restsOn", list(bottom)).expect(400);

        assertThat(refused.at("/violations/0/code")).isEqualTo("closes-circle");
        assertThat(refused.at("/violations/0/pointer")).isEqualTo("/restsOn/0");
        assertThat(refused.at("/violations/0/message")).contains(bottom + " → " + middle + " → " + top);
        patch(editor, top, "restsOn", list(top)).expect(400);
        patch(editor, top, "restsOn", list(act())).expect(200);
    }

    @Test
    void a_circle_through_what_one_may_not_see_is_refused_without_naming_it() {
        String top = created("[]");
        String hidden = created(list(top));
        String bottom = created(list(hidden));
        hide(hidden);

        var refused = patch(otherEditor, top, "restsOn", list(bottom)).expect(400);

        assertThat(refused.at("/violations/0/message"))
                .contains(bottom + " → … → " + top)
                .doesNotContain(hidden);
    }

    @RepeatedTest(5)
    void two_writers_at_once_do_not_close_a_circle_together() throws Exception {
        String one = created("[]");
        String other = created("[]");

        List<Integer> answers = AtOnce.call(List.of(
                () -> patch(editor, one, "restsOn", list(other)).status(),
                () -> patch(otherEditor, other, "restsOn", list(one)).status()));

        assertThat(answers).containsExactlyInAnyOrder(200, 400);
    }

    @RepeatedTest(5)
    void two_writers_at_once_do_not_let_two_agreements_renew_each_other() throws Exception {
        String one = created("[]");
        String other = created("[]");

        List<Integer> answers = AtOnce.call(List.of(
                () -> patch(editor, one, "renews", "\"" + other + "\"").status(),
                () -> patch(otherEditor, other, "renews", "\"" + one + "\"").status()));

        assertThat(answers).containsExactlyInAnyOrder(200, 400);
    }

    @RepeatedTest(3)
    void two_actions_at_once_come_one_after_the_other_and_none_is_lost() throws Exception {
        String code = AgreementMother.code();
        editor.post(ALL, AgreementMother.unsigned(code)).expect(201);
        String actions = ALL + "/" + code + "/actions";
        String sign = "{\"type\": \"SIGN\", \"on\": \"2018-03-01\"}";
        Api otherApprover = anonymous.as("XB.010100", "reader", "approver");

        List<Integer> signed = AtOnce.call(List.of(
                () -> approver.post(actions, sign).status(),
                () -> otherApprover.post(actions, sign).status(),
                () -> editor.post(actions, "{\"type\": \"REQUEST_OPINION\", \"on\": \"2018-02-01\"}")
                        .status()));
        List<Integer> forced = AtOnce.call(List.of(
                () -> approver.post(actions, "{\"type\": \"ENTER_INTO_FORCE\", \"on\": \"2018-04-01\"}")
                        .status(),
                () -> otherApprover
                        .post(actions, "{\"type\": \"ENTER_INTO_FORCE\", \"on\": \"2018-05-01\"}")
                        .status()));

        assertThat(signed).containsExactly(200, 200, 200);
        assertThat(forced).containsExactlyInAnyOrder(200, 409);
        var after = editor.get(ALL + "/" + code);
        assertThat(after.json().at("/actions").findValuesAsText("type"))
                .containsExactly("REQUEST_OPINION", "SIGN", "SIGN", "ENTER_INTO_FORCE");
        assertThat(after.at("/status")).isEqualTo("IN_FORCE");
    }

    @Test
    void a_chain_tells_all_from_the_first_to_the_last() {
        String first = created("[]");
        String second = renewing(first);
        String third = renewing(second);

        for (String any : new String[] {first, second, third}) {
            var chain = editor.get(ALL + "/" + any + "/chain").expect(200).json();
            assertThat(codes(chain.at("/items"))).as(any).containsExactly(first, second, third);
        }
        var chain = otherEditor.get(ALL + "/" + second + "/chain").expect(200);
        assertThat(chain.json().at("/items/0").has("renews")).isFalse();
        assertThat(chain.at("/items/1/renews")).isEqualTo(first);
        assertThat(chain.at("/items/2/renews")).isEqualTo(second);
        assertThat(chain.at("/items/0/status")).isEqualTo("EXPIRED");
        assertThat(chain.at("/items/0/signedOn")).isEqualTo("2018-03-01");
        assertThat(chain.at("/items/0/period/to")).isEqualTo("2022-03-31");
        assertThat(chain.json().at("/items/0/signatures").findValuesAsText("region"))
                .containsExactly("XA.01", "XB.010100");
        assertThat(chain.at("/items/0/successors/0/decided")).isEqualTo("BY_LIST");
        stranger.get(ALL + "/" + second + "/chain").expect(404);
        anonymous.get(ALL + "/" + second + "/chain").expect(404);
    }

    @Test
    void a_chain_ends_where_sight_ends_and_does_not_run_in_a_circle() {
        String hidden = created("[]");
        String second = renewing(hidden);
        String third = renewing(second);
        hide(hidden);

        assertThat(codes(otherEditor.get(ALL + "/" + third + "/chain").json().at("/items")))
                .containsExactly(second, third);
        assertThat(patch(editor, hidden, "renews", "\"" + third + "\"")
                        .expect(400)
                        .at("/violations/0/code"))
                .isEqualTo("closes-circle");
        patch(editor, third, "renews", "\"" + third + "\"").expect(400);
        patch(editor, third, "renews", "null").expect(200);
        assertThat(codes(editor.get(ALL + "/" + hidden + "/chain").json().at("/items")))
                .containsExactly(hidden, second);
    }
}
