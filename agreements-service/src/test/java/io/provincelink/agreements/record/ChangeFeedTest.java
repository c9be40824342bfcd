package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.agreements.agreement.AgreementMother;
import io.provincelink.agreements.observation.ObservationMother;
import io.provincelink.agreements.twinning.TwinningMother;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.time.Today;
import io.provincelink.record.change.Changes;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ChangeFeedTest {

    private static final String ALL = "/api/v1/agreements";
    private static final String FEED = "/api/v1/changes";
    private static final String TO_PARTIES = "{\"to\": \"PARTIES\"}";
    private static final String TO_PUBLIC = "{\"to\": \"PUBLIC\"}";
    private static final int WRITERS = 8;
    private static final int EACH = 3;

    @Inject
    Changes changes;

    @Inject
    EntityManager entities;

    @Inject
    Regions regions;

    @Inject
    Today today;

    private final Database database = new Database();
    private final Api anonymous = Api.checked();
    private final Api editor = anonymous.as("XA.01", "reader", "editor");
    private final Api approver = anonymous.as("XA.01", "reader", "approver");
    private final Api otherSide = anonymous.as("XB.010100", "reader", "editor");
    private final Api otherApprover = anonymous.as("XB.010100", "reader", "approver");
    private final Api stranger = anonymous.as("VN.15", "reader");

    private String ownSideDraft() {
        return editor.post(ALL, AgreementMother.ownSide(AgreementMother.code()))
                .expect(201)
                .at("/id");
    }

    private void note(String id, String text) {
        editor.with("If-Match", "*")
                .patch(ALL + "/" + id, "{\"note\": {\"en\": \"" + text + "\"}}")
                .expect(200);
    }

    private void publish(Api by, String id, String to) {
        by.post(ALL + "/" + id + "/publication", to).expect(200);
    }

    /** One writer: drafts, changes its own side's draft, shows it to the parties, changes it again. Five versions each. */
    private Callable<Integer> writer(Map<String, JsonNode> written) {
        return () -> {
            for (int i = 0; i < EACH; i++) {
                String id = ownSideDraft();
                note(id, "hidden");
                publish(approver, id, TO_PARTIES);
                note(id, "seen");
                note(id, "seen again");
                written.put(id, editor.get(ALL + "/" + id).expect(200).json());
            }
            return EACH;
        };
    }

    @Test
    @Timeout(120)
    void a_follower_beside_eight_writers_misses_nothing_and_is_told_nothing_twice() throws Exception {
        Follower ours = new Follower(editor, "&include=record&limit=7");
        Follower theirs = new Follower(otherSide, "&include=record&limit=3");
        Map<String, JsonNode> written = new ConcurrentHashMap<>();
        AtomicBoolean done = new AtomicBoolean();
        List<JsonNode> toldUs = new ArrayList<>();
        List<JsonNode> toldThem = new ArrayList<>();
        Thread follower = new Thread(() -> {
            boolean last;
            do {
                last = done.get();
                for (boolean more = true; more; ) {
                    List<JsonNode> us = ours.poll();
                    List<JsonNode> them = theirs.poll();
                    toldUs.addAll(us);
                    toldThem.addAll(them);
                    more = !us.isEmpty() || !them.isEmpty();
                }
            } while (!last);
        });
        follower.start();
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(writer(written));
        }

        AtOnce.call(writers);
        done.set(true);
        follower.join();

        assertThat(written).hasSize(WRITERS * EACH);
        for (var record : written.entrySet()) {
            assertThat(of(record.getKey(), toldUs))
                    .containsExactly("CREATED 1", "UPDATED 2", "UPDATED 3", "UPDATED 4", "UPDATED 5");
            assertThat(of(record.getKey(), toldThem)).containsExactly("CREATED 1", "UPDATED 2", "UPDATED 3");
        }
        assertThat(copy(toldUs)).containsAllEntriesOf(written);
        assertThat(copy(toldThem)).isEqualTo(new TreeMap<>(written));
    }

    private static List<String> of(String id, List<JsonNode> told) {
        return told.stream()
                .filter(item -> item.path("id").asText().equals(id))
                .map(item ->
                        item.path("op").asText() + " " + item.path("version").asLong())
                .toList();
    }

    /** What somebody holds who did what was told. */
    private static Map<String, JsonNode> copy(List<JsonNode> told) {
        Map<String, JsonNode> held = new TreeMap<>();
        told.forEach(item -> held.put(item.path("id").asText(), item.path("record")));
        return held;
    }

    @Test
    void each_reader_is_told_what_happened_within_its_sight() {
        Follower own = new Follower(editor, "");
        Follower other = new Follower(otherSide, "");
        Follower strange = new Follower(stranger, "");
        Follower everybody = new Follower(anonymous, "");

        String id = ownSideDraft();
        note(id, "one");
        publish(approver, id, TO_PARTIES);
        note(id, "two");
        publish(approver, id, TO_PUBLIC);
        publish(otherApprover, id, TO_PUBLIC);
        note(id, "three");

        assertThat(own.pollAll(id))
                .containsExactly(
                        "CREATED 1", "UPDATED 2", "UPDATED 3", "UPDATED 4", "UPDATED 5", "UPDATED 6", "UPDATED 7");
        assertThat(other.pollAll(id)).containsExactly("CREATED 1", "UPDATED 2", "UPDATED 3", "UPDATED 4", "UPDATED 5");
        assertThat(strange.pollAll(id)).containsExactly("CREATED 1", "UPDATED 2");
        assertThat(everybody.pollAll(id)).containsExactly("CREATED 1", "UPDATED 2");
    }

    @Test
    void who_loses_sight_of_a_record_is_told_that_it_is_gone_and_nothing_of_it() {
        Api district = anonymous.as("XA.011", "reader", "editor");
        Follower follower = new Follower(district, "&include=record");
        String draft = AgreementMother.ownSide(AgreementMother.code()).replaceFirst("XA.01\"", "XA.011\"");
        String id = district.post(ALL, draft).expect(201).at("/id");
        assertThat(follower.pollAll(id)).containsExactly("CREATED 1");
        editor.with("If-Match", "*")
                .patch(ALL + "/" + id, "{\"parties\": [{\"region\": \"XA.01\"}, {\"region\": \"XB.010100\"}]}")
                .expect(200);
        note(id, "not for the district");

        List<JsonNode> told = follower.poll();

        assertThat(told).hasSize(1);
        assertThat(told.get(0).path("op").asText()).isEqualTo("DELETED");
        assertThat(told.get(0).path("version").asLong()).isEqualTo(2);
        assertThat(told.get(0).has("record")).isFalse();
        assertThat(follower.poll()).isEmpty();
        district.get(ALL + "/" + id).expect(404);
        district.get(ALL + "/" + id + "/history").expect(404);
    }

    @Test
    void polling_does_not_show_that_something_hidden_happened() {
        Follower other = new Follower(otherSide, "");
        String before = other.cursor();

        note(ownSideDraft(), "hidden");

        assertThat(other.poll()).isEmpty();
        assertThat(other.cursor()).isEqualTo(before).hasSize(22);
    }

    @Test
    void a_record_is_told_as_that_version_was() {
        Follower follower = new Follower(editor, "&include=record");
        var created =
                editor.post(ALL, AgreementMother.shared(AgreementMother.code())).expect(201);
        note(created.at("/id"), "later");

        List<JsonNode> told = follower.poll();

        assertThat(told.get(0).path("record")).isEqualTo(created.json());
        assertThat(told.get(0).path("type").asText()).isEqualTo("AGREEMENT");
        assertThat(told.get(0).path("at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(told.get(1).at("/record/note/en").asText()).isEqualTo("later");
    }

    @Test
    void only_the_types_that_are_asked_for_are_told_observations_too() {
        Follower follower = new Follower(editor, "&types=OBSERVATION,TWINNING");
        Follower none = new Follower(editor, "&types=PROGRAMME");
        String before = none.cursor();

        ownSideDraft();
        editor.post("/api/v1/twinnings", TwinningMother.districts()).expect(201);
        anonymous
                .as("XA.01", "reader", "statistician")
                .post("/api/v1/observations?indicator=grants", ObservationMother.grants("in the feed"))
                .expect(201);

        assertThat(follower.poll())
                .extracting(item -> item.path("type").asText())
                .containsExactly("TWINNING", "OBSERVATION");
        assertThat(none.poll()).isEmpty();
        assertThat(none.cursor()).isEqualTo(before);
    }

    @Test
    void a_type_that_is_not_known_is_refused_and_the_known_ones_are_named() {
        var refused = editor.get(FEED + "?types=AGREEMENT,TREATY").expect(400);

        assertThat(refused.at("/violations/0/pointer")).isEqualTo("?types");
        assertThat(refused.at("/violations/0/message")).contains("AGREEMENT", "OBSERVATION", "PROGRAMME", "TWINNING");
        editor.get(FEED + "?include=everything").expect(400);
        editor.get(FEED + "?limit=0").expect(400);
        editor.get(FEED + "?limit=201").expect(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "%00", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%C4%91", "*.*", "1"})
    void what_is_no_cursor_is_refused(String garbage) {
        var refused = editor.get(FEED + "?after=" + garbage).expect(400);

        assertThat(refused.response().asString()).contains("?after");
    }

    @Test
    void a_cursor_of_another_epoch_or_a_damaged_one_is_gone() {
        String cursor = new Follower(editor, "").cursor();
        Object epoch = database.rows("select epoch from change_head").get(0).get("epoch");
        database.update("update change_head set epoch = gen_random_uuid()");

        var gone = editor.with("Accept-Language", "zh").get(FEED + "?after=" + cursor);

        database.update("update change_head set epoch = ?", epoch);
        assertThat(gone.expect(410).at("/type")).isEqualTo("urn:provincelink:problem:gone");
        assertThat(gone.at("/title")).contains("游标");
        String damaged = (cursor.startsWith("A") ? "B" : "A") + cursor.substring(1);
        editor.get(FEED + "?after=" + damaged).expect(410);
        editor.get(FEED + "?after=" + cursor).expect(200);
    }

    @Test
    void a_token_that_is_not_valid_is_refused() {
        anonymous.bearing("nonsense").get(FEED).expect(401);
    }

    @Test
    void the_cursor_of_a_snapshot_goes_on_where_the_snapshot_ends() {
        String seen = ownSideDraft();
        List<String> later = new ArrayList<>();

        String cursor = QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("set transaction isolation level repeatable read")
                    .executeUpdate();
            entities.createNativeQuery("select count(*) from agreement").getSingleResult();
            later.add(ownSideDraft());
            return changes.cursor(reader());
        });

        List<String> told = new ArrayList<>();
        editor.get(FEED + "?after=" + cursor)
                .expect(200)
                .json()
                .at("/items")
                .forEach(item -> told.add(item.path("id").asText()));
        assertThat(told).isEqualTo(later).doesNotContain(seen);
    }

    private Caller reader() {
        Region unit = regions.latest("XA.01", today.get()).orElseThrow();
        return new Caller("", "", unit, null, Set.of("reader"), regions, today.get());
    }

    /** Rolled back: nobody else sees these rows. */
    @Test
    void who_sees_few_of_many_changes_is_answered_out_of_the_index() throws Exception {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // a log of its own, until the end of this transaction
            statement.execute("delete from change");
            statement.execute("""
                    insert into change (seq, at, type, record_id, version, op, actor_roles, parties_before, readers_before,
                                        visibility_after, parties_after, readers_after, snapshot)
                    select 1000000 + n, now(), 'AGREEMENT', gen_random_uuid(), 0, 'CREATED', '{}', '{}', '{}', 'OWN_SIDE', '{}',
                           case when n % 10000 = 0 then '{XB.010100}'::varchar[] else '{ZZ.1,ZZ.2}'::varchar[] end, '{}'
                      from generate_series(1, 50000) n
                    """);
            // what autovacuum does before long
            statement.execute("select gin_clean_pending_list('change_readers')");
            statement.execute("analyze change");
            // which way is the cheaper one follows from what other tests have left; this one is to be there
            statement.execute("set local enable_indexscan = off");
            statement.execute("set local enable_seqscan = off");
            try (ResultSet lines = statement.executeQuery("""
                    explain select c.seq from change c
                     where c.seq > 900000 and (c.readers_before || c.readers_after) && '{*,XB.010100}'::varchar[]
                       and c.type = any ('{AGREEMENT,DONATION}'::varchar[])
                     order by c.seq limit 50
                    """)) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            connection.rollback();
        }

        assertThat(plan).contains("change_readers");
    }

    @Test
    void who_follows_a_region_is_told_when_a_record_comes_into_it_and_when_it_leaves() {
        Follower follower = new Follower(editor, "&region=XA.011");
        String inside = AgreementMother.ownSide(AgreementMother.code()).replaceFirst("XA.01\"", "XA.011\"");
        String id = editor.post(ALL, inside).expect(201).at("/id");
        String elsewhere = editor.post(ALL, AgreementMother.ownSide(AgreementMother.code()))
                .expect(201)
                .at("/id");
        assertThat(follower.pollAll(id)).containsExactly("CREATED 1");

        movedTo(id, "XA.01");
        assertThat(follower.pollAll(id)).containsExactly("DELETED 2");
        note(id, "nobody's business there");
        movedTo(id, "XA.011");

        assertThat(follower.pollAll(id)).containsExactly("CREATED 4");
        assertThat(follower.pollAll(elsewhere)).isEmpty();
    }

    private void movedTo(String id, String party) {
        editor.with("If-Match", "*")
                .patch(ALL + "/" + id, "{\"parties\": [{\"region\": \"" + party + "\"}, {\"region\": \"XB.010100\"}]}")
                .expect(200);
    }
}
