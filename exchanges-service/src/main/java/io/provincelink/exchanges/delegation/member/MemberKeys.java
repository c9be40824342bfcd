package io.provincelink.exchanges.delegation.member;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.ScopedRepository;
import io.quarkus.agroal.DataSource;
import io.quarkus.flyway.FlywayDataSource;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * The keys of the members, in a database of their own. Each statement commits by itself and takes no part in the transaction of the
 * records: a key is there before what it opens, and what is erased here stays erased whatever becomes of the rest. Whose key it is
 * cannot be told from here; who may read a member has been decided with the delegation.
 */
@Singleton
public class MemberKeys implements ScopedRepository {

    private static final Logger LOG = Logger.getLogger(MemberKeys.class);

    private static final String KEEP =
            "insert into person_key (id, secret) select * from unnest(?::uuid[], ?::bytea[])";
    private static final String FIND = "select id, secret from person_key where id = any (?)";
    private static final String DELETE = "delete from person_key where id = any (?)";
    private static final String KEEP_SALT =
            "insert into body_salt (id, secret) values (?, ?) on conflict (id) do nothing";
    private static final String FIND_SALT = "select secret from body_salt where id = ?";
    // an answer is kept for a day by its Idempotency-Key
    private static final String FORGET_SALTS = "delete from body_salt where made_at < now() - interval '2 days'";

    /** As long as one waits for a connection. */
    private static final int PATIENCE = 5;

    private final javax.sql.DataSource database;
    private final Flyway schema;
    private final ReentrantLock schemaInHand = new ReentrantLock();
    private volatile boolean ready;

    public MemberKeys(@DataSource("keys") javax.sql.DataSource database, @FlywayDataSource("keys") Flyway schema) {
        this.database = database;
        this.schema = schema;
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Takes in new keys. */
    void keep(Caller caller, Map<UUID, byte[]> keys) {
        ask(caller, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
                statement.setArray(1, ids(connection, keys.keySet()));
                statement.setArray(
                        2, connection.createArrayOf("bytea", keys.values().toArray(byte[][]::new)));
                return statement.executeUpdate();
            }
        });
    }

    /** The keys with these ids, as far as they are there. */
    Map<UUID, byte[]> of(Caller caller, Collection<UUID> keys) {
        return ask(caller, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setArray(1, ids(connection, keys));
                Map<UUID, byte[]> found = new HashMap<>();
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    found.put(rows.getObject(1, UUID.class), rows.getBytes(2));
                }
                return found;
            }
        });
    }

    /** From now on nothing opens what they sealed. */
    void delete(Caller caller, Collection<UUID> keys) {
        ask(caller, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
                statement.setArray(1, ids(connection, keys));
                return statement.executeUpdate();
            }
        });
    }

    /** The salt with this id, made when it is first asked for. */
    byte[] salt(Caller caller, UUID id) {
        return ask(caller, connection -> {
            // in two statements: who was first while this one waited is seen by the second only
            try (PreparedStatement keep = connection.prepareStatement(KEEP_SALT);
                    PreparedStatement find = connection.prepareStatement(FIND_SALT)) {
                keep.setObject(1, id);
                keep.setBytes(2, MemberCipher.newKey());
                keep.executeUpdate();
                find.setObject(1, id);
                ResultSet row = find.executeQuery();
                if (!row.next()) {
                    throw new SQLException("a salt was deleted as soon as it was made");
                }
                return row.getBytes(1);
            }
        });
    }

    void forgetSalts(Caller caller) {
        ask(caller, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FORGET_SALTS)) {
                return statement.executeUpdate();
            }
        });
    }

    private static Array ids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    /** Without the keys there are no members, and everything else goes on. */
    private <T> T ask(Caller caller, Work<T> work) {
        Objects.requireNonNull(caller);
        try {
            makeReady();
            try (Connection connection = database.getConnection()) {
                return work.with(connection);
            }
        } catch (SQLException | FlywayException failed) {
            LOG.errorf("the keys of members cannot be asked for: %s", failed.getMessage());
            throw ProblemException.of(CommonProblem.UNAVAILABLE);
        }
    }

    /** At the first use and not at the start, which most requests do not need to wait for; nor do they for each other's failures. */
    private void makeReady() throws SQLException {
        if (ready) {
            return;
        }
        try {
            if (!schemaInHand.tryLock(PATIENCE, TimeUnit.SECONDS)) {
                throw new SQLException("somebody else waits for it already");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", stopping);
        }
        try {
            if (!ready) {
                schema.migrate();
                ready = true;
            }
        } finally {
            schemaInHand.unlock();
        }
    }
}
