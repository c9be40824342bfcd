package io.provincelink.trade.load.merge;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements of one load, one after another, which another thread can stop. */
public final class SqlRun {

    private final Connection connection;
    private volatile boolean stopped;
    private volatile @Nullable Statement current;

    SqlRun(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row of a result. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @return how many rows the statement wrote */
    long update(String sql) throws SQLException {
        try (Statement statement = begin()) {
            return statement.executeLargeUpdate(sql);
        } finally {
            current = null;
        }
    }

    <T> List<T> list(String sql, Reading<T> reading) throws SQLException {
        List<T> read = new ArrayList<>();
        try (Statement statement = begin();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                read.add(reading.of(rows));
            }
        } finally {
            current = null;
        }
        return read;
    }

    /** The number in the only field of the only row. */
    long number(String sql) throws SQLException {
        return list(sql, row -> row.getLong(1)).get(0);
    }

    boolean truth(String sql) throws SQLException {
        return list(sql, row -> row.getBoolean(1)).get(0);
    }

    private Statement begin() throws SQLException {
        Statement statement = connection.createStatement();
        current = statement;
        if (stopped) {
            statement.close();
            throw new SQLException("the load does not run any more", "57014");
        }
        return statement;
    }

    /** Ends the present statement with an error, or the next one. */
    public void stop() throws SQLException {
        stopped = true;
        Statement statement = current;
        if (statement != null) {
            statement.cancel();
        }
    }
}
