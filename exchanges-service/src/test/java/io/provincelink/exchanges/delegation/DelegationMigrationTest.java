package io.provincelink.exchanges.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.exchanges.Databases;
import io.provincelink.kit.words.FoldedText;
import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** Delegations of before have the names of their heads as a search sees them. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DelegationMigrationTest {

    private static final String HEAD = " Nguyễn  Thị THUỶ Đào, đoàn trưởng";

    private static FluentConfiguration schema() {
        var config = ConfigProvider.getConfig();
        return Flyway.configure()
                .dataSource(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class))
                .schemas("was_delegation")
                .locations("classpath:db/record-kit", "classpath:db/migration");
    }

    @Test
    void a_head_is_found_as_if_it_was_written_today() {
        schema().target("202611250801").load().migrate();
        for (String terms :
                new String[] {"{\"head\": {\"vi\": \"" + HEAD + "\", \"en\": null}}", "{\"head\": null}", "{}"}) {
            Databases.RECORDS.update("""
                    insert into was_delegation.delegation (id, version, owner, parties, anchor, within, visibility, readers,
                        consents, external_ids, external_keys, recorded_at, updated_at, sending, receiving, level, status, fields,
                        period_from, period_to, size, terms, transitions)
                    values (gen_random_uuid(), 1, 'XA.01', '{XA.01}', '2018-01-01', '{}', 'PARTIES', '{}', '{}', '[]', '{}', now(),
                        now(), 'XA.01', 'XB.010100', 'HIGH', 'PROPOSED', '{}', '2018-01-01', '2018-01-02', 3, ?::jsonb, '[]')
                    """, terms);
        }

        schema().load().migrate();

        assertThat(Databases.RECORDS.texts("select unnest(heads) from was_delegation.delegation"))
                .containsExactly(FoldedText.of(HEAD));
    }
}
