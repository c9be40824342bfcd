package io.provincelink.gateway.audit;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.time.Today;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All entries. An operator sees those of its own unit and of units that it succeeded; one without a unit, those of nobody's. */
@Singleton
class AuditEntries {

    private static final String INSERT = """
            insert into audit_entry (id, at, trace_id, issuer, client, subject, unit, unit_key, body, roles, method, route, path, status,
                                     problem, outcome, times)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing
            """;

    private static final String LIST = """
            select id, at, trace_id, issuer, client, subject, unit, body, roles, method, route, path, status, problem, outcome, times
              from audit_entry
             where unit_key = any (?) and (at, id) < (?, ?) and at >= ? and at < ?
               and (? or client = ?) and (? or status = ?) and (? or outcome = ?)
             order by at desc, id desc
             limit ?
            """;

    private static final String REMOVE = """
            delete from audit_entry where id in (select id from audit_entry where at < ? order by at limit 5000)
            """;

    private static final String NOBODYS = "";
    private static final Instant BEGINNING = Instant.EPOCH;
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    private final Provider<Regions> regions;
    private final Today today;

    AuditEntries(Provider<Regions> regions, Today today) {
        this.regions = regions;
        this.today = today;
    }

    int add(Connection connection, List<AuditEntry> entries) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (AuditEntry entry : entries) {
                who(statement, entry);
                statement.setString(11, entry.method());
                statement.setString(12, entry.route());
                statement.setString(13, entry.path());
                statement.setInt(14, entry.status());
                statement.setString(15, entry.problem());
                statement.setString(16, entry.outcome().name());
                statement.setInt(17, entry.times());
                statement.addBatch();
            }
            return statement.executeBatch().length;
        }
    }

    private void who(PreparedStatement statement, AuditEntry entry) throws SQLException {
        statement.setObject(1, entry.id());
        statement.setTimestamp(2, Timestamp.from(entry.at()));
        statement.setString(3, entry.traceId());
        statement.setString(4, entry.issuer());
        statement.setString(5, entry.client());
        statement.setString(6, entry.subject());
        statement.setString(7, entry.unit());
        statement.setString(8, key(entry.unit()));
        statement.setString(9, entry.body());
        statement.setArray(
                10,
                statement.getConnection().createArrayOf("varchar", entry.roles().toArray()));
    }

    /** As the token's region is understood today, like everywhere else; a code of no unit is nobody's. */
    private String key(@Nullable String code) {
        return code == null
                ? NOBODYS
                : regions.get().latest(code, today.get()).map(Region::key).orElse(NOBODYS);
    }

    /** The newest first, one more than the page shows if there are more. */
    List<AuditEntry> list(Connection connection, Caller caller, AuditQuery query) throws SQLException {
        Place after = Place.of(query.after());
        try (PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setArray(1, connection.createArrayOf("text", keys(caller).toArray()));
            statement.setTimestamp(2, Timestamp.from(after.at()));
            statement.setObject(3, after.id());
            statement.setTimestamp(4, Timestamp.from(query.from(BEGINNING)));
            statement.setTimestamp(5, Timestamp.from(query.to(END)));
            statement.setBoolean(6, query.client == null);
            statement.setString(7, query.client);
            statement.setBoolean(8, query.status == null);
            statement.setInt(9, query.status == null ? 0 : query.status);
            statement.setBoolean(10, query.outcome == null);
            statement.setString(11, query.outcome == null ? null : query.outcome.name());
            statement.setInt(12, query.fetch());
            List<AuditEntry> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(entry(rows));
                }
            }
            return found;
        }
    }

    private static Set<String> keys(Caller caller) {
        Set<String> keys = new LinkedHashSet<>();
        Deque<Region> left = new ArrayDeque<>();
        if (caller.unit() == null) {
            return Set.of(NOBODYS);
        }
        left.add(caller.unit());
        while (!left.isEmpty()) {
            Region unit = left.removeFirst();
            if (keys.add(unit.key())) {
                left.addAll(caller.regions().predecessors(unit));
            }
        }
        return keys;
    }

    /** @return how many were removed; 0 when none is that old any more */
    int removeBefore(Connection connection, Instant moment) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
            statement.setTimestamp(1, Timestamp.from(moment));
            return statement.executeUpdate();
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        Array roles = row.getArray("roles");
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("trace_id"),
                row.getString("issuer"),
                row.getString("client"),
                row.getString("subject"),
                row.getString("unit"),
                row.getString("body"),
                List.of((String[]) roles.getArray()),
                row.getString("method"),
                row.getString("route"),
                row.getString("path"),
                row.getInt("status"),
                row.getString("problem"),
                AuditOutcome.valueOf(row.getString("outcome")),
                row.getInt("times"));
    }

    /** Where a page ends. */
    record Place(Instant at, UUID id) {

        static Place of(@Nullable String key) {
            if (key == null) {
                return new Place(END, LAST);
            }
            try {
                String[] parts = key.split(" ", 2);
                Instant at = Instant.parse(parts[0]);
                if (at.isBefore(BEGINNING) || at.isAfter(END)) {
                    throw new IllegalArgumentException("no entry is from then");
                }
                return new Place(at, UUID.fromString(parts[1]));
            } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
                throw ProblemException.invalid(Fault.at("?cursor", "bad-cursor"));
            }
        }

        static String after(AuditEntry entry) {
            return entry.at() + " " + entry.id();
        }
    }
}
