package io.provincelink.trade.statistic;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.Filter;
import io.provincelink.record.RecordRoot;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import io.provincelink.record.change.Change;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * A table of figures, the only place that queries it. Figures are public: everybody reads all of them, so no question has a scope
 * predicate. A write is the reporter's: whoever does not act for the reporting unit on the first day of the month gets a 403 here,
 * whatever called.
 */
public abstract class Statistics<F extends Statistic, V> implements ScopedRepository {

    private final RecordStore store;
    private final Class<F> type;
    private final String table;
    private final StatisticKey key;

    /**
     * A table of figures.
     *
     * @param table its name; the collection's address has hyphens and an s instead
     */
    protected Statistics(Class<F> type, String table, StatisticKey key, RecordStore store) {
        this.type = type;
        this.table = table;
        this.key = key;
        this.store = store;
    }

    /** What a reader gets; the change log keeps the same. */
    public abstract V view(Caller caller, F figure);

    /**
     * A figure that says something about the same thing in one of the same months: the same key, or a part or a whole of it that
     * would be counted twice.
     */
    protected abstract Optional<UUID> rival(Caller caller, F figure);

    /** Copies what a revision is about to replace; runs before the entity changes. */
    protected abstract void keepOld(Caller caller, F figure);

    public Optional<F> find(Caller caller, String id) {
        return uuid(id).map(known -> session().find(type, known));
    }

    /**
     * The figure with this id.
     *
     * @throws ProblemException 404
     */
    public F get(Caller caller, String id) {
        return find(caller, id).orElseThrow(ProblemException::notFound);
    }

    /**
     * The version alone, for conditional requests.
     *
     * @throws ProblemException 404
     */
    public long version(Caller caller, String id) {
        UUID known = uuid(id).orElseThrow(ProblemException::notFound);
        return session()
                .createQuery("select r.version from " + type.getSimpleName() + " r where r.id = :id", Integer.class)
                .setParameter("id", known)
                .uniqueResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /**
     * One page in the order of the key, oldest month first, and one figure more if there is a next page.
     *
     * @param filter conditions in SQL on the alias {@code r}
     */
    public List<F> list(Caller caller, Filter filter, PageRequest page) {
        String after = page.after();
        StringBuilder sql = new StringBuilder("select r.* from " + table + " r where true");
        filter.conditions().forEach(condition -> sql.append(" and ").append(condition));
        if (after != null) {
            sql.append(" and ").append(key.after());
        }
        sql.append(" order by ").append(key.order());
        NativeQuery<F> query = session().createNativeQuery(sql.toString(), type);
        filter.parameters().forEach(query::setParameter);
        if (after != null) {
            List<Object> values = key.read(after);
            for (int i = 0; i < values.size(); i++) {
                query.setParameter("key" + i, values.get(i));
            }
        }
        return query.setMaxResults(page.fetch()).getResultList();
    }

    /**
     * Takes a new figure in and writes it to the change log.
     *
     * @throws ProblemException 403 when the caller does not act for the reporter; 409 with Location when its id is taken or another
     *     figure says something about the same thing
     */
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

    /**
     * The figure, for a change by its reporter. Until the transaction ends nobody else changes it: of two that read the same version,
     * the second sees the first one's.
     *
     * @throws ProblemException 404, or 403 when the caller does not act for the reporter
     */
    public F getToRevise(Caller caller, String id) {
        F figure = uuid(id).map(known -> session().find(type, known, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(ProblemException::notFound);
        requireReporter(caller, figure);
        return figure;
    }

    /** Replaces values, keeps the old ones, and tells the change log. */
    public F revise(Caller caller, F figure, Consumer<F> revision) {
        requireReporter(caller, figure);
        keepOld(caller, figure);
        revision.accept(figure);
        figure.touch(store.now());
        return written(caller, figure, Change.Op.UPDATED);
    }

    /** Where the figure is, seen from outside. */
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
    protected final void copyOld(Caller caller, F figure, String columns) {
        session()
                .createNativeMutationQuery("insert into " + table + "_superseded (figure, version, " + columns
                        + ", since, until, by_region, by_body) select id, version, " + columns
                        + ", updated_at, :until, :region, :body from " + table + " where id = :id")
                .setParameter("until", store.now())
                .setParameter(
                        "region", caller.unit() == null ? "" : caller.unit().code())
                .setParameter("body", caller.body(), String.class)
                .setParameter("id", figure.id())
                .executeUpdate();
    }

    private F written(Caller caller, F figure, Change.Op op) {
        session().flush(); // before the ETag is built, and before the change log, whose lock must be held shortest
        var everybody = new RecordRoot.Sight(
                Visibility.PUBLIC, figure.parties(), List.of(Caller.EVERYBODY), within(caller, figure));
        var before = op == Change.Op.CREATED ? null : everybody;
        store.changes()
                .append(
                        new Change(
                                op,
                                table.toUpperCase(Locale.ROOT),
                                figure.id(),
                                figure.version(),
                                before,
                                everybody,
                                view(caller, figure),
                                figure.reporter(),
                                false),
                        caller);
        return figure;
    }

    private static List<String> within(Caller caller, Statistic figure) {
        return figure.parties().stream()
                .flatMap(code -> caller.regions().on(code, figure.months().firstDay()).stream())
                .flatMap(unit -> caller.regions().within(unit).stream())
                .distinct()
                .toList();
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

    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            // UUID.fromString takes shortened groups too; only the written-out form is an id here
            return text != null && text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
