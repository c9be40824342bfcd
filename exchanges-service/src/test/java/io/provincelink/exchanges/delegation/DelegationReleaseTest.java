package io.provincelink.exchanges.delegation;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static io.provincelink.exchanges.delegation.DelegationFlow.ANYBODY;
import static io.provincelink.exchanges.delegation.DelegationFlow.APPROVER;
import static io.provincelink.exchanges.delegation.DelegationFlow.EDITOR;
import static io.provincelink.exchanges.delegation.DelegationFlow.OTHER_APPROVER;
import static io.provincelink.exchanges.delegation.DelegationFlow.OTHER_EDITOR;
import static io.provincelink.exchanges.delegation.DelegationFlow.OTHER_READER;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.exchanges.MovableClock;
import io.provincelink.kit.time.Today;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who travels is the own side's, until it lets the other one read it for a time. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DelegationReleaseTest {

    private static final List<Api> OTHERS = List.of(
            ANYBODY,
            ANYBODY.as("XA.01"),
            ANYBODY.as("XA.01", "admin"),
            ANYBODY.as("VN.15", "reader", "editor", "approver"),
            ANYBODY.bearing(Tokens.operator()));
    private static final List<Api> OTHER_SIDE = List.of(OTHER_READER, OTHER_EDITOR, OTHER_APPROVER);

    private final LocalDate until = LocalDate.now(Today.ZONE).plusDays(3);

    @Inject
    MovableClock clock;

    @AfterEach
    void comeBack() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Secret Person", "Driver", "\"members", "\"memberCount", "\"erasedMembers"})
    void before_the_release_no_private_field_is_shown_to_anybody_else(String field) {
        String path = DelegationFlow.accepted();

        for (Api other : OTHERS) {
            assertThat(text(other, path)).doesNotContain(field);
        }
        for (Api other : OTHER_SIDE) {
            assertThat(text(other, path)).doesNotContain(field);
        }
        assertThat(text(EDITOR, path)).contains(field);
    }

    @Test
    void as_long_as_it_is_released_the_other_side_reads_them_and_nobody_else() {
        String path = DelegationFlow.accepted();

        DelegationFlow.release(path, until);

        for (Api other : OTHER_SIDE) {
            assertThat(text(other, path)).contains("Secret Person One", "Driver", until.toString());
        }
        for (Api other : OTHERS) {
            assertThat(text(other, path)).doesNotContain("Secret Person", "Driver", "membersReleasedUntil");
        }
        assertThat(EDITOR.get(path).at("/memberCount")).isEqualTo("2");
        for (String elsewhere :
                List.of(DELEGATIONS + "?limit=200", path + "/history", "/api/v1/changes?include=record")) {
            assertThat(text(OTHER_READER, elsewhere)).doesNotContain("Secret Person");
        }
    }

    @Test
    void after_its_last_day_the_other_side_reads_them_no_more_and_has_no_copy_that_is_still_valid() {
        String path = DelegationFlow.accepted();
        DelegationFlow.release(path, until);
        String read = OTHER_READER.get(path).expect(200).etag();
        OTHER_READER.with("If-None-Match", read).get(path).expect(304);

        clock.goOn(Duration.ofDays(4));

        for (Api other : OTHER_SIDE) {
            assertThat(text(other.with("If-None-Match", read), path)).doesNotContain("Secret Person");
        }
        assertThat(text(EDITOR, path)).contains("Secret Person One");
    }

    @Test
    void a_copy_from_under_a_partners_key_ends_with_that_day_too() {
        String key = DELEGATIONS + "/by-external-id/release/" + UUID.randomUUID();
        String path = String.valueOf(
                EDITOR.put(key, DelegationFlow.draft()).expect(201).header("Location"));
        DelegationFlow.release(path, until);
        clock.goOn(Duration.ofDays(3));
        String read = OTHER_READER.get(key).expect(200).etag();
        String first = OTHER_READER.get(path).expect(200).etag();
        assertThat(text(OTHER_READER, key)).contains("Secret Person One");

        clock.goOn(Duration.ofDays(1));

        assertThat(text(OTHER_READER.with("If-None-Match", read), key)).doesNotContain("Secret Person");
        assertThat(text(OTHER_READER.with("If-None-Match", first), path)).doesNotContain("Secret Person");
    }

    @Test
    void it_is_taken_back() {
        String path = DelegationFlow.accepted();
        DelegationFlow.release(path, until);

        APPROVER.delete(path + "/release").expect(428);
        APPROVER.with("If-Match", "*").delete(path + "/release").expect(204);

        assertThat(text(OTHER_READER, path)).doesNotContain("Secret Person");
        APPROVER.with("If-Match", "*").delete(path + "/release").expect(204);
    }

    @Test
    void only_an_approver_of_the_own_side_releases_and_takes_back() {
        String path = DelegationFlow.accepted();
        String body = "{\"until\": \"" + until + "\"}";

        ANYBODY.post(path + "/release", body).expect(401);
        for (Api other : List.of(
                EDITOR,
                OTHER_EDITOR,
                OTHER_APPROVER,
                ANYBODY.as("VN.15", "approver"),
                ANYBODY.bearing(Tokens.operator()))) {
            other.post(path + "/release", body).expect(403);
            other.with("If-Match", "*").delete(path + "/release").expect(403);
        }
        String hidden = DelegationFlow.proposed();
        ANYBODY.as("VN.15", "approver").post(hidden + "/release", body).expect(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2016-01-01\"",
                "\"0001-01-01\"",
                "\"9999-12-31\"",
                "null",
                "5",
                "\"tomorrow\"",
                "\"-999999999-01-01\""
            })
    void a_day_that_makes_no_sense_is_refused(String day) {
        String path = DelegationFlow.accepted();

        assertThat(Api.unchecked()
                        .as("XA.01", "approver")
                        .post(path + "/release", "{\"until\": " + day + "}")
                        .expect(400)
                        .at("/violations/0/pointer"))
                .isEqualTo("/until");
    }

    @Test
    void each_reading_by_the_other_side_is_noted_for_both() {
        String path = DelegationFlow.accepted();
        OTHER_READER.get(path).expect(200);
        DelegationFlow.release(path, until);
        EDITOR.get(path).expect(200);
        ANYBODY.get(path).expect(200);
        assertThat(reads(APPROVER, path)).isEmpty();

        String read = OTHER_READER.get(path).expect(200).etag();
        OTHER_READER.with("If-None-Match", read).get(path).expect(304);

        assertThat(reads(APPROVER, path)).containsExactly("MEMBERS").isEqualTo(reads(OTHER_APPROVER, path));
    }

    @Test
    void who_agreed_to_publish_it_did_not_agree_to_less_by_a_release() {
        String path = DelegationFlow.proposed(DelegationFlow.draft().put("visibility", "PARTIES"));
        OTHER_APPROVER.post(path + "/publication", "{\"to\": \"PUBLIC\"}").expect(200);

        DelegationFlow.release(path, until);

        assertThat(EDITOR.get(path).json().at("/publishedBy")).hasSize(1);
    }

    private static List<String> reads(Api reader, String path) {
        return reader.get(path + "/reads").expect(200).json().at("/items").findValuesAsText("how");
    }

    private static String text(Api reader, String path) {
        return reader.get(path).expect(200).response().asString();
    }
}
