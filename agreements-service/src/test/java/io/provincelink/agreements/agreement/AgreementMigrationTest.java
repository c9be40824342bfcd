package io.provincelink.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.record.Database;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** Agreements that were recorded before their life was kept in actions stand where they stood. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class AgreementMigrationTest {

    private static final String BEFORE = "202611221101";
    private static final String BEFORE_NOTES = "202611250802";
    private static final String LOGGED = """
        insert into noted.change (seq, at, type, record_id, version, op, actor_roles, parties_before, readers_before,
            visibility_after, parties_after, readers_after, within_before, within_after, audited, snapshot)
        select v.seq, now(), ?, gen_random_uuid(), 0, 'CREATED', '{}', '{}', '{}', 'PARTIES', '{}', '{}', '{}', '{}', false, v.snapshot
          from (values (?::bigint, ?::jsonb)) v (seq, snapshot)
        """;
    private static final String INSERT = """
        insert into was.agreement (id, version, owner, parties, anchor, within, visibility, readers, consents, external_ids,
            external_keys, recorded_at, updated_at, code, kind, level, title, signed_on, period_from, period_to, fields, terms)
        values (gen_random_uuid(), 1, 'XA.01', '{XA.01,XB.010100}', '2018-01-01', '{}', 'PARTIES', '{}', '{}', '[]', '{}',
            now(), now(), ?, 'PLAN', 'PROVINCIAL', '{}', ?::date, ?::date, ?::date, '{}', ?::jsonb)
        """;

    private final Database database = new Database();

    private FluentConfiguration schema(String name) {
        var config = ConfigProvider.getConfig();
        return Flyway.configure()
                .dataSource(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class))
                .schemas(name)
                .locations("classpath:db/record-kit", "classpath:db/migration");
    }

    private List<String> phases(String code) {
        return database.rows("""
            select status || ' ' || from_day || ' ' || until_day as phase
              from was.agreement_phase p join was.agreement a on a.id = p.agreement_id
             where a.code = ? order by from_day
            """, code).stream()
                .map(row -> String.valueOf(row.get("phase")))
                .toList();
    }

    private Map<String, Object> row(String code) {
        return database.rows(
                        "select life::text as life, ends_on::text as ends, rests_on::text as rests from was.agreement"
                                + " where code = ?",
                        code)
                .get(0);
    }

    @Test
    void an_agreement_stands_after_the_migration_where_it_stood_before() {
        schema("was").target(BEFORE).load().migrate();
        database.update(INSERT, "draft", null, null, null, "{\"restsOn\": [\"signed\", \"unknown\"]}");
        database.update(INSERT, "signed", "2018-03-01", null, null, "{}");
        database.update(INSERT, "whole", "2018-03-01", "2018-04-01", "2022-03-31", "{\"restsOn\": []}");
        database.update(INSERT, "late", "2018-05-01", "2018-04-01", "2022-03-31", "{}");
        database.update(INSERT, "unsigned", null, "2018-04-01", "2022-03-31", "{}");

        schema("was").load().migrate();

        assertThat(phases("draft")).containsExactly("DRAFT 0001-01-01 9999-12-31");
        assertThat(phases("signed")).containsExactly("DRAFT 0001-01-01 2018-02-28", "SIGNED 2018-03-01 9999-12-31");
        assertThat(phases("whole"))
                .containsExactly(
                        "DRAFT 0001-01-01 2018-02-28",
                        "SIGNED 2018-03-01 2018-03-31",
                        "IN_FORCE 2018-04-01 2022-03-31",
                        "EXPIRED 2022-04-01 9999-12-31");
        for (String code : List.of("late", "unsigned")) {
            assertThat(phases(code))
                    .as(code)
                    .containsExactly(
                            "DRAFT 0001-01-01 2018-03-31",
                            "IN_FORCE 2018-04-01 2022-03-31",
                            "EXPIRED 2022-04-01 9999-12-31");
        }
        assertThat(row("whole").get("life"))
                .isEqualTo("{\"period\": {\"to\": \"2022-03-31\", \"from\": \"2018-04-01\"}, \"actions\": [],"
                        + " \"signedOn\": \"2018-03-01\"}");
        assertThat(row("whole").get("ends")).isEqualTo("2022-03-31");
        assertThat(row("draft").get("life")).isEqualTo("{\"actions\": []}");
        assertThat(row("signed").get("rests")).isEqualTo("{}");
        UUID signed = (UUID) database.rows("select id from was.agreement where code = 'signed'")
                .get(0)
                .get("id");
        assertThat(row("draft").get("rests")).isEqualTo("{" + signed + ",00000000-0000-0000-0000-000000000000}");
    }

    @Test
    void notes_of_a_preparation_leave_the_snapshots_that_were_written_with_them() {
        schema("noted").target(BEFORE_NOTES).load().migrate();
        database.update(LOGGED, "AGREEMENT", 1, """
            {"code": "x", "actions": [{"type": "REQUEST_OPINION", "on": "2018-01-10", "note": {"en": "Whom we asked"}},
                                      {"type": "SIGN", "on": "2018-03-01"},
                                      {"type": "AMEND", "on": "2019-01-01", "note": {"en": "Annex 2"}}]}\
            """);
        database.update(LOGGED, "AGREEMENT", 2, "{\"code\": \"y\", \"actions\": []}");
        database.update(LOGGED, "PROGRAMME", 3, "{\"code\": \"z\"}");

        schema("noted").load().migrate();

        assertThat(database.rows("select snapshot::text as kept from noted.change order by seq"))
                .extracting(row -> row.get("kept"))
                .containsExactly(
                        "{\"code\": \"x\", \"actions\": [{\"on\": \"2018-01-10\", \"type\": \"REQUEST_OPINION\"},"
                                + " {\"on\": \"2018-03-01\", \"type\": \"SIGN\"}, {\"on\": \"2019-01-01\","
                                + " \"note\": {\"en\": \"Annex 2\"}, \"type\": \"AMEND\"}]}",
                        "{\"code\": \"y\", \"actions\": []}",
                        "{\"code\": \"z\"}");
    }
}
