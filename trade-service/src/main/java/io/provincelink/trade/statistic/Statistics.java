package io.provincelink.trade.statistic;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.Filter;
import io.provincelink.record.RecordStore;
import io.provincelink.record.change.Change;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** A table of figures that are entities. */
public abstract class Statistics<F extends Statistic, V> implements StatisticTable<F, V> {

    private final RecordStore store;
    private final StatisticLog log;
    private final Class<F> type;
    private final String table;
    private final StatisticKey key;

    /**
     * A table of figures.
     *
     * @param table its name; the collection's address has hyphens and an s instead
     */
    protected Statistics(Class<F> type, String table, StatisticKey key, RecordStore store, StatisticLog log) {
        this.type = type;
        this.table = table;
        this.key = key;
        this.store = store;
        this.log = log;
    }

    /**
     * A figure that says something about the same thing in one of the same months: the same key, or a part or a whole of it that
     * would be counted twice.
     */
    protected abstract Optional<UUID> rival(Caller caller, F figure);

    /**
     * Copies what a revision is about to replace; runs before the entity changes.
     *
     * @param until when that ends, which is when the new version begins
     */
    protected abstract void keepOld(Caller caller, F figure, Instant until);

    public Optional<F> find(Caller caller, String id) {
        return StatisticKey.id(id).map(known -> session().find(type, known));
    }

    @Override
    public F get(Caller caller, String id) {
        return find(caller, id).orElseThrow(ProblemException::notFound);
    }

    @Override
    public long version(Caller caller, String id) {
        UUID known = StatisticKey.id(id).orElseThrow(ProblemException::notFound);
        return session()
                .createQuery("select r.version from " + type.getSimpleName() + " r where r.id = :id", Integer.class)
                .setParameter("id", known)
                .uniqueResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    @Override
    public List<F> list(Caller caller, Filter filter, PageRequest page) {
        String after = page.after();
        String sql = "select r.* from " + rows(caller, filter) + " r" + key.where(filter, after);
        NativeQuery<F> query = session().createNativeQuery(sql, type);
        key.fill(query, filter, after);
        return query.setMaxResults(page.fetch()).getResultList();
    }

    /** SQL for the figures that a list is of: the table, unless the filter asks for another moment than now. */
    protected String rows(Caller caller, Filter filter) {
        return table;
    }

    @Override
    public F add(Caller caller, F figure) {
        requireReporter(caller, figure);
        if (session().find(type, figure.id()) != null) {
            throw ProblemException.alreadyExists(address(figure.id()));
        }
        // Two writers of one reporter's year wait for each other here: the unique key alone would let two overlapping
        // ranges in.
        session()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:what, 0)) as text)", String.class)
                .setParameter(
                        "what", table + figure.reporter() + figure.months().january())
                .getSingleResult();
        rival(caller, figure).ifPresent(other -> {
            throw ProblemException.alreadyExists(address(other));
        });
        session().persist(figure);
        return written(caller, figure, Change.Op.CREATED);
    }

    @Override
    public F getToRevise(Caller caller, String id) {
        F figure = StatisticKey.id(id)
                .map(known -> session().find(type, known, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(ProblemException::notFound);
        requireReporter(caller, figure);
        return figure;
    }

    /** Replaces values, keeps the old ones, and tells the change log. */
    public F revise(Caller caller, F figure, Consumer<F> revision) {
        requireReporter(caller, figure);
        // one moment for both, or for a while nothing would have been known
        Instant now = store.now();
        keepOld(caller, figure, now);
        revision.accept(figure);
        figure.touch(now);
        return written(caller, figure, Change.Op.UPDATED);
    }

    @Override
    public String address(F figure) {
        return address(figure.id());
    }

    /** A query for a subclass' own questions, in SQL. */
    protected final <T> NativeQuery<T> query(Caller caller, String sql, Class<T> result) {
        return session().createNativeQuery(sql, result);
    }

    /**
     * Copies the present row of a figure, with how long it was what one knew and who ended that.
     *
     * @param columns of the values that a revision may change
     */
    protected final void copyOld(Caller caller, F figure, Instant until, String columns) {
        session()
                .createNativeMutationQuery("insert into " + table + "_superseded (figure, version, " + columns
                        + ", since, until, by_region, by_body) select id, version, " + columns
                        + ", updated_at, :until, :region, :body from " + table + " where id = :id")
                .setParameter("until", until)
                .setParameter(
                        "region", caller.unit() == null ? "" : caller.unit().code())
                .setParameter("body", caller.body(), String.class)
                .setParameter("id", figure.id())
                .executeUpdate();
    }

    private F written(Caller caller, F figure, Change.Op op) {
        session().flush(); // before the ETag is built, and before the change log, whose lock must be held shortest
        log.append(caller, op, figure, view(caller, figure));
        return figure;
    }

    private static void requireReporter(Caller caller, Statistic figure) {
        caller.requireActsFor(figure.reporter(), figure.months().firstDay());
    }

    private String address(UUID id) {
        return "/api/v1/" + table.replace('_', '-') + "s/" + id;
    }

    private Session session() {
        return store.entities().unwrap(Session.class);
    }
}
