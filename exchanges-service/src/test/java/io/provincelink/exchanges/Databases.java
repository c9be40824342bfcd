package io.provincelink.exchanges;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.ds.PGSimpleDataSource;

/** Looks behind the API into one of the service's two databases. */
public final class Databases {

    public static final Databases RECORDS = new Databases("quarkus.datasource");
    public static final Databases KEYS = new Databases("quarkus.datasource.keys");

    private final String prefix;

    private Databases(String prefix) {
        this.prefix = prefix;
    }

    private Connection connection() throws SQLException {
        var config = ConfigProvider.getConfig();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(config.getValue(prefix + ".jdbc.url", String.class));
        source.setUser(config.getValue(prefix + ".username", String.class));
        source.setPassword(config.getValue(prefix + ".password", String.class));
        return source.getConnection();
    }

    /** The first column of each row, as text. */
    public List<String> texts(String sql, Object... parameters) {
        try (Connection connection = connection();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public int update(String sql, Object... parameters) {
        try (Connection connection = connection();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Does something while nobody else gets an answer about a table. */
    public void whileLocked(String table, Callable<?> action) throws Exception {
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement("lock table " + table)) {
            connection.setAutoCommit(false);
            statement.execute();
            action.call();
            connection.rollback();
        }
    }

    /** Every row of every table that has this text anywhere. */
    public List<String> whereIs(String text) {
        List<String> found = new ArrayList<>();
        for (String table : texts("select tablename from pg_tables where schemaname = 'public' order by 1")) {
            texts("select row::text from " + table + " as row where row::text like '%' || ? || '%'", text)
                    .forEach(row -> found.add(table + ": " + row));
        }
        return found;
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
