package io.provincelink.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.twinning.TwinningMother;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one side keeps to itself leaves no trace for the other, not even a count. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class HiddenRecordTest {

    private static final String NOTE = "{\"note\": {\"en\": \"changed\"}}";
    private static final String TO_PARTIES = "{\"to\": \"PARTIES\"}";
    private static final String TO_PUBLIC = "{\"to\": \"PUBLIC\"}";

    private final Database database = new Database();
    private final Api anonymous = Api.checked();
    private final Api own = anonymous.as("XA.01", "reader", "editor", "approver");
    private final Api other = anonymous.as("XB.010100", "reader", "editor", "approver");
    private final Api stranger = anonymous.as("VN.15", "reader", "editor", "approver");
    private final String externalId = UUID.randomUUID().toString();

    private Api.Answer created(SharedKind kind, String visibility) {
        return own.post(kind.path, kind.draft(visibility, externalId)).expect(201);
    }

    private static String address(Api.Answer created) {
        return String.valueOf(created.header("Location"));
    }

    private String filtered(SharedKind kind) {
        return kind.path + "?externalId=partner:" + externalId;
    }

    private void drafted(SharedKind kind) {
        own.post(kind.path, kind.draft("OWN_SIDE", another())).expect(201);
    }

    private static String another() {
        return UUID.randomUUID().toString();
    }

    private int found(Api reader, SharedKind kind) {
        return reader.get(filtered(kind)).expect(200).json().at("/items").size();
    }

    @ParameterizedTest
    @EnumSource
    void it_is_seen_first_by_its_side_then_by_the_parties_then_by_everybody(SharedKind kind) {
        String address = address(created(kind, "OWN_SIDE"));
        assertThat(List.of(found(own, kind), found(other, kind), found(stranger, kind), found(anonymous, kind)))
                .containsExactly(1, 0, 0, 0);

        own.post(address + "/publication", TO_PARTIES).expect(200);
        assertThat(List.of(found(own, kind), found(other, kind), found(stranger, kind), found(anonymous, kind)))
                .containsExactly(1, 1, 0, 0);
        other.get(address).expect(200);
        stranger.get(address).expect(404);
        anonymous.get(address).expect(404);

        own.post(address + "/publication", TO_PUBLIC).expect(200);
        assertThat(found(anonymous, kind)).isZero();
        other.post(address + "/publication", TO_PUBLIC).expect(200);
        assertThat(List.of(found(own, kind), found(other, kind), found(stranger, kind), found(anonymous, kind)))
                .containsExactly(1, 1, 1, 1);
    }

    @ParameterizedTest
    @EnumSource
    void pages_of_the_other_side_close_up_over_it(SharedKind kind) {
        String older = created(kind, "PARTIES").at("/id");
        drafted(kind);
        String newer = own.post(kind.path, kind.draft("PARTIES", another()))
                .expect(201)
                .at("/id");
        drafted(kind);

        var first = other.get(kind.path + "?parties=XA.01,XB.010100&limit=1").expect(200);
        var second = other.get(first.at("/next")).expect(200);

        assertThat(first.at("/items/0/id")).isEqualTo(newer);
        assertThat(second.at("/items/0/id")).isEqualTo(older);
    }

    @ParameterizedTest
    @EnumSource
    void its_id_is_taken_without_a_word_of_what_it_is(SharedKind kind) {
        UUID id = UUID.randomUUID();
        own.post(kind.path, SharedKind.withId(kind.draft("OWN_SIDE", externalId), id))
                .expect(201);
        String mine = SharedKind.withId(kind.draft("PARTIES", "other-" + externalId), id);

        var refused = other.post(kind.path, mine).expect(409);

        assertThat(refused.header("Location")).isNull();
        assertThat(refused.response().asString()).doesNotContain(externalId, id.toString());
    }

    @ParameterizedTest
    @EnumSource
    void its_key_in_a_partners_system_is_free_for_the_other_side(SharedKind kind) {
        created(kind, "OWN_SIDE");

        other.post(kind.path, kind.draft("PARTIES", externalId)).expect(201);

        assertThat(found(other, kind)).isEqualTo(1);
        assertThat(found(own, kind)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void who_guesses_its_etag_learns_nothing(SharedKind kind) {
        var draft = created(kind, "OWN_SIDE");

        other.with("If-None-Match", draft.etag()).get(address(draft)).expect(404);
        other.with("If-None-Match", "*").get(address(draft)).expect(404);
        own.with("If-None-Match", draft.etag()).get(address(draft)).expect(304);
        other.with("If-Match", draft.etag()).patch(address(draft), NOTE).expect(404);
    }

    @ParameterizedTest
    @EnumSource
    void whatever_is_tried_on_it_answers_as_for_a_record_that_never_was(SharedKind kind) {
        String hidden = address(created(kind, "OWN_SIDE"));
        String never = kind.path + "/" + UUID.randomUUID();

        for (Api caller : List.of(other, stranger)) {
            assertSameAnswer(caller.get(hidden), caller.get(never));
            assertSameAnswer(caller.patch(hidden, NOTE), caller.patch(never, NOTE));
            String wrong = "{\"note\": 1, \"id\": \"x\", \"nothing\": true}";
            Api any = caller.with("If-Match", "*");
            assertSameAnswer(any.patch(hidden, wrong), any.patch(never, wrong));
            Api keyed = caller.with("Idempotency-Key", UUID.randomUUID().toString());
            assertSameAnswer(
                    keyed.post(hidden + "/publication", TO_PUBLIC), keyed.post(never + "/publication", TO_PUBLIC));
            if (kind != SharedKind.DONATION) {
                assertSameAnswer(caller.get(hidden + "/reads"), caller.get(never + "/reads"));
            }
            if (kind == SharedKind.PROGRAMME) {
                assertSameAnswer(
                        caller.post(hidden + "/assessment/confirmations", "{\"decision\": \"AGREED\"}"),
                        caller.post(never + "/assessment/confirmations", "{\"decision\": \"AGREED\"}"));
                String assessment = "{\"format\": \"ONLINE\", \"summary\": {\"en\": \"ok\"}}";
                assertSameAnswer(
                        caller.put(hidden + "/assessment", assessment), caller.put(never + "/assessment", assessment));
            }
        }
    }

    private static void assertSameAnswer(Api.Answer one, Api.Answer same) {
        one.expect(404);
        for (String field : List.of("/type", "/title", "/status", "/detail", "/violations")) {
            assertThat(one.at(field)).isEqualTo(same.at(field));
        }
        assertThat(one.response().headers().asList().stream()
                        .map(Object::toString)
                        .filter(header -> !header.startsWith("content-length")))
                .containsExactlyInAnyOrderElementsOf(same.response().headers().asList().stream()
                        .map(Object::toString)
                        .filter(header -> !header.startsWith("content-length"))
                        .toList());
    }

    @Test
    void it_counts_for_its_own_side_alone() {
        String counted = "/api/v1/observations?indicator=twinned-districts&parties=XA.01,XB.010100&period=2016/2020";
        int ours = own.get(counted).json().at("/recorded/figure/value").asInt();
        int theirs = other.get(counted).json().at("/recorded/figure/value").asInt();
        int everybodys =
                anonymous.get(counted).json().at("/recorded/figure/value").asInt();

        own.post("/api/v1/twinnings", TwinningMother.districts().replace("\"PARTIES\"", "\"OWN_SIDE\""))
                .expect(201);

        assertThat(own.get(counted).json().at("/recorded/figure/value").asInt()).isEqualTo(ours + 1);
        assertThat(other.get(counted).json().at("/recorded/figure/value").asInt())
                .isEqualTo(theirs);
        assertThat(anonymous.get(counted).json().at("/recorded/figure/value").asInt())
                .isEqualTo(everybodys);
    }

    @ParameterizedTest
    @EnumSource
    void the_change_log_knows_who_could_see_each_version(SharedKind kind) {
        var draft = created(kind, "OWN_SIDE");
        own.with("If-Match", draft.etag()).patch(address(draft), NOTE).expect(200);
        own.post(address(draft) + "/publication", TO_PUBLIC).expect(200);
        other.post(address(draft) + "/publication", TO_PUBLIC).expect(200);
        own.with("If-Match", "*")
                .patch(address(draft), NOTE.replace("changed", "again"))
                .expect(200);

        var rows = database.rows(
                "select readers_before::text as before, readers_after::text as after from change where record_id = ? order by seq",
                UUID.fromString(draft.at("/id")));

        assertThat(rows)
                .extracting(row -> row.get("before") + " " + row.get("after"))
                .containsExactly(
                        "{} {XA.01,XA.01@2025-07-01}",
                        "{XA.01,XA.01@2025-07-01} {XA.01,XA.01@2025-07-01}",
                        "{XA.01,XA.01@2025-07-01} {XA.01,XA.01@2025-07-01,XB.010000,XB.010100}",
                        "{XA.01,XA.01@2025-07-01,XB.010000,XB.010100} {*}",
                        "{*} {*}");
    }
}
