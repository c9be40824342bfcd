package io.provincelink.trade.load;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.Filter;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import io.provincelink.trade.load.merge.LoadStep;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * All loads. A load is the business of its reporter's side alone, and of whoever sent it: for everybody else it does not exist. What
 * the service does by itself to a load that was let in takes the caller in whose name it does so, and asks for no scope.
 */
@Singleton
class TradeLoads implements ScopedRepository {

    private static final String IN_SCOPE = "array_intersects(r.readers, :scope)";

    private static final String PROGRESS = """
            update trade_load set bytes = :bytes, rows = :rows, heard_of = clock_timestamp(), version = version + 1
             where id = :id and status = 'RUNNING' and place is null
            """;

    private static final String STEP = """
            update trade_load set phase = 'MERGING', percent = :percent, heard_of = clock_timestamp(), version = version + 1
             where id = :id and status = 'RUNNING'
            """;

    /** Received loads of which no earlier one of the same reporter waits. */
    private static final String WAITING = """
            select l.id from trade_load l
             where l.status = 'RUNNING' and l.place is not null
               and not exists (select from trade_load e where e.status = 'RUNNING' and e.place < l.place
                                                          and e.reporter = l.reporter)
             order by l.place
            """;

    private static final String ABANDONED = """
            update trade_load
               set status = 'FAILED', failure = 'RECEIVER_GONE', finished_at = :at, version = version + 1
             where status = 'RUNNING' and place is null
               and heard_of < clock_timestamp() - make_interval(secs => :seconds)
            """;

    private final RecordStore store;

    TradeLoads(RecordStore store) {
        this.store = store;
    }

    void add(Caller caller, TradeLoad load) {
        session().persist(load);
    }

    /**
     * The load with this id.
     *
     * @throws ProblemException 404
     */
    TradeLoad get(Caller caller, String id) {
        return session()
                .createQuery("from TradeLoad r where " + IN_SCOPE + " and r.id = :id", TradeLoad.class)
                .setParameter("scope", scope(caller))
                .setParameter("id", uuid(id).orElseThrow(ProblemException::notFound))
                .uniqueResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** The version alone, for conditional requests. */
    long version(Caller caller, String id) {
        return session()
                .createQuery("select r.version from TradeLoad r where " + IN_SCOPE + " and r.id = :id", Long.class)
                .setParameter("scope", scope(caller))
                .setParameter("id", uuid(id).orElseThrow(ProblemException::notFound))
                .uniqueResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /**
     * The same load, for a change; nobody else changes it until the transaction ends.
     *
     * @throws ProblemException 404, also when it was forgotten meanwhile
     */
    TradeLoad getToChange(Caller caller, String id) {
        TradeLoad load = get(caller, id);
        try {
            session().refresh(load, LockModeType.PESSIMISTIC_WRITE);
        } catch (EntityNotFoundException forgotten) {
            throw ProblemException.notFound();
        }
        return load;
    }

    /** One page, newest first, and one load more if there is a next page. */
    List<TradeLoad> list(Caller caller, Filter filter, PageRequest page) {
        String after = page.after();
        StringBuilder hql = new StringBuilder("from TradeLoad r where " + IN_SCOPE);
        filter.conditions().forEach(condition -> hql.append(" and ").append(condition));
        if (after != null) {
            hql.append(" and r.id < :after");
        }
        Query<TradeLoad> query = session()
                .createQuery(hql.append(" order by r.id desc").toString(), TradeLoad.class)
                .setParameter("scope", scope(caller));
        filter.parameters().forEach(query::setParameter);
        if (after != null) {
            query.setParameter(
                    "after",
                    uuid(after).orElseThrow(() -> ProblemException.invalid(Fault.at("?cursor", "bad-cursor"))));
        }
        return query.setMaxResults(page.fetch()).getResultList();
    }

    /** Writes what has changed, so that its new version is known. */
    void flush(Caller caller) {
        session().flush();
    }

    /** For the service's own work on a load: as it stands now, and not locked; empty when it was forgotten. */
    Optional<TradeLoad> read(Caller caller, UUID id) {
        TradeLoad load = session().find(TradeLoad.class, id);
        if (load != null) {
            session().detach(load);
        }
        return Optional.ofNullable(load);
    }

    /** For the service's own work on a load: locked until the transaction ends; empty when it was forgotten. */
    Optional<TradeLoad> lock(Caller caller, UUID id) {
        return Optional.ofNullable(session().find(TradeLoad.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Without a trace: of a file that was refused as a whole. What was cancelled meanwhile stays, as somebody was told so. */
    void forget(Caller caller, UUID id) {
        session()
                .createMutationQuery("delete from TradeLoad where id = :id and status = RUNNING")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** @return false when the load does not arrive any more */
    boolean progress(Caller caller, UUID id, long bytes, long rows) {
        return session()
                        .createNativeMutationQuery(PROGRESS)
                        .setParameter("bytes", bytes)
                        .setParameter("rows", rows)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** @return false when the load does not run any more */
    boolean step(Caller caller, UUID id, LoadStep step) {
        return session()
                        .createNativeMutationQuery(STEP)
                        .setParameter("percent", step.percent())
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    boolean isRunning(Caller caller, UUID id) {
        return session()
                .createNativeQuery("select status = 'RUNNING' from trade_load where id = :id", Boolean.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .orElse(false);
    }

    /** The loads that may be taken over now, in the order in which they were acknowledged. */
    List<UUID> waiting(Caller caller) {
        return session().createNativeQuery(WAITING, UUID.class).getResultList();
    }

    /**
     * Makes the load this transaction's own, for as long as that lasts; a killed instance lets go of it by itself. A lock of its own and
     * not the row's, so that progress can be noted and the load be cancelled meanwhile.
     *
     * @return false when another one has it
     */
    boolean claim(Caller caller, UUID id) {
        return session()
                .createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended('trade_load' || cast(:id as text), 0))",
                        Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** The next place in the reporter's order, taken on the way into the commit, so that places are in the order of commits. */
    long nextPlace(Caller caller, String reporter) {
        session()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('trade_load_place' || :reporter, 0)) as text)",
                        String.class)
                .setParameter("reporter", reporter)
                .getSingleResult();
        return session()
                .createNativeQuery("select nextval('trade_load_place')", Long.class)
                .getSingleResult();
    }

    /** Ends the loads whose receiving instance has not been heard of for so long: what it had is gone with it. */
    int failAbandoned(Caller caller, Duration silence) {
        return session()
                .createNativeMutationQuery(ABANDONED)
                .setParameter("at", store.now())
                .setParameter("seconds", (double) silence.toSeconds())
                .executeUpdate();
    }

    private Session session() {
        return store.entities().unwrap(Session.class);
    }

    private static String[] scope(Caller caller) {
        return caller.scope().toArray(String[]::new);
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            // UUID.fromString takes shortened groups too; only the written-out form is an id here
            return text != null && text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
