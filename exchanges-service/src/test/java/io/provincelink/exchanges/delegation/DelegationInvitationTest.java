package io.provincelink.exchanges.delegation;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static io.provincelink.exchanges.delegation.DelegationFlow.APPROVER;
import static io.provincelink.exchanges.delegation.DelegationFlow.EDITOR;
import static io.provincelink.exchanges.delegation.DelegationFlow.OTHER_APPROVER;
import static io.provincelink.exchanges.delegation.DelegationFlow.OTHER_EDITOR;
import static io.provincelink.exchanges.delegation.DelegationFlow.OTHER_READER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.Drafts;
import io.provincelink.kit.time.Today;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The receiving side invites: the paper is its own, the people are those of the side that sends them. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DelegationInvitationTest {

    private static final String PEOPLE = "{\"members\": [{\"name\": \"Secret Person\", \"position\": \"Driver\"}]}";

    private static ObjectNode visit(String day) {
        ObjectNode draft = Drafts.delegation("XA.01", "XB.010100", day, 3);
        draft.remove("members");
        return draft;
    }

    /** XB.010100 invites XA.01. */
    private static String invited() {
        return String.valueOf(OTHER_EDITOR
                .post(DELEGATIONS, visit(today().minusDays(3).toString()))
                .expect(201)
                .header("Location"));
    }

    private static void move(Api who, String path, String to, int status) {
        who.post(path + "/transitions", "{\"to\": \"" + to + "\"}").expect(status);
    }

    @Test
    void who_is_invited_names_its_people_and_who_invited_reads_them_once_they_are_released() {
        String path = invited();
        move(APPROVER, path, "ACCEPTED", 200);

        EDITOR.with("If-Match", "*").patch(path, PEOPLE).expect(200);

        assertThat(EDITOR.get(path).at("/members/0/name")).isEqualTo("Secret Person");
        assertThat(OTHER_READER.get(path).response().asString()).doesNotContain("Secret Person");
        OTHER_APPROVER.post(path + "/release", released(30)).expect(403);
        APPROVER.post(path + "/release", released(30)).expect(200);
        assertThat(OTHER_READER.get(path).at("/members/0/name")).isEqualTo("Secret Person");
    }

    @Test
    void who_invited_names_nobody() {
        String path = invited();
        ObjectNode named = Drafts.delegation("XA.01", "XB.010100", "2016-05-06", 2);

        var refused = OTHER_EDITOR.post(DELEGATIONS, named).expect(400);
        var forbidden = OTHER_EDITOR.with("If-Match", "*").patch(path, PEOPLE).expect(403);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("/members");
        assertThat(refused.at("/violations/0/message")).contains("XA.01");
        assertThat(refused.response().asString()).doesNotContain("Secret Person");
        assertThat(forbidden.at("/detail")).contains("XA.01");
    }

    @Test
    void who_is_invited_changes_nothing_else_of_the_invitation() {
        String path = invited();

        EDITOR.with("If-Match", "*")
                .patch(path, "{\"members\": [{\"name\": \"Secret Person\"}], \"size\": 4}")
                .expect(403);
        EDITOR.with("If-Match", "*").patch(path, "{\"size\": 4}").expect(403);

        assertThat(EDITOR.get(path).at("/size")).isEqualTo("3");
    }

    @Test
    void an_answer_with_names_in_it_is_kept_by_no_cache() {
        String path = invited();
        EDITOR.with("If-Match", "*").patch(path, PEOPLE).expect(200);

        assertThat(EDITOR.get(path).header("Cache-Control")).contains("no-store");
        assertThat(OTHER_READER.get(path).header("Cache-Control")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"DECLINED", "CANCELLED"})
    void a_release_ends_when_nobody_travels_after_all(String off) {
        String path = invited();
        EDITOR.with("If-Match", "*").patch(path, PEOPLE).expect(200);
        APPROVER.post(path + "/release", released(30)).expect(200);

        move(off.equals("DECLINED") ? APPROVER : OTHER_EDITOR, path, off, 200);

        assertThat(OTHER_READER.get(path).response().asString()).doesNotContain("Secret Person");
        APPROVER.post(path + "/release", released(30)).expect(409);
    }

    @Test
    void nobody_travels_before_the_first_day() {
        String path = String.valueOf(OTHER_EDITOR
                .post(DELEGATIONS, visit(today().plusDays(40).toString()))
                .expect(201)
                .header("Location"));
        move(APPROVER, path, "ACCEPTED", 200);

        var early =
                EDITOR.post(path + "/transitions", "{\"to\": \"UNDER_WAY\"}").expect(409);

        assertThat(early.at("/detail")).contains("CANCELLED").doesNotContain("UNDER_WAY");
    }

    @Test
    void each_side_keeps_a_delegation_of_its_own_under_one_key() {
        String keyed = DELEGATIONS + "/by-external-id/edoc/" + UUID.randomUUID();
        var theirs = OTHER_EDITOR.put(keyed, visit("2016-05-06")).expect(201);

        var own = EDITOR.put(keyed, visit("2016-05-06")).expect(201);

        assertThat(own.at("/id")).isNotEqualTo(theirs.at("/id"));
        assertThat(EDITOR.get(keyed).at("/id")).isEqualTo(own.at("/id"));
        assertThat(OTHER_EDITOR.get(keyed).at("/id")).isEqualTo(theirs.at("/id"));
    }

    private static String released(int days) {
        return "{\"until\": \"" + today().plusDays(days) + "\"}";
    }

    private static LocalDate today() {
        return LocalDate.now(Today.ZONE);
    }
}
