package io.provincelink.exchanges.delegation.member;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Members that were kept in plain words before there were keys. Nobody is shown them: an index says at once that there are none left. */
@Singleton
public class PlainMembers implements ScopedRepository {

    private static final String SOME = """
            select delegation_id, place, name, position from delegation_member where name is not null
             order by delegation_id, place limit ? for update skip locked
            """;

    private static final String SEAL = """
            update delegation_member set person = ?, key = ?, sealed = ?, name = null, position = null
             where delegation_id = ? and place = ?
            """;

    private final RecordStore store;
    private final MemberVault vault;

    public PlainMembers(RecordStore store, MemberVault vault) {
        this.store = store;
        this.vault = vault;
    }

    private record Row(UUID delegation, int place, Member member) {}

    /**
     * Seals some of them. What the delegations say stays as it is, and so do their versions. Call within a transaction.
     *
     * @return how many it has done, at most so many; 0 when none is left that nobody else is sealing
     */
    int seal(Caller operator, int most) {
        Session session = store.entities().unwrap(Session.class);
        List<Row> rows = session.doReturningWork(connection -> some(connection, most));
        for (Row row : rows) {
            SealedMember sealed =
                    vault.seal(operator, row.delegation, List.of(row.member)).get(0);
            session.doWork(connection -> update(connection, row, sealed));
        }
        return rows.size();
    }

    private static List<Row> some(Connection connection, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SOME)) {
            statement.setInt(1, most);
            List<Row> found = new ArrayList<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                Member member = new Member(null, rows.getString("name"), rows.getString("position"), null);
                found.add(new Row(rows.getObject("delegation_id", UUID.class), rows.getInt("place"), member));
            }
            return found;
        }
    }

    private static void update(Connection connection, Row row, SealedMember sealed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SEAL)) {
            statement.setObject(1, sealed.person());
            statement.setObject(2, sealed.key());
            statement.setString(3, sealed.sealed());
            statement.setObject(4, row.delegation);
            statement.setInt(5, row.place);
            statement.executeUpdate();
        }
    }
}
