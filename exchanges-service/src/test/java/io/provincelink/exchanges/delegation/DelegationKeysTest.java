package io.provincelink.exchanges.delegation;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static io.provincelink.exchanges.delegation.DelegationFlow.ANYBODY;
import static io.provincelink.exchanges.delegation.DelegationFlow.APPROVER;
import static io.provincelink.exchanges.delegation.DelegationFlow.EDITOR;
import static io.provincelink.exchanges.delegation.DelegationFlow.OTHER_READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.Databases;
import io.provincelink.kit.time.Today;
import io.provincelink.testing.Api;
import io.provincelink.testing.Api.Answer;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys lie in another database: what happens when it cannot be asked, and when two ask at once. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DelegationKeysTest {

    @Inject
    MemberRetention retention;

    @Test
    void without_the_keys_there_are_no_members_and_all_else_goes_on() {
        String path = DelegationFlow.accepted();
        String person = DelegationFlow.persons(path).get(0);
        ObjectNode nobody = DelegationFlow.draft();
        nobody.remove("members");

        Databases.KEYS.update("alter table person_key rename to person_key_away");
        try {
            Api unchecked = Api.unchecked().as("XA.01", "reader", "editor", "approver");
            unchecked.get(path).expect(503);
            unchecked.post(DELEGATIONS, DelegationFlow.draft()).expect(503);
            unchecked.with("If-Match", "*").delete(path + "/members/" + person).expect(503);
            ANYBODY.get(path).expect(200);
            OTHER_READER.get(path).expect(200);
            EDITOR.get(DELEGATIONS + "?limit=1").expect(200);
            EDITOR.post(DELEGATIONS, nobody).expect(201);
            EDITOR.with("If-Match", "*")
                    .patch(path, "{\"note\": {\"en\": \"Later\"}}")
                    .expect(200);
            retention.round();
        } finally {
            Databases.KEYS.update("alter table person_key_away rename to person_key");
        }

        assertThat(EDITOR.get(path).at("/members/0/name")).isEqualTo("Secret Person One");
        assertThat(APPROVER.get(path + "/erasures").json().at("/items")).isEmpty();
    }

    @Test
    void no_other_writer_waits_for_keys_that_are_slow_to_go() throws Exception {
        ObjectNode draft = DelegationFlow.draft();
        String person = UUID.randomUUID().toString();
        ((ObjectNode) draft.at("/members/0")).put("person", person);
        List<String> paths = List.of(DelegationFlow.proposed(draft), DelegationFlow.proposed(draft));
        ObjectNode nobody = DelegationFlow.draft();
        nobody.remove("members");
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<Answer>> erasing = new ArrayList<>();
        try {
            Databases.KEYS.whileLocked("person_key", () -> {
                erasing.add(two.submit(() -> APPROVER.delete("/api/v1/persons/" + person)));
                while (Databases.KEYS
                        .texts("select pid from pg_stat_activity where query like 'delete from person_key%'"
                                + " and wait_event_type = 'Lock'")
                        .isEmpty()) {
                    Thread.sleep(20);
                }
                return two.submit(() -> EDITOR.post(DELEGATIONS, nobody).expect(201))
                        .get(10, TimeUnit.SECONDS);
            });
            erasing.get(0).get().expect(204);
        } finally {
            two.shutdownNow();
        }

        paths.forEach(path -> {
            assertThat(EDITOR.get(path).at("/erasedMembers")).isEqualTo("1");
            assertThat(EDITOR.get(path + "/history").json().at("/items").findValuesAsText("version"))
                    .containsExactly("2", "1");
        });
    }

    @Test
    void members_are_not_erased_before_the_return() {
        DelegationSettings settings = () -> () -> Period.ofDays(-1);

        assertThatThrownBy(() -> new MemberRetention(null, null, null, settings, null))
                .hasMessageContaining("retention");
    }

    @Test
    void the_same_request_twice_at_once_is_done_once() throws Exception {
        for (int round = 0; round < 15; round++) {
            Api keyed = EDITOR.with("Idempotency-Key", UUID.randomUUID().toString());

            List<Answer> answers = atOnce(() -> keyed.post(DELEGATIONS, DelegationFlow.draft()));

            answers.forEach(answer -> answer.expect(201));
            assertThat(answers.get(0).at("/id")).isEqualTo(answers.get(1).at("/id"));
        }
    }

    @Test
    void of_two_who_name_others_at_once_one_is_refused_and_leaves_no_key() throws Exception {
        for (int round = 0; round < 10; round++) {
            String path = DelegationFlow.proposed();
            Api editing = EDITOR.with("If-Match", EDITOR.get(path).etag());
            int before = Databases.KEYS.texts("select id from person_key").size();

            List<Answer> answers = atOnce(() -> editing.patch(
                    path, "{\"members\": [{\"name\": \"" + UUID.randomUUID() + "\"}, {\"name\": \"Second\"}]}"));

            assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 412);
            assertThat(EDITOR.get(path).json().at("/members").findValuesAsText("name"))
                    .hasSize(2)
                    .contains("Second");
            assertThat(Databases.KEYS.texts("select id from person_key")).hasSize(before);
        }
    }

    @Test
    void what_was_taken_back_is_emptied_when_its_time_is_over_and_nobody_hears_of_it() {
        LocalDate old = LocalDate.now(Today.ZONE).minusYears(6);
        String path = DelegationFlow.proposed(DelegationFlow.draft(old).put("visibility", "OWN_SIDE"));
        EDITOR.with("If-Match", "*").delete(path).expect(204);
        String cursor = endOfFeed();

        retention.round();

        assertThat(Databases.RECORDS.texts(
                        "select sealed from delegation_member where delegation_id = ?", DelegationFlow.id(path)))
                .hasSize(2)
                .containsOnlyNulls();
        EDITOR.get(path).expect(404);
        APPROVER.get(path + "/erasures").expect(404);
        for (Api reader : List.of(ANYBODY, EDITOR, OTHER_READER)) {
            assertThat(reader.get("/api/v1/changes?after=" + cursor)
                            .expect(200)
                            .response()
                            .asString())
                    .doesNotContain(DelegationFlow.id(path).toString());
        }
    }

    private static String endOfFeed() {
        Api.Answer page = EDITOR.get("/api/v1/changes?limit=200").expect(200);
        while (!page.json().at("/items").isEmpty()) {
            page = EDITOR.get("/api/v1/changes?limit=200&after=" + page.at("/nextCursor"))
                    .expect(200);
        }
        return page.at("/nextCursor");
    }

    @Test
    void the_province_that_succeeded_erases_and_releases_for_the_one_that_wrote_it() {
        var draft = DelegationFlow.draft(LocalDate.of(2024, 5, 6)).put("sending", "VN.02");
        String person = UUID.randomUUID().toString();
        ((ObjectNode) draft.at("/members/0")).put("person", person);
        String path = DELEGATIONS + "/"
                + ANYBODY.as("VN.08", "reader", "editor")
                        .post(DELEGATIONS, draft)
                        .expect(201)
                        .at("/id");
        Api approver = ANYBODY.as("VN.08", "reader", "approver");

        assertThat(approver.get(path).at("/memberCount")).isEqualTo("2");
        approver.delete("/api/v1/persons/" + person).expect(204);

        assertThat(approver.get(path).at("/erasedMembers")).isEqualTo("1");
        assertThat(approver.get(path + "/erasures").at("/items/0/by/region")).isEqualTo("VN.08");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "5",
                "\"members\"",
                "null",
                "true",
                "{\"members\": 5}",
                "{\"members\": {}}",
                "{\"members\": \"Secret\"}",
                "{\"members\": [[]]}",
                "{\"members\": [{}]}",
                "{\"size\": 99999999999999999999}",
                "{\"period\": {\"from\": \"-999999999-01-01\", \"to\": \"+999999999-12-31\"}}",
                "{\"head\": {\"en\": \"a\\u0000b\"}}",
                ""
            })
    void a_patch_that_makes_no_sense_is_refused(String patch) {
        String path = DelegationFlow.proposed();

        Api.unchecked()
                .as("XA.01", "editor")
                .with("If-Match", "*")
                .patch(path, patch)
                .expect(400);

        assertThat(DelegationFlow.persons(path)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson", "text/csv", "application/json"})
    void no_form_of_a_list_names_anybody(String form) {
        DelegationFlow.proposed();

        String list = Api.unchecked()
                .as("XA.01", "reader", "editor", "approver")
                .with("Accept", form)
                .get(DELEGATIONS + "?limit=200")
                .expect(200)
                .response()
                .asString();

        assertThat(list).contains("Head of the test").doesNotContain("Secret Person", "Driver");
    }

    private static List<Answer> atOnce(Callable<Answer> request) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Answer> answers = new ArrayList<>();
        try {
            Callable<Answer> one = () -> {
                together.await();
                return request.call();
            };
            for (Future<Answer> answer : both.invokeAll(List.of(one, one))) {
                answers.add(answer.get());
            }
        } finally {
            both.shutdownNow();
        }
        return answers;
    }
}
