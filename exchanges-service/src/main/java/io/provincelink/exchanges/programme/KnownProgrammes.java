package io.provincelink.exchanges.programme;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.words.Period;
import io.provincelink.record.ScopedRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Programmes that everybody may read, with their periods; so there is no scope to ask for, and each question takes the caller all the same. */
@Singleton
public class KnownProgrammes implements ScopedRepository {

    private final EntityManager entities;

    public KnownProgrammes(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The periods of those of these programmes that are known, by the words that name them.
     *
     * @param references ids or codes, as records name them
     */
    public Map<String, Period> periods(Caller caller, Collection<String> references) {
        Objects.requireNonNull(caller);
        if (references.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entities.createNativeQuery("""
                        select name, period_from, period_to from unnest(cast(:names as text[])) as name
                          join known_programme p on p.code = name or cast(p.id as text) = name
                        """, Object[].class)
                .setParameter("names", references.toArray(String[]::new))
                .getResultList();
        Map<String, Period> periods = new HashMap<>();
        for (Object row : rows) {
            Object[] cells = (Object[]) row;
            periods.put((String) cells[0], new Period(day(cells[1]), day(cells[2])));
        }
        return periods;
    }

    private static LocalDate day(Object cell) {
        return cell instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) cell;
    }

    /** How far the feed has been read; empty at its beginning. */
    Optional<String> cursor(Caller follower) {
        Objects.requireNonNull(follower);
        return entities.createNativeQuery("select cursor from programme_feed", String.class)
                .getResultStream()
                .findFirst()
                .map(String.class::cast);
    }

    /**
     * Takes a stretch of the feed over, unless another instance was quicker. Call within a transaction.
     *
     * @param read the cursor that the stretch was asked for with
     */
    void take(Caller follower, @Nullable String read, FeedPage page) {
        if (!moves(follower, read, page.nextCursor())) {
            return;
        }
        for (FeedPage.Item item : page.items()) {
            FeedPage.Programme programme = item.programme();
            if (item.isGone() || programme == null) {
                entities.createNativeQuery("delete from known_programme where id = :id")
                        .setParameter("id", item.id())
                        .executeUpdate();
            } else {
                entities.createNativeQuery("""
                                insert into known_programme (id, code, period_from, period_to)
                                values (:id, :code, :from, :to)
                                on conflict (id) do update set code = excluded.code,
                                   period_from = excluded.period_from, period_to = excluded.period_to
                                """)
                        .setParameter("id", item.id())
                        .setParameter("code", programme.code())
                        .setParameter("from", programme.period().from())
                        .setParameter("to", programme.period().to())
                        .executeUpdate();
            }
        }
    }

    /**
     * Forgets everything, so that the feed is read from its beginning, unless another instance did so already. Call within a transaction.
     *
     * @param read the cursor that leads nowhere any more
     */
    void beginAnew(Caller follower, String read) {
        Objects.requireNonNull(follower);
        int gone = entities.createNativeQuery("delete from programme_feed where cursor = :read")
                .setParameter("read", read)
                .executeUpdate();
        if (gone > 0) {
            entities.createNativeQuery("delete from known_programme").executeUpdate();
        }
    }

    private boolean moves(Caller follower, @Nullable String read, String next) {
        Objects.requireNonNull(follower);
        // the row is one; who comes second waits for the first and then finds another cursor than it read
        String sql = read == null
                ? "insert into programme_feed (place, cursor) values (1, :next) on conflict do nothing"
                : "update programme_feed set cursor = :next where cursor = :read";
        var statement = entities.createNativeQuery(sql).setParameter("next", next);
        if (read != null) {
            statement.setParameter("read", read);
        }
        return statement.executeUpdate() == 1;
    }
}
