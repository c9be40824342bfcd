package io.provincelink.agreements.programme;

import static io.provincelink.agreements.programme.ProgrammeMother.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.record.Database;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class RenewalTest {

    private static final String ALL = "/api/v1/programmes";
    private static final String NEXT = "{\"period\": {\"from\": \"2021-01-01\", \"to\": \"2025-12-31\"}}";

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api otherSide = anonymous.as("XB.010100", "reader", "editor");

    private String programme() {
        String code = ProgrammeMother.code();
        editor.post(ALL, ProgrammeMother.poverty(code)).expect(201);
        return code;
    }

    private static String renewals(String code) {
        return ALL + "/" + code + "/renewals";
    }

    @Test
    void a_goal_of_before_there_was_a_list_of_indicators_stays_and_is_carried_on() {
        String code = programme();
        new Database()
                .update(
                        "update programme set goals = jsonb_set(goals, '{2,indicator}', '\"tourist-arrivals\"') where code = ?",
                        code);
        Api any = editor.with("If-Match", "*");

        any.patch(ALL + "/" + code, "{\"note\": {\"en\": \"Changed\"}}").expect(200);
        var next = editor.post(renewals(code), NEXT).expect(201);

        assertThat(next.at("/goals/2/indicator")).isEqualTo("tourist-arrivals");
        var refused = any.patch(ALL + "/" + code, "{\"goals\": [{\"indicator\": \"hotels\", \"kind\": \"TOTAL\"}]}")
                .expect(400);
        assertThat(refused.json().at("/violations").findValuesAsText("code")).contains("unknown-indicator");
    }

    @Test
    void the_next_periods_draft_carries_what_was_agreed_as_proposals() {
        String code = programme();
        var before = editor.get(ALL + "/" + code);

        var draft = editor.post(renewals(code), NEXT).expect(201);

        assertThat(editor.get(draft.header("Location")).expect(200).json()).isEqualTo(draft.json());
        assertThat(draft.at("/code")).isEqualTo(code + "-2021-2025-xa-01");
        assertThat(draft.at("/visibility")).isEqualTo("OWN_SIDE");
        assertThat(draft.at("/predecessor")).isEqualTo(before.at("/id"));
        assertThat(draft.at("/kind")).isEqualTo("POVERTY_REDUCTION");
        assertThat(draft.at("/title/vi")).isEqualTo("Giảm nghèo 2021–2025");
        assertThat(draft.at("/title/en")).isEqualTo("Poverty reduction 2021–2025");
        assertThat(draft.at("/fields/0")).isEqualTo("POVERTY_REDUCTION");
        for (int i = 0; i < 3; i++) {
            String goal = "/goals/" + i;
            assertThat(draft.at(goal + "/target")).isEqualTo("null");
            assertThat(draft.at(goal + "/baseline")).isEqualTo("null");
            assertThat(draft.json().at(goal + "/proposedTarget"))
                    .isEqualTo(before.json().at(goal + "/target"));
            assertThat(draft.at(goal + "/id")).isNotEqualTo(before.at(goal + "/id"));
        }
        assertThat(draft.json().at("/milestones")).hasSize(1);
        assertThat(draft.at("/milestones/0/status")).isEqualTo("OPEN");
        assertThat(draft.at("/milestones/0/due")).isEqualTo("null");
        assertThat(draft.at("/milestones/0/carriedFrom/milestone")).isEqualTo(before.at("/milestones/1/id"));
        assertThat(draft.at("/milestones/0/carriedFrom/due")).isEqualTo("2019-06-30");
        assertThat(editor.get(ALL + "/" + code).etag()).isEqualTo(before.etag());
    }

    @Test
    void a_share_starts_from_the_last_figure_that_somebody_published() {
        String parties = "\"parties\": [{\"region\": \"XA.02\"}, {\"region\": \"XB.010101\"}]";
        Api writer = anonymous.as("XA.02", "reader", "editor");
        String code = ProgrammeMother.code();
        writer.post(
                        ALL,
                        ProgrammeMother.poverty(code)
                                .replace(
                                        "\"parties\": [{\"region\": \"XA.01\"}, {\"region\": \"XB.010100\"}]", parties))
                .expect(201);
        publish(writer, "2018-12-31", 21);
        String last = publish(writer, "2020-12-31", 27);
        publish(writer, "2021-12-31", 99);
        publish(writer, "2015-12-31", 11);

        var draft = writer.post(renewals(code), NEXT).expect(201);

        assertThat(draft.at("/goals/1/baseline/value")).isEqualTo("27");
        assertThat(draft.at("/goals/1/baselineFrom/observation")).isEqualTo(last);
        assertThat(draft.at("/goals/1/baselineFrom/source/publisher")).isEqualTo("Portal of A");
        assertThat(draft.at("/goals/1/baselineFrom/period/to")).isEqualTo("2020-12-31");
        assertThat(draft.at("/goals/0/baseline")).isEqualTo("null");
    }

    private static String publish(Api writer, String day, int percent) {
        return writer.post("/api/v1/observations?indicator=poor-districts-share", """
                        {"parties": ["XA.02", "XB.010101"], "period": {"from": "%1$s", "to": "%1$s"},
                         "figure": {"value": %2$d, "qualifier": "EXACT", "unit": "percent"},
                         "source": {"title": {"en": "Report"}, "publisher": "Portal of A"}}
                        """.formatted(day, percent))
                .expect(201)
                .at("/id");
    }

    @Test
    void the_same_side_renews_once_for_a_period_and_the_other_side_for_itself() {
        String code = programme();
        String first = editor.post(renewals(code), NEXT).expect(201).header("Location");

        var again = editor.post(renewals(code), with(NEXT, "\"code\": \"" + ProgrammeMother.code() + "\""));

        assertThat(again.expect(409).header("Location")).isEqualTo(first);
        String theirs = otherSide.post(renewals(code), NEXT).expect(201).header("Location");
        editor.get(theirs).expect(404);
        otherSide.get(first).expect(404);
        assertThat(editor.get(ALL + "/" + code + "/chain").json().at("/items")).hasSize(2);
        editor.post(renewals(code), NEXT.replace("2025", "2030")).expect(201);
    }

    @Test
    void the_same_key_gives_the_same_draft() {
        String code = programme();
        Api keyed = editor.with("Idempotency-Key", UUID.randomUUID().toString());

        var first = keyed.post(renewals(code), NEXT).expect(201);

        assertThat(keyed.post(renewals(code), NEXT).expect(201).json()).isEqualTo(first.json());
        keyed.post(renewals(code), NEXT.replace("2025", "2026")).expect(422);
    }

    @Test
    void of_many_renewals_in_one_moment_one_is_made() {
        String code = programme();

        List<CompletableFuture<Integer>> calls = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> editor.post(renewals(code), with(NEXT, "\"code\": \"" + code + "-try-" + i + "\""))
                                .status()))
                .toList();

        assertThat(calls.stream().map(CompletableFuture::join).sorted().toList())
                .containsExactly(201, 409, 409, 409, 409, 409);
    }

    @Test
    void after_a_merger_the_successor_is_the_party() {
        Api tuyenQuang = anonymous.as("VN.08", "reader", "editor");
        String code = ProgrammeMother.code();
        tuyenQuang
                .post(
                        ALL,
                        ProgrammeMother.shared(code)
                                .replace("XA.01", "VN.02")
                                .replace("XB.010100", "CN.532600")
                                .replace("2016-01-01", "2021-01-01")
                                .replace("2020-12-31", "2025-12-31"))
                .expect(201);

        var draft = tuyenQuang
                .post(renewals(code), "{\"period\": {\"from\": \"2026-01-01\", \"to\": \"2030-12-31\"}}")
                .expect(201);

        assertThat(draft.json().at("/parties").toString())
                .isEqualTo("[{\"region\":\"VN.08\"},{\"region\":\"CN.532600\"}]");
        assertThat(draft.at("/code")).endsWith("-2026-2030-vn-08");
    }

    @Test
    void where_nobody_said_who_succeeds_the_parties_must_be_named() {
        Api writer = anonymous.as("XA.01", "reader", "editor");
        String code = ProgrammeMother.code();
        writer.post(ALL, ProgrammeMother.shared(code).replace("XA.01", "XA.011"))
                .expect(201);
        String next = "{\"period\": {\"from\": \"2026-01-01\", \"to\": \"2030-12-31\"}}";

        var refused = writer.post(renewals(code), next).expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("/parties");
        assertThat(refused.at("/violations/0/code")).isEqualTo("successor-undecided");
        assertThat(refused.at("/violations/0/message")).contains("XA.011");
        String named = with(next, "\"parties\": [{\"region\": \"XA.01\"}, {\"region\": \"XB.010100\"}]");
        writer.post(renewals(code), named).expect(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"period\": null}",
                "{\"period\": {\"from\": \"2020-12-31\", \"to\": \"2025-12-31\"}}",
                "{\"period\": {\"from\": \"2010-01-01\", \"to\": \"2014-12-31\"}}",
                "{\"period\": {\"from\": \"2025-01-01\", \"to\": \"2021-12-31\"}}",
                "{\"period\": {\"from\": \"2021-01-01\", \"to\": \"2025-12-31\"}, \"parties\": []}",
                "{\"period\": {\"from\": \"2021-01-01\", \"to\": \"2025-12-31\"}, \"parties\": [{\"region\": \"XA.99\"}]}",
                "{\"period\": {\"from\": \"2021-01-01\", \"to\": \"2025-12-31\"}, \"code\": \"Not A Code\"}",
                "{\"period\": {\"from\": \"2021-01-01\", \"to\": \"2025-12-31\"}, \"title\": {}}",
                "{\"period\": 2021}",
                "[]",
            })
    void a_renewal_that_makes_no_sense_is_400(String wrong) {
        editor.post(renewals(programme()), wrong).expect(400);
    }

    @Test
    void only_an_editor_of_a_party_renews() {
        String code = programme();

        anonymous.post(renewals(code), NEXT).expect(401);
        anonymous.as("XA.01", "reader", "approver").post(renewals(code), NEXT).expect(403);
        anonymous.bearing(Tokens.operator()).post(renewals(code), NEXT).expect(403);
        anonymous.as("VN.15", "reader", "editor").post(renewals(code), NEXT).expect(404);
        anonymous.as("XA.01", "approver", "reader").post(ALL + "/" + code + "/publication", "{\"to\": \"PUBLIC\"}");
        anonymous.as("XB.010100", "approver", "reader").post(ALL + "/" + code + "/publication", "{\"to\": \"PUBLIC\"}");
        anonymous.as("VN.15", "reader", "editor").post(renewals(code), NEXT).expect(403);
        String theirs = ProgrammeMother.code();
        otherSide.post(ALL, ProgrammeMother.ownSide(theirs)).expect(201);
        editor.post(renewals(theirs), NEXT).expect(404);
        editor.post(renewals(code), with(NEXT, "\"parties\": [{\"region\": \"VN.15\"}]"))
                .expect(403);
    }

    @Test
    void a_proposal_becomes_a_target_when_the_goal_is_changed_by_its_id() {
        var draft = editor.post(renewals(programme()), NEXT).expect(201);
        String goal = draft.at("/goals/2/id");

        var agreed = editor.with("If-Match", draft.etag())
                .patch(draft.header("Location"), """
                        {"goals": [{"id": "%s", "indicator": "grants", "kind": "TOTAL", "direction": "UP",
                                    "target": {"value": 12, "qualifier": "OVER", "unit": "grant"}}]}
                        """.formatted(goal))
                .expect(200);

        assertThat(agreed.at("/goals/0/id")).isEqualTo(goal);
        assertThat(agreed.at("/goals/0/target/value")).isEqualTo("12");
        assertThat(agreed.at("/goals/0/proposedTarget")).isEqualTo("null");
    }
}
