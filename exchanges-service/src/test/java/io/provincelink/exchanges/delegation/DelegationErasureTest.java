package io.provincelink.exchanges.delegation;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static io.provincelink.exchanges.delegation.DelegationFlow.ANYBODY;
import static io.provincelink.exchanges.delegation.DelegationFlow.APPROVER;
import static io.provincelink.exchanges.delegation.DelegationFlow.EDITOR;
import static io.provincelink.exchanges.delegation.DelegationFlow.OTHER_APPROVER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.Databases;
import io.provincelink.exchanges.Drafts;
import io.provincelink.kit.time.Today;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who was erased cannot be read again, neither here nor in any copy of the records. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DelegationErasureTest {

    private final Api matching = APPROVER.with("If-Match", "*");

    @Inject
    MemberRetention retention;

    @Test
    void nothing_but_the_id_is_left_and_how_many_travelled_stays() {
        String path = DelegationFlow.completed();
        List<String> persons = DelegationFlow.persons(path);

        APPROVER.with("If-Match", EDITOR.get(path).etag())
                .delete(path + "/members/" + persons.get(0))
                .expect(204);

        var left = EDITOR.get(path).expect(200);
        assertThat(left.at("/members/0/person")).isEqualTo(persons.get(0));
        assertThat(left.at("/members/0/erased")).isEqualTo("true");
        assertThat(left.json().at("/members/0")).hasSize(2);
        assertThat(left.at("/members/1/name")).isEqualTo("Secret Person Two");
        assertThat(left.at("/memberCount") + left.at("/erasedMembers") + left.at("/size"))
                .isEqualTo("215");
        assertThat(EDITOR.get(path + "/history").expect(200).at("/items/0/changes/0/pointer"))
                .isEqualTo("/membersChanged");
    }

    @Test
    void the_key_is_gone_before_and_the_sealed_text_with_it() {
        String path = DelegationFlow.accepted();
        String person = DelegationFlow.persons(path).get(0);
        String key = Databases.RECORDS
                .texts(
                        "select key::text from delegation_member where delegation_id = ? and person = ?::uuid",
                        DelegationFlow.id(path),
                        person)
                .get(0);

        matching.delete(path + "/members/" + person).expect(204);

        assertThat(Databases.KEYS.whereIs(key)).isEmpty();
        assertThat(Databases.RECORDS.texts(
                        "select coalesce(sealed, key::text) from delegation_member where delegation_id = ? and person = ?::uuid",
                        DelegationFlow.id(path),
                        person))
                .containsOnlyNulls();
    }

    @Test
    void a_record_brought_back_from_a_copy_without_its_key_says_nothing() {
        String path = DelegationFlow.accepted();
        String copied = "select sealed || ' ' || key from delegation_member where delegation_id = ? and place = 0";
        String[] copy =
                Databases.RECORDS.texts(copied, DelegationFlow.id(path)).get(0).split(" ");
        matching.delete(path + "/members/" + DelegationFlow.persons(path).get(0))
                .expect(204);

        Databases.RECORDS.update(
                "update delegation_member set sealed = ?, key = ?::uuid where delegation_id = ? and place = 0",
                copy[0],
                copy[1],
                DelegationFlow.id(path));

        assertThat(EDITOR.get(path).expect(200).at("/members/0/erased")).isEqualTo("true");
    }

    @Test
    void only_an_approver_of_the_own_side_erases_and_reads_who_was_erased() {
        String path = DelegationFlow.accepted();
        String member = path + "/members/" + DelegationFlow.persons(path).get(0);

        ANYBODY.with("If-Match", "*").delete(member).expect(401);
        for (Api other :
                List.of(EDITOR, OTHER_APPROVER, ANYBODY.as("VN.15", "approver"), ANYBODY.bearing(Tokens.operator()))) {
            other.with("If-Match", "*").delete(member).expect(403);
            other.get(path + "/erasures").expect(403);
        }
        APPROVER.delete(member).expect(428);
        APPROVER.with("If-Match", "\"0-0\"").delete(member).expect(412);
        matching.delete(path + "/members/" + UUID.randomUUID()).expect(404);
        matching.delete(path + "/members/Secret").expect(404);
        assertThat(DelegationFlow.persons(path)).hasSize(2);
        ANYBODY.as("VN.15", "approver")
                .with("If-Match", "*")
                .delete(DelegationFlow.proposed() + "/members/" + UUID.randomUUID())
                .expect(404);
    }

    @Test
    void each_erasure_leaves_a_line_without_a_name() {
        String path = DelegationFlow.accepted();
        List<String> persons = DelegationFlow.persons(path);
        persons.forEach(person -> matching.delete(path + "/members/" + person).expect(204));
        String version = EDITOR.get(path).etag();
        matching.delete(path + "/members/" + persons.get(0)).expect(204);

        var erasures = APPROVER.get(path + "/erasures").expect(200);

        assertThat(erasures.json().at("/items").findValuesAsText("person"))
                .containsExactly(persons.get(1), persons.get(0));
        assertThat(erasures.at("/items/0/reason")).isEqualTo("REQUEST");
        assertThat(erasures.at("/items/0/by/region")).isEqualTo("XA.01");
        assertThat(erasures.at("/items/0/by/role")).isEqualTo("approver");
        assertThat(EDITOR.get(path).etag()).as("erased before").isEqualTo(version);
    }

    @Test
    void who_was_erased_is_not_named_anew_by_who_sends_back_what_was_read() {
        String path = DelegationFlow.proposed();
        String person = DelegationFlow.persons(path).get(0);
        matching.delete(path + "/members/" + person).expect(204);
        Api editing = EDITOR.with("If-Match", "*");
        ObjectNode read = (ObjectNode) EDITOR.get(path).json();
        String version = EDITOR.get(path).etag();

        editing.patch(path, "{\"members\": " + read.at("/members") + "}").expect(200);
        String same = EDITOR.get(path).etag();
        var anew = editing.patch(path, "{\"members\": [{\"person\": \"" + person + "\", \"name\": \"Secret Again\"}]}")
                .expect(400);
        editing.patch(path, "{\"members\": [{\"name\": \"Another\"}]}").expect(200);

        assertThat(same).isEqualTo(version);
        assertThat(anew.at("/violations/0/code")).isEqualTo("erased-person");
        assertThat(anew.response().asString()).doesNotContain("Secret");
        assertThat(EDITOR.get(path).json().at("/members").toString())
                .contains("Another", person, "\"erased\":true")
                .doesNotContain("Secret");
    }

    @Test
    void a_person_is_erased_from_all_delegations_of_the_own_side() {
        String person = UUID.randomUUID().toString();
        var draft = DelegationFlow.draft();
        ((ObjectNode) draft.at("/members/0")).put("person", person);
        String first = DelegationFlow.proposed(draft);
        String second = DelegationFlow.proposed(draft);
        var theirs = Drafts.delegation("XB.010100", "XA.01", "2026-01-01", 3);
        ((ObjectNode) theirs.at("/members/0")).put("person", person);
        String others = DELEGATIONS + "/"
                + DelegationFlow.OTHER_EDITOR
                        .post(DELEGATIONS, theirs)
                        .expect(201)
                        .at("/id");

        EDITOR.delete("/api/v1/persons/" + person).expect(403);
        ANYBODY.as("VN.15", "approver").delete("/api/v1/persons/" + person).expect(404);
        Api.unchecked().as("XA.01", "approver").delete("/api/v1/persons/nobody").expect(404);
        APPROVER.delete("/api/v1/persons/" + person).expect(204);

        for (String path : List.of(first, second)) {
            assertThat(EDITOR.get(path).at("/members/0/erased")).isEqualTo("true");
            assertThat(EDITOR.get(path).at("/members/1/name")).isEqualTo("Secret Person Two");
        }
        assertThat(DelegationFlow.OTHER_READER.get(others).at("/members/0/name"))
                .isEqualTo("Secret Person One");
    }

    @Test
    void members_whose_time_is_over_are_erased_once() {
        LocalDate today = LocalDate.now(Today.ZONE);
        String old = DelegationFlow.completed(
                DelegationFlow.draft(today.minusYears(5).minusDays(1)));
        String young = DelegationFlow.completed(
                DelegationFlow.draft(today.minusYears(5).plusDays(1)));

        int first = retention.eraseOld();
        int second = retention.eraseOld();

        assertThat(first).isPositive();
        assertThat(second).isZero();
        assertThat(EDITOR.get(old).at("/erasedMembers")).isEqualTo("2");
        assertThat(EDITOR.get(old).at("/size")).isEqualTo("5");
        assertThat(EDITOR.get(young).at("/erasedMembers")).isEqualTo("0");
        var line = APPROVER.get(old + "/erasures").expect(200);
        assertThat(line.json().at("/items").findValuesAsText("reason")).containsExactly("RETENTION", "RETENTION");
        assertThat(line.json().at("/items/0/by").isMissingNode()).isTrue();
        EDITOR.get(old + "/history").expect(200);
    }

    @Test
    void of_what_was_given_up_the_time_runs_from_then_however_far_ahead_its_days_lie() {
        String path = DelegationFlow.proposed(DelegationFlow.draft(LocalDate.of(9998, 5, 6)));
        DelegationFlow.step(EDITOR, path, "CANCELLED");
        retention.eraseOld();
        assertThat(EDITOR.get(path).at("/erasedMembers")).isEqualTo("0");

        Databases.RECORDS.update(
                "update delegation set given_up_on = given_up_on - 6 * 366 where id = ?::uuid",
                DelegationFlow.id(path).toString());
        retention.eraseOld();

        assertThat(EDITOR.get(path).at("/erasedMembers")).isEqualTo("2");
    }

    @Test
    void two_rounds_at_once_erase_each_person_once() throws Exception {
        LocalDate old = LocalDate.now(Today.ZONE).minusYears(6);
        List<String> paths = IntStream.range(0, 6)
                .mapToObj(i -> DelegationFlow.completed(DelegationFlow.draft(old)))
                .toList();
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService instances = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> round = () -> {
                together.await();
                return retention.eraseOld();
            };
            for (Future<Integer> done : instances.invokeAll(List.of(round, round))) {
                done.get();
            }
        } finally {
            instances.shutdownNow();
        }
        retention.eraseOld();

        for (String path : paths) {
            assertThat(APPROVER.get(path + "/erasures").expect(200).json().at("/items"))
                    .hasSize(2);
            assertThat(EDITOR.get(path).at("/erasedMembers")).isEqualTo("2");
        }
    }

    @Test
    void what_a_round_left_half_done_the_next_one_finishes() {
        String path = DelegationFlow.completed(
                DelegationFlow.draft(LocalDate.now(Today.ZONE).minusYears(6)));
        Databases.KEYS.update("delete from person_key");

        retention.round();

        assertThat(Databases.RECORDS.texts(
                        "select sealed from delegation_member where delegation_id = ?", DelegationFlow.id(path)))
                .containsOnlyNulls();
        assertThat(APPROVER.get(path + "/erasures").json().at("/items")).hasSize(2);
    }

    @Test
    void a_key_that_was_to_be_deleted_is_deleted_by_the_next_round() {
        String path = DelegationFlow.accepted();
        String key = Databases.RECORDS
                .texts("select key::text from delegation_member where delegation_id = ?", DelegationFlow.id(path))
                .get(0);
        Databases.RECORDS.update("insert into dropped_key values (?::uuid)", key);

        retention.round();

        assertThat(Databases.KEYS.whereIs(key)).isEmpty();
        assertThat(Databases.RECORDS.texts("select id from dropped_key")).isEmpty();
    }
}
