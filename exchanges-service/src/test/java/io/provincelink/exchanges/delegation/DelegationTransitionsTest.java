package io.provincelink.exchanges.delegation;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.exchanges.Drafts;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.provincelink.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DelegationTransitionsTest {

    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "editor");
    private final Api otherApprover = anonymous.as("XB.010100", "approver");

    @Test
    void a_delegation_goes_its_way_and_says_who_took_each_step() {
        String path = propose();

        step(otherApprover, path, "ACCEPTED", 200);
        step(editor, path, "UNDER_WAY", 200);
        var completed = otherApprover
                .post(
                        path + "/transitions",
                        "{\"to\": \"COMPLETED\", \"report\": {\"en\": \"All went well.\"}, \"note\": {\"en\": \"On time\"}}")
                .expect(200);

        assertThat(completed.at("/status")).isEqualTo("COMPLETED");
        assertThat(completed.at("/report/en")).isEqualTo("All went well.");
        assertThat(completed.json().at("/transitions").findValuesAsText("party"))
                .containsExactly("XB.010100", "XA.01", "XB.010100");
        assertThat(anonymous.get(path).expect(200).etag()).isNotNull();
    }

    @Test
    void an_impossible_step_names_the_possible_ones() {
        String path = propose();

        var refused =
                editor.post(path + "/transitions", "{\"to\": \"COMPLETED\"}").expect(409);

        assertThat(refused.at("/detail")).contains("ACCEPTED", "DECLINED", "CANCELLED");
        editor.post(path + "/transitions", "{\"to\": \"GONE\"}").expect(400);
        editor.post(path + "/transitions", "{}").expect(400);
    }

    @Test
    void only_the_right_side_and_role_take_a_step() {
        String path = propose();

        step(anonymous, path, "ACCEPTED", 401);
        step(anonymous.bearing(Tokens.expired("XB.010100", "approver")), path, "ACCEPTED", 401);
        step(anonymous.bearing(Tokens.foreignSigned("XB.010100", "approver")), path, "ACCEPTED", 401);
        step(anonymous.bearing(Tokens.unsigned("XB.010100", "approver")), path, "ACCEPTED", 401);
        step(anonymous.as("XB.010100", "reader"), path, "ACCEPTED", 403);
        step(anonymous.as("XB.010100", "editor"), path, "ACCEPTED", 403);
        step(anonymous.as("XA.01", "approver"), path, "ACCEPTED", 403);
        step(otherApprover, path, "CANCELLED", 403);
        step(anonymous.as("VN.15", "approver"), path, "ACCEPTED", 404);
        step(otherApprover, DELEGATIONS + "/" + UUID.randomUUID(), "ACCEPTED", 404);
        step(otherApprover, path, "ACCEPTED", 200);
        // public now, so there is nothing to hide from a stranger, and nothing for it to do
        step(anonymous.as("VN.15", "approver", "editor"), path, "UNDER_WAY", 403);
    }

    @Test
    void if_match_is_compared_where_it_is_sent() {
        String path = propose();
        String read = otherApprover.get(path).etag();
        editor.with("If-Match", read).patch(path, "{\"size\": 99}").expect(200);

        step(otherApprover.with("If-Match", read), path, "ACCEPTED", 412);
        step(otherApprover.with("If-Match", otherApprover.get(path).etag()), path, "ACCEPTED", 200);
    }

    @Test
    void the_same_key_takes_a_step_once() {
        String path = propose();
        Api keyed = otherApprover.with("Idempotency-Key", UUID.randomUUID().toString());

        var first = keyed.post(path + "/transitions", "{\"to\": \"ACCEPTED\"}").expect(200);
        var again = keyed.post(path + "/transitions", "{\"to\": \"ACCEPTED\"}").expect(200);

        assertThat(again.json()).isEqualTo(first.json());
        step(otherApprover, path, "ACCEPTED", 409);
    }

    @Test
    void the_province_that_succeeded_answers_for_the_one_that_was_asked() {
        String id = anonymous
                .as("XB.010100", "editor")
                .post(DELEGATIONS, Drafts.delegation("XB.010100", "VN.02", "2019-02-03", 2))
                .expect(201)
                .at("/id");

        step(anonymous.as("VN.08", "approver"), DELEGATIONS + "/" + id, "ACCEPTED", 200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void two_answers_at_once_end_in_one_state_and_one_refusal(boolean conditional) throws Exception {
        for (int round = 0; round < 20; round++) {
            answerAtOnce(conditional);
        }
    }

    private void answerAtOnce(boolean conditional) throws Exception {
        String path = propose();
        Api answering = conditional
                ? otherApprover.with("If-Match", otherApprover.get(path).etag())
                : otherApprover;
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Integer> statuses = new ArrayList<>();
        try {
            List<Callable<Integer>> answers = List.of("ACCEPTED", "DECLINED").stream()
                    .<Callable<Integer>>map(to -> () -> {
                        together.await();
                        return answering
                                .post(path + "/transitions", "{\"to\": \"" + to + "\"}")
                                .status();
                    })
                    .toList();
            for (Future<Integer> answer : both.invokeAll(answers)) {
                statuses.add(answer.get());
            }
        } finally {
            both.shutdownNow();
        }

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).containsOnlyOnce(conditional ? 412 : 409);
        assertThat(editor.get(path).json().at("/transitions")).hasSize(1);
        assertThat(editor.get(path).at("/status")).isEqualTo(statuses.get(0) == 200 ? "ACCEPTED" : "DECLINED");
    }

    private String propose() {
        return DELEGATIONS + "/"
                + editor.post(DELEGATIONS, Drafts.delegation("XA.01", "XB.010100", "2016-05-06", 2))
                        .expect(201)
                        .at("/id");
    }

    private static void step(Api who, String path, String to, int expected) {
        who.post(path + "/transitions", "{\"to\": \"" + to + "\"}").expect(expected);
    }
}
