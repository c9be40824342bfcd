package io.provincelink.record.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.ScopedRepository;
import io.provincelink.record.audit.ReadAudit;
import io.provincelink.record.audit.Reading;
import io.provincelink.record.audit.Seen;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Read side of the change log. A change exists for a caller who could see the record before it or after it; everything is told and
 * counted as if there were no others.
 */
@Singleton
public class Changes implements ScopedRepository {

    private static final String HEAD =
            "select epoch, seq, cursor_key, coalesce((select min(seq) from change), seq + 1) from change_head";

    // The condition on the readers is written as the index change_readers has it.
    private static final String FEED = """
            select * from (
            select c.seq, c.type, c.record_id, c.at, c.readers_before && ? and (? or c.within_before && ?) as seen,
                   c.op <> 'DELETED' and c.readers_after && ? and (? or c.within_after && ?) as sees,
                   (select count(*) from change v where v.type = c.type and v.record_id = c.record_id
                     and v.version <= c.version and (v.readers_before || v.readers_after) && ?) as version,
                   case when ? then c.snapshot end as snapshot, c.version as kept, c.readers_after, c.audited
              from change c
             where c.seq > ? and (c.readers_before || c.readers_after) && ? and c.type = any (?)) c
             where c.seen or c.sees
             order by c.seq
             limit ?
            """;

    private static final String LAST = """
            select coalesce((select c.seq from change c where (c.readers_before || c.readers_after) && ?
                              order by c.seq desc limit 1), 0)
            """;

    // Times follow the places but for moments, so what was written since is all behind the first that was.
    private static final String FIRST_SINCE = "select seq from change where at >= ? order by seq limit 1";

    // The snapshots of a page alone are read, those of all versions would not fit into memory.
    private static final String HISTORY = """
            with mine as (
              select seq, readers_before && ? as seen, op <> 'DELETED' and readers_after && ? as sees,
                     row_number() over w as version, lag(seq) over w as previous
                from change
               where type = ? and record_id = ? and (readers_before || readers_after) && ?
              window w as (order by version))
            select mine.version, mine.seen, c.at, c.actor_region, c.actor_party, c.actor_body, c.actor_roles,
                   c.visibility_after, c.snapshot, c.version as kept, c.readers_after, c.audited,
                   case when mine.seen then p.snapshot end as previous, p.version as previous_kept,
                   p.readers_after as previous_readers, mine.seen and coalesce(p.audited, false) as previous_audited
              from mine join change c using (seq) left join change p on p.seq = mine.previous
             where mine.sees and mine.version < ?
             order by mine.version desc
             limit ?
            """;

    private static final String WRITERS = """
            select distinct actor_party from change
             where type = ? and record_id = ? and actor_party is not null and visibility_after <> 'OWN_SIDE'
            """;

    private final EntityManager entities;
    private final ObjectMapper json;
    private final ReadAudit readings;
    private final Instance<LoggedType> otherTypes;

    public Changes(
            EntityManager entities, ObjectMapper json, ReadAudit readings, @Any Instance<LoggedType> otherTypes) {
        this.entities = entities;
        this.json = json;
        this.readings = readings;
        this.otherTypes = otherTypes;
    }

    /** The types whose changes are logged here. */
    Set<String> types() {
        Set<String> names = new TreeSet<>();
        entities.getMetamodel().getEntities().stream()
                .map(entity -> (Class<?>) entity.getJavaType())
                .filter(Logged.class::isAssignableFrom)
                .forEach(entity -> names.add(Logged.nameOf(entity)));
        otherTypes.forEach(other -> names.add(Logged.nameOf(other.type())));
        return names;
    }

