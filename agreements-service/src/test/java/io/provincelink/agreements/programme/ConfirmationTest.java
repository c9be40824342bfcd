package io.provincelink.agreements.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the two sides say to the goals and the assessment of a programme. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ConfirmationTest {

    private static final String ALL = "/api/v1/programmes";
    private static final String AGREED = "{\"decision\": \"AGREED\"}";
    private static final String DISPUTED =
            "{\"decision\": \"DISPUTED\", \"comment\": {\"vi\": \"Chưa thống nhất số liệu\", \"zh\": \"数字未商定\"}}";
    private static final String ASSESSMENT =
            "{\"format\": \"ONLINE\", \"sites\": [\"XA.01\"], \"summary\": {\"en\": \"Went well.\"}}";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api otherApprover = anonymous.as("XB.010100", "reader", "approver");

    private Api.Answer created() {
        return editor.post(ALL, ProgrammeMother.shared(ProgrammeMother.code())).expect(201);
    }

    private static String goal(Api.Answer programme) {
        return programme.header("Location") + "/goals/" + programme.at("/goals/0/id") + "/confirmations";
    }

    private static String assessment(Api.Answer programme) {
        return programme.header("Location") + "/assessment/confirmations";
    }

    private Api.Answer read(Api.Answer programme) {
        return anonymous
                .as("XA.01", "reader")
                .get(String.valueOf(programme.header("Location")))
                .expect(200);
    }

    private void patch(Api.Answer programme, String patch) {
        editor.with("If-Match", "*")
                .patch(String.valueOf(programme.header("Location")), patch)
                .expect(200);
    }

    private void agreeBoth(String path) {
        approver.post(path, AGREED).expect(200);
        otherApprover.post(path, AGREED).expect(200);
    }

    @Test
    void a_goal_is_proposed_until_every_party_has_agreed() {
        var programme = created();

        assertThat(programme.at("/goals/0/standing")).isEqualTo("PROPOSED");
        var first = approver.post(goal(programme), AGREED).expect(200);
        assertThat(first.at("/goals/0/standing")).isEqualTo("PROPOSED");
        var second = otherApprover.post(goal(programme), AGREED).expect(200);

        assertThat(second.at("/goals/0/standing")).isEqualTo("AGREED");
        assertThat(second.json().at("/goals/0/confirmations")).hasSize(2);
        assertThat(second.at("/goals/0/confirmations/0/party")).isEqualTo("XA.01");
        assertThat(second.at("/goals/0/confirmations/0/by/body")).isEqualTo("Foreign affairs department of XA.01");
        assertThat(second.at("/goals/0/confirmations/0/by/role")).isEqualTo("approver");
        assertThat(second.response().asString()).doesNotContain("XA.01-reader-approver");
        assertThat(read(programme).json()).isEqualTo(second.json());
        assertThat(read(programme).etag()).isEqualTo(second.etag()).isNotEqualTo(first.etag());
    }

    @Test
    void a_dispute_says_what_is_disputed_and_is_settled_by_who_raised_it() {
        var programme = created();
        approver.post(goal(programme), AGREED).expect(200);

        var silent = otherApprover
                .post(goal(programme), "{\"decision\": \"DISPUTED\"}")
                .expect(400);
        assertThat(silent.at("/violations/0/pointer")).isEqualTo("/comment");
        var disputed = otherApprover.post(goal(programme), DISPUTED).expect(200);
        assertThat(disputed.at("/goals/0/standing")).isEqualTo("DISPUTED");
        assertThat(disputed.at("/goals/0/confirmations/1/comment/zh")).isEqualTo("数字未商定");
        var settled = otherApprover.post(goal(programme), AGREED).expect(200);

        assertThat(settled.at("/goals/0/standing")).isEqualTo("AGREED");
        assertThat(settled.json().at("/goals/0/confirmations")).hasSize(2);
    }

    @Test
    void a_repetition_makes_no_new_version() {
        var programme = created();
        String etag = approver.post(goal(programme), AGREED).expect(200).etag();

        assertThat(approver.post(goal(programme), AGREED).expect(200).etag()).isEqualTo(etag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"target\": {\"value\": 9, \"qualifier\": \"OVER\", \"unit\": \"USD\"}",
                "\"target\": {\"value\": 1500000000.5, \"qualifier\": \"EXACT\", \"unit\": \"USD\"}",
                "\"baseline\": {\"value\": 9, \"qualifier\": \"OVER\", \"unit\": \"USD\"}",
                "\"kind\": \"YEARLY_CHANGE\", \"target\": {\"value\": 3, \"qualifier\": \"EXACT\", \"unit\": \"percent\"}",
                "\"direction\": \"DOWN\"",
                "\"indicator\": \"exports\"",
                "\"title\": {\"en\": \"Exports\"}",
            })
    void a_goal_that_wants_something_else_is_proposed_anew(String change) throws Exception {
        var programme = created();
        agreeBoth(goal(programme));
        var goal = (ObjectNode) programme.json().at("/goals/0");
        var mapper = new ObjectMapper();
        goal.setAll((ObjectNode) mapper.readTree("{" + change + "}"));
        goal.remove(List.of("standing", "confirmations"));

        patch(programme, "{\"goals\": [" + goal + "]}");

        assertThat(read(programme).at("/goals/0/id")).isEqualTo(programme.at("/goals/0/id"));
        assertThat(read(programme).at("/goals/0/standing")).isEqualTo("PROPOSED");
        assertThat(read(programme).json().at("/goals/0/confirmations")).isEmpty();
    }

    @Test
    void a_change_elsewhere_leaves_the_words_on_a_goal_and_the_assessment_alone() {
        var programme = created();
        editor.with("If-Match", "*")
                .put(programme.header("Location") + "/assessment", ASSESSMENT)
                .expect(200);
        agreeBoth(goal(programme));
        agreeBoth(assessment(programme));
        var goals = read(programme).json().at("/goals");
        // as it was read, with what the service worked out
        Api unchecked = Api.unchecked().as("XA.01", "editor").with("If-Match", "*");

        patch(programme, "{\"note\": {\"en\": \"Extended once.\"}}");
        unchecked
                .patch(
                        String.valueOf(programme.header("Location")),
                        "{\"goals\": [{\"indicator\": \"exports\", \"kind\": \"TOTAL\", \"direction\": \"UP\"}, "
                                + goals.get(0) + "], \"milestones\": "
                                + programme.json().at("/milestones") + "}")
                .expect(200);
        editor.with("If-Match", "*")
                .put(programme.header("Location") + "/assessment", ASSESSMENT)
                .expect(200);

        var now = read(programme);
        assertThat(now.at("/goals/0/standing")).isEqualTo("PROPOSED");
        assertThat(now.json().at("/goals/1")).isEqualTo(goals.get(0));
        assertThat(now.at("/goals/1/standing")).isEqualTo("AGREED");
        assertThat(now.at("/assessment/standing")).isEqualTo("AGREED");
    }

    @Test
    void a_word_cannot_be_brought_along_in_a_draft() {
        var programme = created();
        String forged = "{\"goals\": [{\"id\": \"" + programme.at("/goals/0/id")
                + "\", \"indicator\": \"exports\", \"kind\": \"TOTAL\", \"direction\": \"UP\", \"standing\": \"AGREED\","
                + " \"confirmations\": [{\"party\": \"XB.010100\", \"decision\": \"AGREED\"}]}]}";

        Api.unchecked()
                .as("XA.01", "editor")
                .with("If-Match", "*")
                .patch(String.valueOf(programme.header("Location")), forged)
                .expect(200);

        assertThat(read(programme).at("/goals/0/standing")).isEqualTo("PROPOSED");
        assertThat(read(programme).json().at("/goals/0/confirmations")).isEmpty();
    }

    @Test
    void other_years_are_other_goals() {
        var programme = created();
        agreeBoth(goal(programme));

        patch(programme, "{\"period\": {\"from\": \"2016-01-01\", \"to\": \"2021-12-31\"}}");

        assertThat(read(programme).at("/goals/0/standing")).isEqualTo("PROPOSED");
    }

    @Test
    void an_assessment_is_agreed_like_a_goal_and_anew_when_anything_in_it_changes() {
        var programme = created();
        String address = String.valueOf(programme.header("Location"));
        approver.post(assessment(programme), AGREED).expect(404);
        editor.with("If-Match", "*").put(address + "/assessment", ASSESSMENT).expect(200);

        agreeBoth(assessment(programme));
        assertThat(read(programme).at("/assessment/standing")).isEqualTo("AGREED");
        editor.with("If-Match", "*")
                .put(address + "/assessment", ASSESSMENT.replace("well", "badly"))
                .expect(200);

        assertThat(read(programme).at("/assessment/standing")).isEqualTo("PROPOSED");
        assertThat(read(programme).json().at("/assessment/confirmations")).isEmpty();
    }

    @Test
    void the_word_of_the_only_party_is_enough() {
        String alone = ProgrammeMother.ownSide(ProgrammeMother.code())
                .replaceFirst(",\\s*\\{\"region\": \"XB.010100\"\\}", "");
        var programme = editor.post(ALL, alone).expect(201);

        var agreed = approver.post(goal(programme), AGREED).expect(200);

        assertThat(agreed.json().at("/parties")).hasSize(1);
        assertThat(agreed.at("/goals/0/standing")).isEqualTo("AGREED");
    }

    @Test
    void a_successor_speaks_for_the_unit_that_it_succeeded_and_is_named() {
        var programme = anonymous
                .as("VN.02", "reader", "editor")
                .post(ALL, ProgrammeMother.shared(ProgrammeMother.code()).replace("XA.01", "VN.02"))
                .expect(201);

        var said = anonymous
                .as("VN.08", "reader", "approver")
                .post(goal(programme), AGREED)
                .expect(200);

        assertThat(said.at("/goals/0/confirmations/0/party")).isEqualTo("VN.02");
        assertThat(said.at("/goals/0/confirmations/0/by/region")).isEqualTo("VN.08");
    }

    @Test
    void only_an_approver_of_exactly_a_party_speaks_for_it() {
        var programme = created();
        editor.with("If-Match", "*")
                .put(programme.header("Location") + "/assessment", ASSESSMENT)
                .expect(200);

        for (String path : new String[] {goal(programme), assessment(programme)}) {
            anonymous.post(path, AGREED).expect(401);
            editor.post(path, AGREED).expect(403);
            anonymous.as("XA.01", "reader").post(path, AGREED).expect(403);
            anonymous.bearing(Tokens.operator()).post(path, AGREED).expect(403);
            assertThat(anonymous
                            .as("XB.010000", "reader", "approver")
                            .post(path, AGREED)
                            .expect(403)
                            .at("/type"))
                    .isEqualTo("urn:provincelink:problem:needs-approver");
            anonymous.as("VN.15", "reader", "approver").post(path, AGREED).expect(404);
            anonymous.as("XA", "reader", "approver").post(path, AGREED).expect(404);
            approver.post(path, AGREED).expect(200);
        }
    }

    @Test
    void the_goals_of_a_draft_of_one_side_do_not_exist_for_the_other() {
        var draft = editor.post(ALL, ProgrammeMother.ownSide(ProgrammeMother.code()))
                .expect(201);

        otherApprover.post(goal(draft), AGREED).expect(404);
        otherApprover.post(goal(draft), "{\"decision\": \"DISPUTED\"}").expect(404);
        approver.post(goal(draft), AGREED).expect(200);
    }

    @Test
    void confirming_takes_back_no_consent_to_publish() {
        var programme = created();
        String publication = programme.header("Location") + "/publication";
        approver.post(publication, "{\"to\": \"PUBLIC\"}").expect(200);

        otherApprover.post(goal(programme), DISPUTED).expect(200);
        otherApprover.post(publication, "{\"to\": \"PUBLIC\"}").expect(200);

        assertThat(anonymous
                        .get(String.valueOf(programme.header("Location")))
                        .expect(200)
                        .at("/goals/0/standing"))
                .isEqualTo("DISPUTED");
    }

    @Test
    void a_word_is_given_once_per_key_and_only_to_what_was_read_where_if_match_says_so() {
        var programme = created();
        Api keyed = approver.with("Idempotency-Key", UUID.randomUUID().toString());

        var first = keyed.post(goal(programme), AGREED).expect(200);
        patch(programme, "{\"note\": {\"en\": \"moved on\"}}");
        assertThat(keyed.post(goal(programme), AGREED).expect(200).etag()).isEqualTo(first.etag());
        keyed.post(goal(programme), DISPUTED).expect(422);
        otherApprover
                .with("If-Match", first.etag())
                .post(goal(programme), AGREED)
                .expect(412);
        otherApprover
                .with("If-Match", read(programme).etag())
                .post(goal(programme), AGREED)
                .expect(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /decision",
                "{\"decision\": \"MAYBE\"} | /decision",
                "{\"decision\": null} | /decision",
                "{\"decision\": 1} | /decision",
                "{\"decision\": \"AGREED\", \"comment\": \"ok\"} | /comment",
                "{\"decision\": \"AGREED\", \"comment\": {}} | /comment",
                "{\"decision\": \"AGREED\", \"comment\": {\"en\": \" \"}} | /comment/en",
                "{\"decision\": \"AGREED\", \"person\": \"me\"} | /person",
            })
    void a_word_that_cannot_be_read_names_its_fault(String body, String pointer) {
        var refused = approver.post(goal(created()), body).expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void a_goal_that_is_not_there_is_404_and_one_id_stands_for_one_goal() {
        var programme = created();
        String address = String.valueOf(programme.header("Location"));

        approver.post(address + "/goals/" + UUID.randomUUID() + "/confirmations", AGREED)
                .expect(404);
        approver.post(address + "/goals/none/confirmations", AGREED).expect(404);
        String goal = "{\"id\": \"" + UUID.randomUUID()
                + "\", \"indicator\": \"exports\", \"kind\": \"TOTAL\", \"direction\": \"UP\"}";
        var twice = editor.with("If-Match", "*")
                .patch(address, "{\"goals\": [" + goal + "," + goal + "]}")
                .expect(400);

        assertThat(twice.at("/violations/0/pointer")).isEqualTo("/goals/1/id");
        assertThat(twice.at("/violations/0/code")).isEqualTo("same-id-twice");
    }
}
