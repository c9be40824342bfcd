package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ChangeLogTest {

    private static final String ALL = "/api/v1/agreements";
    private static final int WRITERS = 8;
    private static final int EACH = 5;

    private final Database database = new Database();
    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");

    private List<Map<String, Object>> changes(String id) {
        return database.rows("select * from change where record_id = ? order by version", UUID.fromString(id));
    }

    private long written() {
        return database.number("select count(*) from change");
    }

    private void assertContiguous() {
        var all = database.rows("select count(*) n, coalesce(min(seq), 1) low, coalesce(max(seq), 0) high, "
                        + "(select seq from change_head) head from change")
                .get(0);
        assertThat(all.get("low")).isEqualTo(1L);
        assertThat(all.get("high")).isEqualTo(all.get("n")).isEqualTo(all.get("head"));
    }

    @Test
    void each_write_leaves_one_row_with_what_a_reader_then_saw() throws Exception {
        var created =
                editor.post(ALL, AgreementMother.shared(AgreementMother.code())).expect(201);
        String id = created.at("/id");
        var changed = editor.with("If-Match", created.etag())
                .patch(ALL + "/" + id, "{\"note\": {\"zh\": \"续\"}}")
                .expect(200);

        var rows = changes(id);

        assertThat(rows).extracting(row -> row.get("op")).containsExactly("CREATED", "UPDATED");
        assertThat(rows).extracting(row -> row.get("type")).containsOnly("AGREEMENT");
        assertThat(rows).extracting(row -> row.get("version")).containsExactly(0L, 1L);
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(rows.get(0).get("snapshot").toString())).isEqualTo(created.json());
        assertThat(json.readTree(rows.get(1).get("snapshot").toString())).isEqualTo(changed.json());
        assertThat((Long) rows.get(1).get("seq"))
                .isGreaterThan((Long) rows.get(0).get("seq"));
    }

    /** The log is written on the way into the commit, so whoever waits for its lock has done everything else. */
    @Test
    @Timeout(30)
    void a_connection_lost_on_the_way_into_the_commit_is_told_as_unavailable_and_leaves_nothing() throws Exception {
        Api unchecked = Api.unchecked().as("XA.01", "reader", "editor");
        String code = AgreementMother.code();
        CompletableFuture<Api.Answer> write;

        try (Connection holder = database.connection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("select seq from change_head for update");
            write = CompletableFuture.supplyAsync(() -> unchecked.post(ALL, AgreementMother.shared(code)));
            while (database.rows("select pg_terminate_backend(pid) from pg_locks where not granted")
                            .isEmpty()
                    && !write.isDone()) {
                Thread.sleep(10);
            }
            write.get();
            holder.rollback();
        }

        assertThat(write.get().expect(503).at("/type")).endsWith("unavailable");
        assertContiguous();
        editor.get(ALL + "/" + code).expect(404);
        editor.post(ALL, AgreementMother.shared(code)).expect(201);
    }

    @Test
    void a_row_names_who_wrote_it() {
        String id = anonymous
                .as("XB.010000", "editor", "statistician")
                .post(ALL, AgreementMother.shared(AgreementMother.code()))
                .expect(201)
                .at("/id");

        var row = changes(id).get(0);

        assertThat(row.get("actor_region")).isEqualTo("XB.010000");
        assertThat(row.get("actor_body")).isEqualTo("Foreign affairs department of XB.010000");
        assertThat(row.get("actor_roles").toString()).contains("editor", "statistician");
        assertThat(row.get("parties_after")).hasToString("{XA.01,XB.010100}");
        assertThat(row.get("visibility_before")).isNull();
        assertThat(row.get("readers_before")).hasToString("{}");
    }

    @Test
    void publication_keeps_who_could_see_it_before_and_after() {
        String id = editor.post(ALL, AgreementMother.shared(AgreementMother.code()))
                .expect(201)
                .at("/id");
        String publication = ALL + "/" + id + "/publication";
        anonymous
                .as("XA.01", "reader", "approver")
                .post(publication, "{\"to\": \"PUBLIC\"}")
                .expect(200);
        anonymous
                .as("XB.010100", "reader", "approver")
                .post(publication, "{\"to\": \"PUBLIC\"}")
                .expect(200);

        var rows = changes(id);

        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).get("visibility_after")).isEqualTo("PARTIES");
        assertThat(rows.get(2).get("visibility_before")).isEqualTo("PARTIES");
        assertThat(rows.get(2).get("visibility_after")).isEqualTo("PUBLIC");
        assertThat(rows.get(2).get("readers_before").toString())
                .contains("XB.010100")
                .doesNotContain("*");
        assertThat(rows.get(2).get("readers_after")).hasToString("{*}");
    }

    @Test
    void what_changes_nothing_and_what_fails_leave_no_row_and_no_gap() {
        String code = AgreementMother.code();
        String etag = editor.post(ALL, AgreementMother.shared(code)).expect(201).etag();
        long before = written();

        editor.post(ALL, AgreementMother.shared(code)).expect(409);
        editor.post(ALL, AgreementMother.shared(AgreementMother.code()).replace("XB.010100", "XB.9"))
                .expect(400);
        editor.patch(ALL + "/" + code, "{}").expect(428);
        editor.with("If-Match", "\"9-0\"").patch(ALL + "/" + code, "{}").expect(412);
        editor.with("If-Match", etag)
                .patch(ALL + "/" + code, "{\"title\": null}")
                .expect(400);
        anonymous
                .as("VN.15", "editor")
                .post(ALL, AgreementMother.shared(AgreementMother.code()))
                .expect(403);
        anonymous
                .as("XA.01", "reader", "approver")
                .post(ALL + "/" + code + "/publication", "{\"to\": \"PARTIES\"}")
                .expect(200);

        assertThat(written()).isEqualTo(before);
        assertContiguous();
    }

    @Test
    void eight_writers_at_once_are_logged_without_gaps_in_the_order_of_their_commits() throws Exception {
        long before = written();
        AtomicBoolean done = new AtomicBoolean();
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            calls.add(() -> {
                for (int n = 0; n < EACH; n++) {
                    editor.post(ALL, AgreementMother.shared(AgreementMother.code()))
                            .expect(201);
                }
                return EACH;
            });
        }
        // whoever reads in between sees the beginning of the log, never one with a hole
        Thread follower = new Thread(() -> {
            while (!done.get()) {
                holes.addAll(database.rows(
                        "select count(*) n, max(seq) high from change having count(*) <> coalesce(max(seq), 0)"));
            }
        });
        follower.start();

        AtOnce.call(calls);
        done.set(true);
        follower.join();

        assertThat(holes).isEmpty();
        assertThat(written()).isEqualTo(before + WRITERS * EACH);
        assertContiguous();
    }

    private final List<Map<String, Object>> holes = Collections.synchronizedList(new ArrayList<>());

    @Test
    void of_two_that_take_the_same_code_at_once_one_is_refused() throws Exception {
        for (int round = 0; round < 5; round++) {
            String draft = AgreementMother.shared(AgreementMother.code());
            Callable<Integer> post = () -> editor.post(ALL, draft).status();

            assertThat(AtOnce.call(List.of(post, post))).containsExactlyInAnyOrder(201, 409);
        }
        assertContiguous();
    }

    @Test
    void of_two_changes_of_the_same_version_at_once_one_is_stale() throws Exception {
        for (int round = 0; round < 5; round++) {
            var created = editor.post(ALL, AgreementMother.shared(AgreementMother.code()))
                    .expect(201);
            String address = created.header("Location");
            Api matching = editor.with("If-Match", created.etag());
            Callable<Api.Answer> one = () -> matching.patch(address, "{\"note\": {\"en\": \"one\"}}");
            Callable<Api.Answer> two = () -> matching.patch(address, "{\"note\": {\"en\": \"two\"}}");

            var answers = AtOnce.call(List.of(one, two));

            assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(200, 412);
            var won = answers.get(0).status() == 200 ? answers.get(0) : answers.get(1);
            assertThat(editor.get(address).json()).isEqualTo(won.json());
            assertThat(changes(created.at("/id"))).hasSize(2);
        }
        assertContiguous();
    }
}