    /** The parties for which versions of the record were written that not one side alone sees: nobody else writes those. */
    public Set<String> writers(Caller caller, String type, UUID recordId) {
        Objects.requireNonNull(caller);
        return session().doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(WRITERS)) {
                statement.setString(1, type);
                statement.setObject(2, recordId);
                Set<String> parties = new TreeSet<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        parties.add(rows.getString(1));
                    }
                }
                return parties;
            }
        });
    }

    /**
     * What happened after a cursor, in the order of the commits.
     *
     * @throws ProblemException 400 for a type that is not known and for what is no cursor; 410 for a cursor that leads nowhere any more
     */
    public Feed feed(Caller caller, ChangeQuery query) {
        ChangeQuery.Question question = query.question(new ParameterReader(caller), types());
        List<String> regions = question.regions();
        return session().doReturningWork(connection -> {
            Head head = head(connection);
            long after = query.after == null ? head.oldest() - 1 : head.open(query.after);
            try (PreparedStatement statement = connection.prepareStatement(FEED)) {
                Array scope = texts(connection, caller.scope());
                Array within = texts(connection, regions);
                int next = 1;
                for (int side = 0; side < 2; side++) {
                    statement.setArray(next++, scope);
                    statement.setBoolean(next++, regions.isEmpty());
                    statement.setArray(next++, within);
                }
                statement.setArray(next++, scope);
                statement.setBoolean(next++, question.withRecords());
                statement.setLong(next++, after);
                statement.setArray(next++, scope);
                statement.setArray(next++, texts(connection, question.types()));
                statement.setInt(next, query.limit);
                List<ChangeItem> items = new ArrayList<>();
                List<Seen> shown = new ArrayList<>();
                long last = after;
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        ChangeItem item = item(rows, head);
                        items.add(item);
                        if (item.record() != null && rows.getBoolean("audited")) {
                            shown.add(seen(rows, item.type(), item.id()));
                        }
                        last = rows.getLong("seq");
                    }
                }
                readings.seen(caller, shown, Reading.How.FEED);
                return new Feed(items, head.seal(last));
            }
        });
    }

    /**
     * The cursor of what the caller has seen when it has read everything as of now; within a REPEATABLE READ transaction, as of that
     * transaction. It stays the same while nothing happens that the caller may see.
     */
    public String cursor(Caller caller) {
        return session().doReturningWork(connection -> {
            Head head = head(connection);
            try (PreparedStatement statement = connection.prepareStatement(LAST)) {
                statement.setArray(1, texts(connection, caller.scope()));
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return head.seal(Math.max(row.getLong(1), head.oldest() - 1));
                }
            }
        });
    }

    /**
     * The cursor of the place where the log ends. It moves with every change, whoever may see it, and so is for the suite itself alone.
     *
     * @param since the place before the first change that was written then or later instead; null for the end
     */
    ChangeHead head(Caller caller, @Nullable Instant since) {
        Objects.requireNonNull(caller);
        return session().doReturningWork(connection -> {
            Head head = head(connection);
            return new ChangeHead(head.seal(since == null ? head.seq() : before(connection, head, since)));
        });
    }

    private static long before(Connection connection, Head head, Instant since) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIRST_SINCE)) {
            statement.setTimestamp(1, Timestamp.from(since));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) - 1 : head.seq();
            }
        }
    }

    /** Versions of a record, newest first, one more than the page shows if there are more. */
    public List<HistoryItem> history(Caller caller, String type, UUID id, PageRequest page) {
        long before = place(page.after());
        return session().doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(HISTORY)) {
                Array scope = texts(connection, caller.scope());
                statement.setArray(1, scope);
                statement.setArray(2, scope);
                statement.setString(3, type);
                statement.setObject(4, id);
                statement.setArray(5, scope);
                statement.setLong(6, before);
                statement.setInt(7, page.fetch());
                List<HistoryItem> items = new ArrayList<>();
                List<Seen> shown = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        items.add(historyItem(rows));
                        // the one beyond the page only tells that there is a next page
                        if (items.size() < page.fetch()) {
                            shown.addAll(shown(rows, type, id));
                        }
                    }
                }
                readings.seen(caller, shown, Reading.How.HISTORY);
                return items;
            }
        });
    }

    private static long place(@Nullable String key) {
        try {
            return key == null ? Long.MAX_VALUE : Long.parseLong(key);
        } catch (NumberFormatException notOurs) {
            throw ProblemException.invalid(Fault.at("?cursor", "bad-cursor"));
        }
    }

    private static Head head(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HEAD);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Head(row.getObject(1, UUID.class), row.getLong(2), row.getBytes(3), row.getLong(4));
        }
    }

    /** A version, and the one before it, whose values its differences show. */
    private static List<Seen> shown(ResultSet row, String type, UUID id) throws SQLException {
        List<Seen> shown = new ArrayList<>();
        if (row.getBoolean("audited")) {
            shown.add(seen(row, type, id));
        }
        if (row.getBoolean("previous_audited")) {
            shown.add(new Seen(type, id, row.getLong("previous_kept"), List.of((String[])
                    row.getArray("previous_readers").getArray())));
        }
        return shown;
    }

    private static Seen seen(ResultSet row, String type, UUID id) throws SQLException {
        return new Seen(type, id, row.getLong("kept"), List.of((String[])
                row.getArray("readers_after").getArray()));
    }

    private static ChangeItem item(ResultSet row, Head head) throws SQLException {
        boolean sees = row.getBoolean("sees");
        return new ChangeItem(
                op(row.getBoolean("seen"), sees),
                row.getString("type"),
                row.getObject("record_id", UUID.class),
                row.getLong("version"),
                row.getTimestamp("at").toInstant(),
                head.seal(row.getLong("seq")),
                sees ? row.getString("snapshot") : null);
    }

    /** What a change was for a reader who saw the record before it, after it, or both. */
    private static Change.Op op(boolean seen, boolean sees) {
        if (!sees) {
            return Change.Op.DELETED;
        }
        return seen ? Change.Op.UPDATED : Change.Op.CREATED;
    }

    private HistoryItem historyItem(ResultSet row) throws SQLException {
        String previous = row.getString("previous");
        return new HistoryItem(
                row.getLong("version"),
                row.getTimestamp("at").toInstant(),
                op(row.getBoolean("seen"), true),
                new HistoryItem.Actor(
                        row.getString("actor_region"),
                        row.getString("actor_party"),
                        row.getString("actor_body"),
                        List.of((String[]) row.getArray("actor_roles").getArray())),
                Visibility.valueOf(row.getString("visibility_after")),
                previous == null ? List.of() : Difference.between(read(previous), read(row.getString("snapshot"))));
    }

    private JsonNode read(String snapshot) {
        try {
            return json.readTree(snapshot);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("varchar", texts.toArray());
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
