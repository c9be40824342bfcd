package io.provincelink.trade.load.merge;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import io.provincelink.trade.load.file.RowErrors;
import io.provincelink.trade.load.file.RowTarget;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The tables in which the rows of received files wait, one for each load; they hold nothing that anybody asks for. A table is made in the
 * transaction that receives the file: until that has committed nobody else sees it, and when it does not, the table was never there.
 * It is logged, so that what was acknowledged outlives a kill of the database.
 */
@Singleton
public class Staging implements ScopedRepository {

    private static final String CREATE =
            "create table %s (k1 bigint not null, k2 bigint not null, value bigint not null, net_grams bigint not null,"
                    + " line integer not null, marks integer not null) with (autovacuum_enabled = off)";

    /** Frozen at once, so that reading the rows does not write their pages again. */
    private static final String COPY = "copy %s from stdin with (format binary, freeze)";

    /** Tables of loads that have ended; the one of a cancelled load stays behind. */
    private static final String LEFT = """
            with staged as materialized (
                select relname, cast(substr(relname, 12) as uuid) as load from pg_class
                 where relkind = 'r' and relname ~ '^trade_load_[0-9a-f]{32}$'
                   and relnamespace = cast(current_schema() as regnamespace))
            select s.relname from staged s join trade_load l on l.id = s.load where l.status <> 'RUNNING'
            """;

    private final RecordStore store;

    Staging(RecordStore store) {
        this.store = store;
    }

    /** Reads a file into a target. */
    public interface Reading {
        void into(RowTarget target) throws IOException;
    }

    /**
     * Makes the load's table and fills it with the valid rows of the file. The reading is done outside this transaction, whose
     * connection is taken by the rows.
     */
    public StagedRows fill(Caller caller, UUID load, RowErrors errors, Reading file) {
        return store.entities().unwrap(Session.class).doReturningWork(connection -> {
            execute(connection, CREATE.formatted(MergeSql.table(load)));
            CopyIn copy =
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY.formatted(MergeSql.table(load)));
            StagedRows rows = new StagedRows(copy, errors);
            try {
                readOutside(file, rows);
                rows.finish();
                return rows;
            } catch (IOException cannotRead) {
                throw new UncheckedIOException(cannotRead);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }

    private static void readOutside(Reading file, StagedRows rows) throws IOException {
        try {
            QuarkusTransaction.suspendingExisting().call(() -> {
                file.into(rows);
                return rows;
            });
        } catch (QuarkusTransactionException wrapped) {
            // what the reading says is what the client is told
            if (wrapped.getCause() instanceof RuntimeException said) {
                throw said;
            }
            if (wrapped.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw wrapped;
        }
    }

    public void drop(Caller caller, UUID load) {
        store.entities()
                .unwrap(Session.class)
                .doWork(connection -> execute(connection, "drop table if exists " + MergeSql.table(load)));
    }

    /** Removes what ended loads have left. */
    public void dropLeft(Caller caller) {
        Session session = store.entities().unwrap(Session.class);
        List<String> left = session.createNativeQuery(LEFT, String.class).getResultList();
        session.doWork(connection -> {
            for (String table : left) {
                execute(connection, "drop table if exists " + table);
            }
        });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
