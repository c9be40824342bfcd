package io.provincelink.record.audit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import io.provincelink.record.ScopedRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.HibernateException;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps who was shown which sensitive record. Everybody's reading of it leaves a row; who could see the version that was read may
 * see that row, when it is asked for in the name of a party of the record. Nothing is deleted here.
 */
@Singleton
public class ReadAudit implements ScopedRepository {

    private static final Logger LOG = Logger.getLogger(ReadAudit.class);
    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    // one statement whatever the number of records, so that all are noted or none
    private static final String NOTE = """
            insert into read_audit (id, at, type, record_id, version, readers, issuer, client, region, body, roles, how)
            select seen.id, ?, seen.type, seen.record_id, seen.version, string_to_array(seen.readers, ','), ?, ?, ?, ?, ?, ?
              from unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::text[])
                   as seen (id, type, record_id, version, readers)
            """;

    private static final String OF_ONE = """
            select id, at, version, region, body, roles, how from read_audit
             where record_id = ? and type = ? and readers && ?::varchar[] and (?::uuid is null or id < ?::uuid)
             order by id desc limit ?
            """;

    private final EntityManager entities;
    private final Today today;

    public ReadAudit(EntityManager entities, Today today) {
        this.entities = entities;
        this.today = today;
    }

    /**
     * Notes that the caller is shown these versions. To be called before they are sent: what cannot be noted is not shown. Outside a
     * transaction the rows are committed at once, within one they are part of it.
     *
     * @throws ProblemException 503 when they cannot be noted
     */
    public void seen(Caller caller, Collection<Seen> versions, Reading.How how) {
        if (versions.isEmpty()) {
            return;
        }
        try {
            entities.unwrap(Session.class).doWork(connection -> note(connection, caller, versions, how));
        } catch (HibernateException failed) {
            LOG.errorf("nothing sensitive is shown, for the reading cannot be noted: %s", failed.getMessage());
            throw ProblemException.of(CommonProblem.UNAVAILABLE);
        }
    }

    private void note(Connection connection, Caller caller, Collection<Seen> versions, Reading.How how)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
            statement.setTimestamp(1, Timestamp.from(today.now()));
            statement.setString(2, caller.issuer());
            statement.setString(3, caller.client());
            statement.setString(4, caller.unit() == null ? null : caller.unit().code());
            statement.setString(5, caller.body());
            statement.setArray(
                    6,
                    connection.createArrayOf(
                            "varchar", caller.roles().stream().sorted().toArray()));
            statement.setString(7, how.name());
            column(statement, 8, "uuid", versions, version -> IDS.generate());
            column(statement, 9, "text", versions, Seen::type);
            column(statement, 10, "uuid", versions, Seen::id);
            column(statement, 11, "bigint", versions, Seen::version);
            column(statement, 12, "text", versions, version -> String.join(",", version.readers()));
            statement.executeUpdate();
        }
    }

    private static void column(
            PreparedStatement statement, int place, String type, Collection<Seen> rows, Function<Seen, Object> value)
            throws SQLException {
        statement.setArray(
                place,
                statement
                        .getConnection()
                        .createArrayOf(type, rows.stream().map(value).toArray()));
    }

    /**
     * Who was shown the record, newest first, and one reading more if there is a next page. Readings of versions that the caller could
     * not see stay hidden: how often a side looked at its own draft is its own business.
     */
    public List<Reading> of(Caller caller, String type, UUID recordId, PageRequest page) {
        UUID after = after(page.after());
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(OF_ONE)) {
                statement.setObject(1, recordId);
                statement.setString(2, type);
                statement.setArray(
                        3, connection.createArrayOf("varchar", caller.scope().toArray()));
                statement.setObject(4, after);
                statement.setObject(5, after);
                statement.setInt(6, page.fetch());
                return readings(statement.executeQuery());
            }
        });
    }

    private static List<Reading> readings(ResultSet rows) throws SQLException {
        List<Reading> readings = new ArrayList<>();
        while (rows.next()) {
            readings.add(new Reading(
                    rows.getObject("id", UUID.class),
                    rows.getTimestamp("at").toInstant(),
                    rows.getLong("version"),
                    rows.getString("region"),
                    rows.getString("body"),
                    List.of((String[]) rows.getArray("roles").getArray()),
                    Reading.How.valueOf(rows.getString("how"))));
        }
        return readings;
    }

    private static @Nullable UUID after(@Nullable String key) {
        try {
            return key == null ? null : UUID.fromString(key);
        } catch (IllegalArgumentException forged) {
            throw ProblemException.invalid(Fault.at("?cursor", "bad-cursor"));
        }
    }
}
