package io.provincelink.record.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.time.Today;
import io.provincelink.record.RecordRoot;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import org.hibernate.action.spi.BeforeTransactionCompletionProcess;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Write side of the change log. The row lock on {@code change_head} makes seq the order of commits, without gaps; so it is taken by
 * the last statement of a write, on the way into the commit that frees it.
 */
@Singleton
public class ChangeLog {

    private static final String APPEND = """
            with head as (update change_head set seq = seq + 1 returning seq)
            insert into change (seq, at, type, record_id, version, op, actor_region, actor_party, actor_body, actor_roles,
                                visibility_before, parties_before, readers_before,
                                visibility_after, parties_after, readers_after, snapshot, within_before, within_after, audited)
            select seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ? from head
            """;

    private final EntityManager entities;
    private final ObjectMapper json;
    private final Today today;

    public ChangeLog(EntityManager entities, ObjectMapper json, Today today) {
        this.entities = entities;
        this.json = json;
        this.today = today;
    }

    /**
     * Waits until every write that is on its way into its commit is there; those that come wait for this one. Late in a write, as it holds
     * up all others.
     */
    public void waitForEarlier() {
        entities.createNativeQuery("select seq from change_head for update").getSingleResult();
    }

    /** Appends at the end of the write's own transaction; everything else of the write must have been flushed. */
    public void append(Change change, Caller actor) {
        String snapshot = write(change.snapshot());
        // Hibernate's own hook: one of the transaction would come after it has given the connection back
        entities.unwrap(SessionImplementor.class).getActionQueue().registerProcess((BeforeTransactionCompletionProcess)
                session -> session.doWork(connection -> insert(connection, change, snapshot, actor)));
    }

    private void insert(Connection connection, Change change, String snapshot, Caller actor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setTimestamp(1, Timestamp.from(today.now()));
            statement.setString(2, change.type());
            statement.setObject(3, change.id());
            statement.setLong(4, change.version());
            statement.setString(5, change.op().name());
            statement.setString(6, actor.unit() == null ? null : actor.unit().code());
            statement.setString(7, change.party());
            statement.setString(8, actor.body());
            statement.setArray(9, texts(connection, actor.roles()));
            sight(statement, 10, change.before());
            sight(statement, 13, change.after());
            statement.setString(16, snapshot);
            statement.setArray(17, within(connection, change.before()));
            statement.setArray(18, within(connection, change.after()));
            statement.setBoolean(19, change.audited());
            statement.executeUpdate();
        }
    }

    private static void sight(PreparedStatement statement, int first, RecordRoot.@Nullable Sight sight)
            throws SQLException {
        Connection connection = statement.getConnection();
        statement.setString(first, sight == null ? null : sight.visibility().name());
        statement.setArray(first + 1, texts(connection, sight == null ? List.of() : sight.parties()));
        statement.setArray(first + 2, texts(connection, sight == null ? List.of() : sight.readers()));
    }

    private static Array within(Connection connection, RecordRoot.@Nullable Sight sight) throws SQLException {
        return texts(connection, sight == null ? List.of() : sight.within());
    }

    private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("varchar", texts.toArray());
    }

    private String write(Object snapshot) {
        try {
            return json.writeValueAsString(snapshot);
        } catch (JsonProcessingException notSerializable) {
            throw new IllegalStateException(notSerializable);
        }
    }
}
