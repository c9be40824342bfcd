package io.provincelink.exchanges.delegation.member;

import io.provincelink.exchanges.delegation.member.MemberErasure.Authority;
import io.provincelink.exchanges.delegation.member.MemberErasure.Reason;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Keeps who was erased from which delegation. Nothing is deleted here: it says that somebody was erased, and not who that is. */
@Singleton
public class MemberErasures implements ScopedRepository {

    private static final String NOTE = """
            insert into member_erasure (id, delegation_id, person, at, reason, region, body, role)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String OF_ONE = """
            select id, person, at, reason, region, body, role from member_erasure
             where delegation_id = ? and (?::uuid is null or id < ?::uuid) order by id desc limit ?
            """;

    private final RecordStore store;

    public MemberErasures(RecordStore store) {
        this.store = store;
    }

    /** Within the transaction that erases them. */
    public void note(Caller caller, UUID delegation, Collection<UUID> persons, Reason reason) {
        session().doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
                boolean asked = reason == Reason.REQUEST && caller.unit() != null;
                for (UUID person : persons) {
                    statement.setObject(1, RecordStore.idOr(null));
                    statement.setObject(2, delegation);
                    statement.setObject(3, person);
                    statement.setTimestamp(4, Timestamp.from(store.now()));
                    statement.setString(5, reason.name());
                    statement.setString(
                            6, asked && caller.unit() != null ? caller.unit().code() : null);
                    statement.setString(7, asked ? caller.body() : null);
                    statement.setString(8, asked ? Role.APPROVER : null);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    /**
     * Erasures from one delegation, newest first, and one more if there is a next page. That the caller is an approver of its own side
     * has been decided with the delegation.
     */
    @SuppressWarnings("unused") // the caller's right to see them has been checked with the delegation
    public List<MemberErasure> of(Caller caller, UUID delegation, PageRequest page) {
        UUID after = after(page.after());
        return session().doReturningWork(connection -> read(connection, delegation, after, page.fetch()));
    }

    private static List<MemberErasure> read(Connection connection, UUID delegation, @Nullable UUID after, int most)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_ONE)) {
            statement.setObject(1, delegation);
            statement.setObject(2, after);
            statement.setObject(3, after);
            statement.setInt(4, most);
            List<MemberErasure> found = new ArrayList<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                String region = rows.getString("region");
                found.add(new MemberErasure(
                        rows.getObject("id", UUID.class),
                        rows.getObject("person", UUID.class),
                        rows.getTimestamp("at").toInstant(),
                        Reason.valueOf(rows.getString("reason")),
                        region == null ? null : new Authority(region, rows.getString("body"), rows.getString("role"))));
            }
            return found;
        }
    }

    private static @Nullable UUID after(@Nullable String key) {
        try {
            return key == null ? null : UUID.fromString(key);
        } catch (IllegalArgumentException forged) {
            throw ProblemException.invalid(Fault.at("?cursor", "bad-cursor"));
        }
    }

    private Session session() {
        return store.entities().unwrap(Session.class);
    }
}
