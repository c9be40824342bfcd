package io.provincelink.exchanges.calendarfeed;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * All private addresses. The unit that one was made for, and who succeeded it, lists and revokes it; whoever knows its secret finds it.
 */
@Singleton
public class CalendarFeeds implements ScopedRepository {

    /** More than the desks of one office. */
    static final int MOST = 100;

    private final RecordStore store;

    public CalendarFeeds(RecordStore store) {
        this.store = store;
    }

    /**
     * A new one for the caller's unit. Call within a transaction.
     *
     * @throws ProblemException 400 when the unit has as many as it may have
     */
    CalendarFeed add(Caller caller, Region unit, FeedSecret secret, CalendarFeedDraft draft) {
        Session session = session();
        // who makes one at the same time waits here, so that none is made beyond the last one
        session.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:key, 0)) as text)", String.class)
                .setParameter("key", "calendar-feeds " + unit.code())
                .getSingleResult();
        long present = session.createQuery(
                        "select count(*) from CalendarFeed f where f.unit = :unit and f.revokedAt is null", Long.class)
                .setParameter("unit", unit.code())
                .getSingleResult();
        if (present >= MOST) {
            throw ProblemException.invalid(Fault.at("", "too-many", MOST));
        }
        CalendarFeed feed = new CalendarFeed(RecordStore.idOr(null), caller, unit, secret, draft, store.now());
        session.persist(feed);
        session.flush();
        return feed;
    }

    /** Those of the caller's unit that are not revoked, newest first. */
    List<CalendarFeed> list(Caller caller) {
        if (caller.unit() == null) {
            return List.of();
        }
        List<String> codes =
                List.of(Parameters.taken(caller.regions(), caller.unit().code(), true));
        return session()
                .createQuery(
                        "from CalendarFeed f where f.unit in :units and f.revokedAt is null order by f.id desc",
                        CalendarFeed.class)
                .setParameter("units", codes)
                .getResultStream()
                .filter(feed -> feed.isOf(caller))
                .toList();
    }

    /** @throws ProblemException 404 when the caller's unit has none with this id */
    CalendarFeed get(Caller caller, UUID id) {
        return Optional.ofNullable(session().find(CalendarFeed.class, id))
                .filter(feed -> !feed.isRevoked() && feed.isOf(caller))
                .orElseThrow(ProblemException::notFound);
    }

    /** Nobody reads it from now on. Call within a transaction. */
    void revoke(Caller caller, UUID id) {
        get(caller, id).revoke(store.now());
    }

    /**
     * The one behind an address, and a note that it was read today. Call within a transaction.
     *
     * @param caller whoever asks; the secret is all that counts
     * @throws ProblemException 404 when there is none, or none any more
     */
    CalendarFeed opened(Caller caller, FeedSecret secret) {
        CalendarFeed feed = session()
                .createQuery(
                        "from CalendarFeed f where f.secretHash = :hash and f.revokedAt is null", CalendarFeed.class)
                .setParameter("hash", secret.hash())
                .uniqueResultOptional()
                .orElseThrow(ProblemException::notFound);
        // a statement of its own: two readers at once do not wait for each other's versions, and once a day is enough
        if (!caller.today().equals(feed.lastReadOn())) {
            session()
                    .createMutationQuery("update CalendarFeed f set f.lastReadOn = :today where f.id = :id"
                            + " and (f.lastReadOn is null or f.lastReadOn < :today)")
                    .setParameter("today", caller.today())
                    .setParameter("id", feed.id())
                    .executeUpdate();
        }
        return feed;
    }

    private Session session() {
        return store.entities().unwrap(Session.class);
    }
}
