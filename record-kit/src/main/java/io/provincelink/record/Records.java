package io.provincelink.record;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.change.Change;
import io.provincelink.record.search.SearchableRecord;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NoResultException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * A collection of records of one type, the only place that queries them. No method works without a {@link Caller}, and there is no way
 * round the scope predicate: what the caller may not see does not exist.
 */
public abstract class Records<E extends RecordRoot> implements ScopedRepository {

    /** The one predicate that decides what exists for a caller. */
    protected static final String IN_SCOPE = "array_intersects(r.readers, :scope)";

    /** How many records a filtered list walks past before it takes another way: a few milliseconds. */
    private static final int WALK = 2_000;

    private final RecordStore store;
    private final Class<E> type;
    private final String collection;

    /**
     * @param collection last segment of the collection's address, such as {@code programmes}
     */
    protected Records(Class<E> type, String collection, RecordStore store) {
        this.type = type;
        this.collection = collection;
        this.store = store;
    }

    /** What the change log keeps of a version: the view that a reader gets, without personal data. */
    protected abstract Object snapshot(E record);

    /** Whether {@code {id}} in an address may be a {@code code} too. */
    protected boolean hasCode() {
        return false;
    }

    public Optional<E> find(Caller caller, String reference) {
        return find(caller, reference, LockModeType.NONE);
    }

    private Optional<E> find(Caller caller, String reference, LockModeType lock) {
        return reference(reference).flatMap(by -> {
            Query<E> query = session()
                    .createQuery(
                            "from " + type.getSimpleName() + " r where " + by.condition + " and " + IN_SCOPE, type);
            return query.setParameter("reference", by.value)
                    .setParameter("scope", scope(caller))
                    .setLockMode(lock)
                    .uniqueResultOptional();
        });
    }

    /** @throws ProblemException 404 when there is none that the caller may see */
    public E get(Caller caller, String reference) {
        return find(caller, reference).orElseThrow(ProblemException::notFound);
    }

