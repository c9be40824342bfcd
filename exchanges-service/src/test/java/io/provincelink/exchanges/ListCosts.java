package io.provincelink.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.provincelink.testing.Api;
import io.provincelink.testing.MachineSpeed;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a list costs inside the database: the statements of the service itself, explained. */
final class ListCosts {

    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");
    private static final double SOON_ENOUGH = 5;
    private static final double MOST_MILLIS = 20;

    private final DataSource database;
    private final String table;

    ListCosts(DataSource database, String table) {
        this.database = database;
        this.table = table;
    }

    /** What the statements of one call cost, each in its best run; and what they may cost on this machine. */
    record Cost(double millis, double mostMillis, List<String> statements, Set<String> ways) {}

    /**
     * @param scope what the reader may see
     * @param values those that the filter binds, in the order in which the statement names them; arrays in square brackets
     */
    record Question(Api reader, String path, List<String> scope, List<Object> values) {}

    Cost of(Question question) throws SQLException {
        double millis = 0;
        double most = MOST_MILLIS;
        List<String> statements = new ArrayList<>();
        Set<String> ways = new TreeSet<>();
        List<Object> found = List.of();
        try (Connection connection = database.getConnection()) {
            asTheService(connection);
            for (String sql : statements(question)) {
                List<Object> values = values(question, connection, sql, found);
                if (isOnTheWay(sql)) {
                    found = firstColumn(connection, sql, values);
                }
                JsonNode best = best(connection, sql, values);
                millis += millis(best);
                best.findValuesAsText("Node Type").forEach(ways::add);
                best.findValuesAsText("Index Name").forEach(ways::add);
                statements.add("%.1f ms: %s".formatted(millis(best), sql));
            }
            if (millis >= most) {
                most = MachineSpeed.limit(most, connection);
            }
        }
        return new Cost(millis, most, statements, ways);
    }

    private static void asTheService(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.new-connection-sql", String.class));
        }
    }

    /** Whether what it finds is bound by the next statement: the id where a walk ends, the ids along a trail. */
    private static boolean isOnTheWay(String sql) {
        return sql.contains(" strand ") || sql.contains(" offset ? rows ");
    }

    /** @param found what the statement before has found */
    private static List<Object> values(Question question, Connection connection, String sql, List<Object> found)
            throws SQLException {
        if (sql.contains("recursive")) {
            return List.of(500);
        }
        if (sql.contains(" strand ")) {
            return alongTrail(question, sql);
        }
        if (isOnTheWay(sql)) {
            return List.of(question.path().contains("period=") ? 500 : 2000, 1);
        }
        return hits(question, connection, sql, found);
    }

    /** The last and the first day of the period, for each strand. */
    private static List<Object> alongTrail(Question question, String sql) {
        List<Object> values = new ArrayList<>();
        for (int strand = 0; strand < sql.split(" union all ").length; strand++) {
            question.values().stream().filter(Date.class::isInstance).forEach(values::add);
        }
        values.add(2000);
        return values;
    }

    private static List<Object> hits(Question question, Connection connection, String sql, List<Object> found)
            throws SQLException {
        List<Object> values = new ArrayList<>();
        values.add(connection.createArrayOf("varchar", question.scope().toArray()));
        for (Object value : question.values()) {
            values.add(value instanceof String[] many ? connection.createArrayOf("varchar", many) : value);
        }
        if (sql.contains(".id>=?")) {
            values.add(found.get(0));
        } else if (sql.contains("any(")) {
            values.add(connection.createArrayOf("uuid", found.toArray()));
        }
        values.add(51);
        return values;
    }

    /** The statements by which the service reads the list when it is asked over HTTP. */
    private List<String> statements(Question question) {
        List<String> statements = new ArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord said) {
                String sql = said.getMessage();
                if (sql.contains("from " + table + " ") && sql.contains(" order by ") || sql.contains(" strand ")) {
                    statements.add(sql);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        SQL.setLevel(Level.FINE);
        SQL.addHandler(listener);
        try {
            question.reader().get(question.path()).expect(200);
        } finally {
            SQL.removeHandler(listener);
            SQL.setLevel(null);
        }
        assertThat(statements).isNotEmpty();
        return statements;
    }

    private static double millis(JsonNode plan) {
        return plan.at("/Execution Time").asDouble();
    }

    private static JsonNode best(Connection connection, String sql, List<Object> values) throws SQLException {
        JsonNode best = MissingNode.getInstance();
        // more runs when other work on the machine slows it down, which it does for a second or so
        for (int run = 0; run < 3 || run < 40 && millis(best) > SOON_ENOUGH; run++) {
            JsonNode plan = explained(connection, sql, values);
            if (best.isMissingNode() || millis(plan) < millis(best)) {
                best = plan;
            }
        }
        return best;
    }

    private static JsonNode explained(Connection connection, String sql, List<Object> values) throws SQLException {
        try {
            return new ObjectMapper()
                    .readTree(String.valueOf(firstColumn(
                                    connection, "explain (analyze, timing off, buffers, format json) " + sql, values)
                            .get(0)))
                    .get(0);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Object> firstColumn(Connection connection, String sql, List<Object> values)
            throws SQLException {
        List<Object> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            assertThat(statement.getParameterMetaData().getParameterCount())
                    .as(sql)
                    .isEqualTo(values.size());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1));
                }
            }
        }
        return found;
    }
}
