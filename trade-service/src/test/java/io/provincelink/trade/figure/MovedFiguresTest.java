package io.provincelink.trade.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What was reported before the narrow rows is there after them. */
class MovedFiguresTest {

    private static final String BEFORE = "202611291559?";

    private static final String TWO_FIGURES_ONE_REVISED = """
            insert into trade_figure (id, value, net_grams, recorded_at, updated_at, version, period, months, flow, gate, regime,
                                      status, attribution, valuation, hs_edition, reporter, partner, hs, currency)
            values ('00000000-0000-7000-8000-000000000001', 700, 5000, '2026-11-01T08:00Z', '2026-11-03T08:00Z', 1,
                    201901, 2, 0, 0, 1, 1, 2, 0, 2022, 'XA.01', 'XB.010100', '0810', 'USD'),
                   ('00000000-0000-7000-8000-000000000002', 30, null, '2026-11-02T08:00Z', '2026-11-02T08:00Z', 0,
                    201903, 1, 1, 0, 0, 2, 0, 1, null, 'XB.010100', 'XA.01', '08', 'VND');
            insert into trade_figure_superseded (figure, version, value, net_grams, status, attribution, valuation,
                                                 since, until, by_region, by_body)
            values ('00000000-0000-7000-8000-000000000001', 0, 500, null, 0, 0, 0,
                    '2026-11-01T08:00Z', '2026-11-03T08:00Z', 'XA.01', 'Office');
            """;

    private static final String FIGURES = """
            select concat_ws(' ', f.value, f.net_grams, f.period, f.months, f.hs, f.hs_edition, r.code, p.code, f.flow, f.regime,
                             f.status, f.attribution, f.valuation, f.currency,
                             v.at at time zone 'UTC', v.by_region, v.by_body)
              from %s f join trader r on r.number = f.reporter join trader p on p.number = f.partner
              join trade_revision v on v.number = f.revision order by f.period
            """;

    @Test
    void figures_their_past_and_their_sums() throws Exception {
        try (var server =
                EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start()) {
            DataSource database = server.getPostgresDatabase();
            migrate(database, BEFORE);
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(TWO_FIGURES_ONE_REVISED);

                migrate(database, "latest");

                assertThat(texts(statement, FIGURES.formatted("trade_figure")))
                        .containsExactly(
                                "700 5000 201901 2 810004 2022 XA.01 XB.010100 0 1 1 2 0 USD 2026-11-03 08:00:00 XA.01 Office",
                                "30 -1 201903 1 800002 0 XB.010100 XA.01 1 0 2 0 1 VND 2026-11-02 08:00:00 XB.010100");
                assertThat(texts(statement, FIGURES.formatted("trade_figure_superseded")))
                        .containsExactly(
                                "500 -1 201901 2 810004 2022 XA.01 XB.010100 0 1 0 0 0 USD 2026-11-01 08:00:00 XA.01");
                assertThat(texts(
                                statement,
                                "select concat_ws(' ', grain, period, months, value, net_grams, figures, weighed, estimated,"
                                        + " gate, chapter) from trade_sum where currency = 'USD' order by grain"))
                        .containsExactly(
                                "0 201901 2 700 5000 1 1 0 0 8",
                                "1 201901 2 700 5000 1 1 0 0 0",
                                "2 201901 2 700 5000 1 1 0 -1 8",
                                "3 201900 12 700 5000 1 1 0 0 8",
                                "4 201900 12 700 5000 1 1 0 0 0",
                                "5 201900 12 700 5000 1 1 0 -1 8",
                                "6 201901 2 700 5000 1 1 0 -1 0",
                                "7 201900 12 700 5000 1 1 0 -1 0");
                assertThat(texts(
                                statement,
                                "insert into trade_revision (at, by_region) values (now(), '') returning number"))
                        .containsExactly("4");
            }
        }
    }

    private static void migrate(DataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("db/record-kit", "db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