    /**
     * The record for a change of it: other writers wait until this one has committed, and then see its version.
     *
     * @throws ProblemException 404 when there is none that the caller may see
     */
    public E toWrite(Caller caller, String reference) {
        return find(caller, reference, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }

    /**
     * The version alone, for conditional requests: one small query that loads no record.
     *
     * @throws ProblemException 404 when there is none that the caller may see
     */
    public long version(Caller caller, String reference) {
        try {
            Reference by = reference(reference).orElseThrow(ProblemException::notFound);
            return session()
                    .createQuery(
                            "select r.version from " + type.getSimpleName() + " r where " + by.condition + " and "
                                    + IN_SCOPE,
                            Long.class)
                    .setParameter("reference", by.value)
                    .setParameter("scope", scope(caller))
                    .getSingleResult();
        } catch (NoResultException none) {
            throw ProblemException.notFound();
        }
    }

    /**
     * One page, newest id first, and one record more if there is a next page.
     *
     * <p>Where hits are frequent, a walk down the ids meets them soon; where they are rare, an index of the filter finds them at once.
     * The database can only guess which it is: it knows how frequent each condition is, and not that, say, no agreement of the police is
     * public. A wrong guess would walk the whole table, so the walk has an end; what it has not found by then is asked for in an order
     * that no index has, which leaves the filter's index as the way.
     */
    public List<E> list(Caller caller, Filter filter, PageRequest page) {
        UUID after = after(page);
        UUID end = filter.conditions().isEmpty() || filter.isOfOne() ? null : endOfWalk(after);
        if (end == null) {
            return hits(caller, filter, after, null, page.fetch());
        }
        List<E> near = hits(caller, filter, after, end, page.fetch());
        return near.size() == page.fetch() ? near : rareHits(caller, filter, after, page.fetch());
    }

    private static @Nullable UUID after(PageRequest page) {
        String key = page.after();
        return key == null
                ? null
                : uuid(key).orElseThrow(() -> ProblemException.invalid(Fault.at("?cursor", "bad-cursor")));
    }

    /** The id where a walk has passed enough records; null when there are not so many. It tells nobody anything about them. */
    private @Nullable UUID endOfWalk(@Nullable UUID after) {
        Query<UUID> query = session()
                .createQuery(
                        "select r.id from " + type.getSimpleName() + " r"
                                + (after == null ? "" : " where r.id < :after") + " order by r.id desc",
                        UUID.class);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setFirstResult(WALK).setMaxResults(1).uniqueResult();
    }

    private List<E> hits(Caller caller, Filter filter, @Nullable UUID after, @Nullable UUID end, int most) {
        String walk = end == null ? "" : " and r.id >= :end";
        Query<E> query = matching(caller, filter, after, walk + " order by r.id desc");
        if (end != null) {
            query.setParameter("end", end);
        }
        return query.setMaxResults(most).getResultList();
    }

    /** The same order: ids are compared byte by byte, and their text has the bytes in the same places. */
    private List<E> rareHits(Caller caller, Filter filter, @Nullable UUID after, int most) {
        return matching(caller, filter, after, " order by cast(r.id as String) desc")
                .setMaxResults(most)
                .getResultList();
    }

    private Query<E> matching(Caller caller, Filter filter, @Nullable UUID after, String rest) {
        StringBuilder hql = new StringBuilder("from " + type.getSimpleName() + " r where " + IN_SCOPE);
        filter.conditions().forEach(condition -> hql.append(" and ").append(condition));
        if (after != null) {
            hql.append(" and r.id < :after");
        }
        Query<E> query =
                session().createQuery(hql.append(rest).toString(), type).setParameter("scope", scope(caller));
        filter.parameters().forEach(query::setParameter);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query;
    }

    /**
     * Takes a new record in and writes it to the change log.
     *
     * @throws ProblemException 409 when its id or code is taken, with Location if the caller may see that record
     */
    public E add(Caller caller, E record) {
        if (session().find(type, record.id()) != null) {
            throw alreadyExists(caller, record.id().toString());
        }
        if (record instanceof Coded coded && isCodeTaken(coded.code())) {
            throw alreadyExists(caller, coded.code());
        }
        index(caller, record); // before it is persisted, which notes what will be inserted
        session().persist(record);
        return written(caller, record, Change.Op.CREATED);
    }

    /** Writes what a verb of the record changed, and tells the change log. Moves the version even when only a child changed. */
    public E changed(Caller caller, E record) {
        record.touch(store.now());
        index(caller, record);
        return written(caller, record, Change.Op.UPDATED);
    }

    private void index(Caller caller, E record) {
        if (record instanceof SearchableRecord searchable) {
            searchable.index(caller.regions());
        }
    }

    private E written(Caller caller, E record, Change.Op op) {
        session().flush(); // before the ETag is built, and before the change log, whose lock must be held shortest
        RecordRoot.Sight before = op == Change.Op.CREATED ? null : record.sightBefore();
        store.changes()
                .append(
                        new Change(op, name(), record.id(), record.version(), before, record.sight(), snapshot(record)),
                        caller);
        return record;
    }

    /**
     * Lets records be found that were written before there was a search. What they say stays as it is, and so do their versions and the
     * change log. Call within a transaction.
     *
     * @param operator nobody's caller: what is written shows nothing to anybody
     * @return how many it has done, at most so many; 0 when none is left
     */
    int indexOld(Caller operator, int most) {
        if (!SearchableRecord.class.isAssignableFrom(type)) {
            return 0;
        }
        List<E> old = session()
                .createQuery("from " + type.getSimpleName() + " r where r.searchText = '' order by r.id", type)
                .setMaxResults(most)
                .getResultList();
        for (E record : old) {
            SearchableRecord.Found found = ((SearchableRecord) record).found(operator.regions());
            session()
                    .createMutationQuery("update " + type.getSimpleName() + " r set r.searchTerms = :terms,"
                            + " r.searchText = :text where r.id = :id and r.searchText = ''")
                    .setParameter("terms", found.terms())
                    .setParameter("text", found.text())
                    .setParameter("id", record.id())
                    .executeUpdate();
        }
        return old.size();
    }

    private boolean isCodeTaken(String code) {
        return session()
                        .createQuery(
                                "select count(*) from " + type.getSimpleName() + " r where r.code = :code", Long.class)
                        .setParameter("code", code)
                        .getSingleResult()
                > 0;
    }

    private ProblemException alreadyExists(Caller caller, String reference) {
        return ProblemException.alreadyExists(
                find(caller, reference).map(this::address).orElse(null));
    }

    /** Where the record is, seen from outside. */
    public String address(E record) {
        return "/api/v1/" + collection + "/" + record.id();
    }

    /** The type's name in the change log, {@code TRADE_FIGURE}. */
    private String name() {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** A query for a subclass' own questions; it must contain {@link #IN_SCOPE}. */
    protected final <T> Query<T> query(Caller caller, String hql, Class<T> result) {
        if (!hql.contains(IN_SCOPE)) {
            throw new IllegalStateException("query without scope: " + hql);
        }
        return session().createQuery(hql, result).setParameter("scope", scope(caller));
    }

    private Session session() {
        return store.entities().unwrap(Session.class);
    }

    // an array: a list would be bound as one parameter for each element
    private static String[] scope(Caller caller) {
        return caller.scope().toArray(String[]::new);
    }

    private Optional<Reference> reference(String text) {
        Optional<Reference> byId = uuid(text).map(id -> new Reference("r.id = :reference", id));
        return byId.isPresent() || !hasCode() ? byId : Optional.of(new Reference("r.code = :reference", text));
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            // UUID.fromString takes shortened groups too; only the written-out form is an id here
            return text != null && text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private record Reference(String condition, Object value) {}
}
