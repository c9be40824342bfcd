package io.provincelink.exchanges.delegation;

import static io.provincelink.exchanges.delegation.DelegationFlow.ANYBODY;
import static io.provincelink.exchanges.delegation.DelegationFlow.APPROVER;
import static io.provincelink.exchanges.delegation.DelegationFlow.EDITOR;
import static io.provincelink.exchanges.delegation.DelegationFlow.OTHER_APPROVER;
import static io.provincelink.exchanges.delegation.DelegationFlow.OTHER_EDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.exchanges.Drafts;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What came of a delegation, and that both sides stand by it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DelegationReportTest {

    private static final String AGREED = "{\"decision\": \"AGREED\"}";

    @Test
    void it_is_not_completed_without_a_report() {
        String path = DelegationFlow.accepted();
        EDITOR.post(path + "/transitions", "{\"to\": \"UNDER_WAY\"}").expect(200);

        var refused =
                EDITOR.post(path + "/transitions", "{\"to\": \"COMPLETED\"}").expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("/report");
        assertThat(EDITOR.get(path).at("/status")).isEqualTo("UNDER_WAY");
        assertThat(EDITOR.post(path + "/transitions", "{\"to\": \"CANCELLED\", \"travelled\": 3}")
                        .expect(400)
                        .at("/violations/0/pointer"))
                .isEqualTo("/travelled");
    }

    @Test
    void how_many_travelled_counts_for_how_many_were_announced() {
        var draft = Drafts.delegation("XA.01", "CN.532600", "2013-05-06", 10);
        String path = DelegationFlow.proposed(draft);
        Api other = ANYBODY.as("CN.532600", "approver", "editor");
        String counted = "/api/v1/observations?indicator=delegates&parties=XA.01,CN.532600&period=2013";
        DelegationFlow.step(other, path, "ACCEPTED");
        DelegationFlow.step(other, path, "UNDER_WAY");

        var completed = other.post(
                        path + "/transitions",
                        "{\"to\": \"COMPLETED\", \"report\": {\"en\": \"Three fell ill\"}, \"travelled\": 7}")
                .expect(200);

        assertThat(completed.at("/size")).isEqualTo("10");
        assertThat(completed.at("/travelled")).isEqualTo("7");
        assertThat(EDITOR.get(counted).expect(200).at("/recorded/figure/value")).isEqualTo("7");
    }

    @Test
    void both_sides_confirm_what_came_of_it() {
        String path = DelegationFlow.completed();
        assertThat(EDITOR.get(path).at("/standing")).isEqualTo("PROPOSED");

        APPROVER.post(path + "/confirmations", AGREED).expect(200);
        var both = OTHER_APPROVER.post(path + "/confirmations", AGREED).expect(200);
        String version = EDITOR.get(path).etag();
        OTHER_APPROVER.post(path + "/confirmations", AGREED).expect(200);

        assertThat(both.at("/standing")).isEqualTo("AGREED");
        assertThat(both.json().at("/confirmations").findValuesAsText("party")).containsExactly("XA.01", "XB.010100");
        assertThat(EDITOR.get(path).etag()).as("said again").isEqualTo(version);
    }

    @Test
    void who_disputes_says_what_and_the_correction_starts_anew() {
        String path = DelegationFlow.completed();
        APPROVER.post(path + "/confirmations", AGREED).expect(200);

        OTHER_APPROVER
                .post(path + "/confirmations", "{\"decision\": \"DISPUTED\"}")
                .expect(400);
        var disputed = OTHER_APPROVER
                .post(path + "/confirmations", "{\"decision\": \"DISPUTED\", \"comment\": {\"en\": \"Only four\"}}")
                .expect(200);
        var corrected = OTHER_EDITOR
                .with("If-Match", disputed.etag())
                .put(path + "/report", "{\"report\": {\"en\": \"Four came\"}, \"travelled\": 4}")
                .expect(200);

        assertThat(disputed.at("/standing")).isEqualTo("DISPUTED");
        assertThat(corrected.at("/standing")).isEqualTo("PROPOSED");
        assertThat(corrected.json().at("/confirmations")).isEmpty();
        assertThat(corrected.at("/travelled")).isEqualTo("4");
        EDITOR.put(path + "/report", "{\"report\": {\"en\": \"Five\"}}").expect(428);
    }

    @Test
    void only_an_approver_of_exactly_a_party_confirms_and_only_what_is_completed() {
        String path = DelegationFlow.completed() + "/confirmations";

        ANYBODY.post(path, AGREED).expect(401);
        EDITOR.post(path, AGREED).expect(403);
        ANYBODY.bearing(Tokens.operator()).post(path, AGREED).expect(403);
        ANYBODY.as("XB.010000", "approver").post(path, AGREED).expect(403);
        ANYBODY.as("VN.15", "approver").post(path, AGREED).expect(403);
        APPROVER.post(DelegationFlow.accepted() + "/confirmations", AGREED).expect(409);
        ANYBODY.as("VN.15", "approver")
                .post(DelegationFlow.proposed() + "/confirmations", AGREED)
                .expect(404);
    }

    @Test
    void only_an_editor_of_a_side_corrects_a_report() {
        String path = DelegationFlow.completed() + "/report";
        String report = "{\"report\": {\"en\": \"Another\"}}";

        ANYBODY.with("If-Match", "*").put(path, report).expect(401);
        DelegationFlow.OTHER_READER.with("If-Match", "*").put(path, report).expect(403);
        ANYBODY.as("VN.15", "editor").with("If-Match", "*").put(path, report).expect(403);
        EDITOR.with("If-Match", "*")
                .put(DelegationFlow.accepted() + "/report", report)
                .expect(409);
        EDITOR.with("If-Match", "*").put(path, "{}").expect(400);
        EDITOR.with("If-Match", "*").put(path, report).expect(200);
    }
}
