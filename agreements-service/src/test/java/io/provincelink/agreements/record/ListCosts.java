package io.provincelink.agreements.record;

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
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** What a list of agreements costs inside the database: the statements of the service itself, explained. */
final class ListCosts {

    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");
    private static final double SOON_ENOUGH = 5;
    private static final double MOST_MILLIS = 20;

    private final Api anonymous;
    private final Database database;

    ListCosts(Api anonymous, Database database) {
        this.anonymous = anonymous;
        this.database = database;
    }

    /** What the statements of one call cost, each planned and done in its best run; and what they may cost on this machine. */
    record Cost(double millis, double mostMillis, long blocks, List<String> statements, Set<String> ways) {}

    /** A question and the values that its filter binds, in the order and as often as the statement names them. */
    record Question(String reader, String path, @Nullable UUID after, List<Object> values) {

        /** What one strand binds before the id that a page begins after: the status of a phase, nothing of a day of signing. */
        private List<Object> rows(String sql) {
            return sql.contains("agreement_phase") ? List.of(values.get(values.size() - 2)) : List.of();
        }

        /** What it binds then: the day of the status, which is named last, or the days of signing. */
        private List<Object> hits(String sql) {
            if (sql.contains("agreement_phase")) {
                return List.of(values.get(values.size() - 1));
            }
            return values.stream().filter(Date.class::isInstance).limit(2).toList();
        }
    }

    Api reader(String region) {
        return region.equals("nobody") ? anonymous : anonymous.as(region, "reader");
    }

    static String[] scope(String region) {
        return region.equals("nobody") ? new String[] {"*"} : new String[] {"*", region};
    }

    /** The statements that the service sends when it is asked over HTTP. */
    private List<String> statements(Question question) {
        List<String> statements = new ArrayList<>();
        Handler listener = listening(statements::add);
        try {
            reader(question.reader()).get(question.path()).expect(200);
        } finally {
            ignoring(listener);
        }
        assertThat(statements).isNotEmpty();
        return statements;
    }

    /** Tells the statements by which the service reads lists of agreements, until it is told to ignore them. */
    static Handler listening(Consumer<String> told) {
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord said) {
                String sql = said.getMessage();
                // not the look-up of the one agreement that restsOn names
                if (sql.contains("from agreement ") && sql.contains(" order by ") || sql.contains(" strand ")) {
                    told.accept(sql);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        SQL.setLevel(Level.FINE);
        SQL.addHandler(listener);
        return listener;
    }

    static void ignoring(Handler listener) {
        SQL.removeHandler(listener);
        SQL.setLevel(null);
    }

    Cost of(Question question) throws SQLException {
        double millis = 0;
        double most = MOST_MILLIS;
        long blocks = 0;
        List<String> statements = new ArrayList<>();
        Set<String> ways = new TreeSet<>();
        try (Connection connection = database.connection()) {
            try (Statement asTheService = connection.createStatement()) {
                asTheService.execute(ConfigProvider.getConfig()
                        .getValue("quarkus.datasource.jdbc.new-connection-sql", String.class));
            }
            Binding binding = new Binding(question, connection);
            for (String sql : statements(question)) {
                List<Object> values = binding.values(sql);
                JsonNode best = best(connection, sql, values);
                millis += millis(best);
                blocks += best.at("/Plan/Shared Hit Blocks").asLong()
                        + best.at("/Plan/Shared Read Blocks").asLong();
                best.findValuesAsText("Node Type").forEach(ways::add);
                best.findValuesAsText("Index Name").forEach(ways::add);
                statements.add("%.1f+%.1f ms: %.60s"
                        .formatted(
                                best.at("/Planning Time").asDouble(),
                                best.at("/Execution Time").asDouble(),
                                sql));
            }
            if (millis >= most) {
                most = MachineSpeed.limit(most, connection);
            }
        }
        return new Cost(millis, most, blocks, statements, ways);
    }

    /** The values of one statement after the other; a later one binds what an earlier one has found. */
    private final class Binding {

        private final Question question;
        private final Connection connection;
        private @Nullable Object end;
        private @Nullable Object ids;

        Binding(Question question, Connection connection) {
            this.question = question;
            this.connection = connection;
        }

        List<Object> values(String sql) throws SQLException {
            if (sql.contains(" strand ")) {
                return alongTrail(sql);
            }
            return sql.contains("offset") ? endOfWalk(sql) : hits(sql);
        }

        private List<Object> endOfWalk(String sql) {
            List<Object> values = new ArrayList<>();
            addAfter(values);
            boolean toTrail =
                    question.path().contains("&signed=") || question.path().contains("&status=");
            values.addAll(List.of(toTrail ? 500 : 2000, 1));
            end = database.rows(sql, values.toArray()).get(0).get("id");
            return values;
        }

        private List<Object> alongTrail(String sql) throws SQLException {
            List<Object> values = new ArrayList<>();
            if (sql.contains("recursive")) {
                values.addAll(question.rows(sql));
                values.addAll(question.rows(sql));
                values.add(500);
                return values;
            }
            for (int strand = 0; strand < sql.split(" union all ").length; strand++) {
                values.addAll(question.rows(sql));
                addAfter(values);
                values.addAll(question.hits(sql));
            }
            values.add(2000);
            Object[] found = database.rows(sql, values.toArray()).stream()
                    .map(row -> row.get("id"))
                    .toArray();
            ids = connection.createArrayOf("uuid", found);
            return values;
        }

        private List<Object> hits(String sql) throws SQLException {
            List<Object> values = new ArrayList<>();
            values.add(connection.createArrayOf("varchar", scope(question.reader())));
            for (Object value : question.values()) {
                values.add(value instanceof String[] many ? connection.createArrayOf("varchar", many) : value);
            }
            if (sql.contains("any(")) {
                values.add(ids);
            } else {
                addAfter(values);
            }
            if (sql.contains(".id>=?")) {
                values.add(end);
            }
            values.add(51);
            return values;
        }

        private void addAfter(List<Object> values) {
            if (question.after() != null) {
                values.add(question.after());
            }
        }
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
        try (PreparedStatement statement =
                connection.prepareStatement("explain (analyze, timing off, buffers, format json) " + sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            // not before: what has no value yet would be taken for a text
            assertThat(statement.getParameterMetaData().getParameterCount())
                    .as(sql)
                    .isEqualTo(values.size());
            try (ResultSet plan = statement.executeQuery()) {
                plan.next();
                return new ObjectMapper().readTree(plan.getString(1)).get(0);
            }
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
