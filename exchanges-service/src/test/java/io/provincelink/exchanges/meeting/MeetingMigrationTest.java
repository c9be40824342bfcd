package io.provincelink.exchanges.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.testing.RealPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** Meetings that were recorded when outcomes were a part of them keep what they said. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class MeetingMigrationTest {

    private static final String BEFORE = "202611221203";

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(setting("jdbc.url"), setting("username"), setting("password"));
    }

    private static FluentConfiguration schema() {
        return Flyway.configure()
                .dataSource(setting("jdbc.url"), setting("username"), setting("password"))
                .schemas("was_meeting")
                .locations("classpath:db/record-kit", "classpath:db/migration");
    }

    private static void update(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    @Test
    void each_outcome_keeps_its_place_and_counts_for_its_owner() throws SQLException {
        schema().target(BEFORE).load().migrate();
        update("""
                insert into was_meeting.meeting (id, version, owner, parties, anchor, within, visibility, readers, consents,
                    external_ids, external_keys, recorded_at, updated_at, kind, status, fields, terms)
                values (gen_random_uuid(), 7, 'XA.01', '{XA.01,XB.010100}', '2018-01-01', '{XA,XA.01,XB,XB.010000,XB.010100}',
                    'PARTIES', '{}', '{}', '[]', '{}', now(), now(), 'TALKS', 'HELD', '{}',
                    '{"title": {"en": "Talks"}, "format": "ONLINE", "outcomes": [
                        {"what": {"en": "First"}, "owner": "XB.010100", "due": "2019-12-31", "status": "OPEN"},
                        {"what": {"en": "Second"}, "status": "CARRIED_OVER"},
                        {"what": {"en": "Third"}, "owner": "XA.011", "status": "DONE"}]}'),
                    (gen_random_uuid(), 1, 'XA.01', '{XA.01}', '2018-01-01', '{XA,XA.01}', 'PARTIES', '{}', '{}', '[]', '{}',
                    now(), now(), 'TALKS', 'HELD', '{}', '{"outcomes": []}')
                """);

        schema().load().migrate();

        assertThat(rows("""
                        select concat_ws(' ', place, what ->> 'en', owner, due, status, within::text)
                          from was_meeting.meeting_outcome order by place
                        """))
                .containsExactly(
                        "0 First XB.010100 2019-12-31 OPEN {XB,XB.010000,XB.010100}",
                        "1 Second CARRIED_OVER {XA,XA.01,XB,XB.010000,XB.010100}",
                        "2 Third XA.011 DONE {XA,XA.01,XA.011}");
        assertThat(
                        rows(
                                "select version || ' ' || format || ' ' || terms::text from was_meeting.meeting where version = 7"))
                .containsExactly("7 ONLINE {\"title\": {\"en\": \"Talks\"}}");
        assertThat(rows("select terms::text from was_meeting.meeting where version = 1"))
                .containsExactly("{}");
    }

    @Test
    void the_day_on_which_it_ends_is_known_of_each_that_names_one() throws SQLException {
        schema().schemas("was_lasting_meeting").target("202611282230").load().migrate();
        update("""
                insert into was_lasting_meeting.meeting (id, version, owner, parties, anchor, within, visibility, readers, consents,
                    external_ids, external_keys, recorded_at, updated_at, kind, status, fields, sessions, confirmations, start_on,
                    terms)
                select gen_random_uuid(), place, 'XA.01', '{XA.01}', '2018-01-01', '{XA,XA.01}', 'PARTIES', '{}', '{}', '[]',
                    '{}', now(), now(), 'TALKS', 'HELD', '{}', '[]', '{}', '2021-10-30', terms::jsonb
                  from unnest(array['{"end": {"on": "2021-11-05"}}', '{"end": {"at": "2021-11-01T02:00", "zone": "Asia/Shanghai"}}',
                    '{"end": null}', '{}', '{"end": {"on": "9999-12-31"}}']) with ordinality as t(terms, place)
                """);

        schema().schemas("was_lasting_meeting").load().migrate();

        assertThat(rows("select coalesce(end_on::text, '-') from was_lasting_meeting.meeting order by version"))
                .containsExactly("2021-11-05", "2021-11-01", "-", "-", "9999-12-31");
    }
}
