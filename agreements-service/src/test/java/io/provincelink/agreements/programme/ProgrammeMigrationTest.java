package io.provincelink.agreements.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.agreements.record.Database;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** Programmes that named agreements before one could ask for what rests on them are found by these agreements. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ProgrammeMigrationTest {

    private static final String BEFORE = "202611250802";
    private static final UUID AGREEMENT = UUID.fromString("0198c0de-0000-7000-8000-00000000abcd");
    private static final String RECORD = """
            'XA.01', '{XA.01}', '2018-01-01', '{}', 'PARTIES', '{}', '{}', '[]', '{}', now(), now()
            """;

    private final Database database = new Database();

    private FluentConfiguration schema() {
        var config = ConfigProvider.getConfig();
        return Flyway.configure()
                .dataSource(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class))
                .schemas("was_programme")
                .locations("classpath:db/record-kit", "classpath:db/migration");
    }

    private void programme(String code, String terms) {
        database.update("""
                insert into was_programme.programme (id, version, owner, parties, anchor, within, visibility, readers, consents,
                    external_ids, external_keys, recorded_at, updated_at, code, kind, title, period_from, period_to, fields,
                    goals, milestones, confirmations, terms)
                values (gen_random_uuid(), 1, %s, ?, 'BILATERAL', '{}', '2016-01-01', '2020-12-31', '{}', '[]', '[]',
                    '{"goals": {}}', ?::jsonb)
                """.formatted(RECORD), code, terms);
    }

    private String restsOn(String code) {
        return String.valueOf(
                database.rows("select rests_on::text as rests_on from was_programme.programme where code = ?", code)
                        .get(0)
                        .get("rests_on"));
    }

    @Test
    void each_agreement_keeps_its_place_and_what_is_none_is_nothing() {
        schema().target(BEFORE).load().migrate();
        database.update("""
                insert into was_programme.agreement (id, version, owner, parties, anchor, within, visibility, readers, consents,
                    external_ids, external_keys, recorded_at, updated_at, code, kind, level, title, fields, terms, life, rests_on)
                values (?, 1, %s, 'signed', 'PLAN', 'PROVINCIAL', '{}', '{}', '{}', '{}', '{}')
                """.formatted(RECORD), AGREEMENT);
        programme(
                "named",
                "{\"agreements\": [\"unknown\", \"signed\", \""
                        + AGREEMENT.toString().toUpperCase() + "\"]}");
        programme("silent", "{}");

        schema().load().migrate();

        assertThat(restsOn("named"))
                .isEqualTo("{00000000-0000-0000-0000-000000000000," + AGREEMENT + "," + AGREEMENT + "}");
        assertThat(restsOn("silent")).isEqualTo("{}");
    }
}
