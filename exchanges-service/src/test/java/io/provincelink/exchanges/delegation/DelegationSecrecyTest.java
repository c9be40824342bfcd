package io.provincelink.exchanges.delegation;

import static io.provincelink.exchanges.Drafts.DELEGATIONS;
import static io.provincelink.exchanges.delegation.DelegationFlow.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.provincelink.exchanges.Databases;
import io.provincelink.exchanges.delegation.member.OldMembers;
import io.provincelink.testing.Api;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No name of a member lies anywhere where it could outlive its key. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DelegationSecrecyTest {

    private final String name = "Secret " + UUID.randomUUID();

    @Inject
    OldMembers old;

    private ObjectNode draft() {
        ObjectNode draft = DelegationFlow.draft();
        draft.putArray("members").addObject().put("name", name).put("position", name + " position");
        return draft;
    }

    @Test
    void no_table_of_either_database_holds_it() {
        String path = DELEGATIONS + "/"
                + EDITOR.with("Idempotency-Key", name)
                        .post(DELEGATIONS, draft())
                        .expect(201)
                        .at("/id");
        EDITOR.with("If-Match", "*")
                .patch(path, "{\"members\": [{\"name\": \"" + name + " too\"}]}")
                .expect(200);

        assertThat(EDITOR.get(path).at("/members/0/name")).isEqualTo(name + " too");
        assertThat(Databases.RECORDS.whereIs(name + " ")).isEmpty();
        assertThat(Databases.KEYS.whereIs(name)).isEmpty();
        String bytes = HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
        assertThat(Databases.RECORDS.whereIs(bytes)).isEmpty();
    }

    @Test
    void a_repeated_request_is_known_by_a_digest_that_the_records_alone_cannot_test() {
        Api keyed = EDITOR.with("Idempotency-Key", UUID.randomUUID().toString());
        var first = keyed.post(DELEGATIONS, draft()).expect(201);

        var again = keyed.post(DELEGATIONS, draft()).expect(201);
        keyed.post(DELEGATIONS, DelegationFlow.draft()).expect(422);
        Databases.KEYS.update("delete from body_salt");
        keyed.post(DELEGATIONS, draft()).expect(422);

        assertThat(again.json()).isEqualTo(first.json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": {\"vi\": \"%s\"}}",
                "{\"name\": \"%s\", \"position\": [\"%s\"]}",
                "{\"name\": \"%s\", \"person\": \"%s\"}",
                "{\"name\": \"%s\\u0000\"}",
                "{\"name\": \"%s\", \"erased\": \"%s\"}",
                "{\"name\": \"%s\", \"erased\": true}",
                "{\"name\": \"%s\", \"passport\": \"%s\"}",
                "\"%s\"",
                "[\"%s\"]",
                "{\"position\": \"%s\"}",
                "{\"name\": \"  \", \"position\": \"%s\"}",
                "null",
            })
    void no_problem_repeats_it(String member) {
        Api unchecked = Api.unchecked().as("XA.01", "editor");
        String wrong = member.replace("%s", name);
        String body = draft().toString()
                .replaceFirst("\"members\":\\[.*?\\]", "\"members\":[" + wrong.replace("\\", "\\\\") + "]");
        String path = DelegationFlow.proposed();

        var refused = unchecked.post(DELEGATIONS, body).expect(400);
        var unpatched = unchecked
                .with("If-Match", "*")
                .patch(path, "{\"members\": [" + wrong + "]}")
                .expect(400);

        assertThat(refused.response().asString()).contains("/members/0").doesNotContain(name);
        assertThat(unpatched.response().asString()).contains("/members/0").doesNotContain(name);
    }

    @Test
    void a_person_stands_once_in_a_delegation() {
        String person = "{\"person\": \"" + UUID.randomUUID() + "\", \"name\": \"X\"}";
        ObjectNode draft = DelegationFlow.draft();
        String twice =
                draft.toString().replaceFirst("\"members\":\\[.*?\\]", "\"members\":[" + person + "," + person + "]");

        assertThat(EDITOR.post(DELEGATIONS, twice).expect(400).at("/violations/0/pointer"))
                .isEqualTo("/members/1/person");
    }

    @Test
    void members_of_before_are_sealed_and_their_words_emptied() {
        String path = DelegationFlow.proposed();
        Databases.RECORDS.update(
                "update delegation_member set person = null, key = null, sealed = null, name = ?, position = 'Pilot'"
                        + " where delegation_id = ?",
                name,
                DelegationFlow.id(path));
        String version = EDITOR.get(DELEGATIONS + "?limit=1").etag();

        old.seal();

        assertThat(EDITOR.get(path).json().at("/members").findValuesAsText("name"))
                .containsExactly(name, name);
        assertThat(EDITOR.get(path).at("/members/1/position")).isEqualTo("Pilot");
        assertThat(Databases.RECORDS.whereIs(name)).isEmpty();
        assertThat(version).isEqualTo(EDITOR.get(DELEGATIONS + "?limit=1").etag());
    }

    @Test
    void who_is_replaced_loses_the_key_and_who_stays_keeps_it() {
        String path = DelegationFlow.proposed();
        List<String> before = keys(path);

        EDITOR.with("If-Match", "*")
                .patch(path, "{\"members\": [{\"name\": \"New\"}, {\"name\": \"Secret Person Two\"}]}")
                .expect(200);

        List<String> after = keys(path);
        assertThat(after).hasSize(2).contains(before.get(1)).doesNotContain(before.get(0));
        assertThat(Databases.KEYS.whereIs(before.get(0))).isEmpty();
        assertThat(EDITOR.get(path).json().at("/members").findValuesAsText("name"))
                .containsExactly("New", "Secret Person Two");
    }

    @Test
    void what_was_refused_leaves_no_key() {
        String id = EDITOR.post(DELEGATIONS, DelegationFlow.draft()).expect(201).at("/id");
        int keys = Databases.KEYS.texts("select id from person_key").size();

        EDITOR.post(DELEGATIONS, draft().put("id", id)).expect(409);

        assertThat(Databases.KEYS.texts("select id from person_key")).hasSize(keys);
    }

    @Test
    void no_log_names_them() {
        List<String> logged = new ArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(record.getMessage() + " " + java.util.Arrays.toString(record.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(listening);
        try {
            String path = DelegationFlow.proposed(draft());
            EDITOR.get(path).expect(200);
            Databases.RECORDS.update(
                    "update delegation_member set person = gen_random_uuid() where delegation_id = ?",
                    DelegationFlow.id(path));
            Api.unchecked().as("XA.01", "reader").get(path).expect(500);
        } finally {
            Logger.getLogger("").removeHandler(listening);
        }

        assertThat(logged).isNotEmpty().noneMatch(line -> line.contains(name));
    }

    private static List<String> keys(String path) {
        return Databases.RECORDS.texts(
                "select key::text from delegation_member where delegation_id = ? order by place",
                DelegationFlow.id(path));
    }
}
