package io.provincelink.record;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.record.audit.Reading;
import io.provincelink.record.audit.Seen;
import io.provincelink.record.change.Change;
import io.provincelink.record.change.HistoryItem;
import io.provincelink.record.change.Logged;
import io.provincelink.record.search.SearchableRecord;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NoResultException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
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

    /** One page, newest id first, and one record more if there is a next page. */
    public List<E> list(Caller caller, Filter filter, PageRequest page) {
        return new Listing<>(type, session()).page(caller, filter, page);
    }

    /**
     * Every record that the caller may see, newest id first, as the change log keeps it.
     *
     * @param taken gets each record and what a reader gets of it
     */
    public void each(Caller caller, Filter filter, BiConsumer<E, Object> taken) {
        each(
                caller,
                filter,
                Reading.How.BUNDLE,
                record -> Map.entry(record, snapshot(record)),
                kept -> taken.accept(kept.getKey(), kept.getValue()));
    }

    /** @param view what is made of each record */
    public <V> void each(Caller caller, Filter filter, Reading.How how, Function<E, V> view, Consumer<V> taken) {
        Walk.Pages<V> pages = (after, most) -> {
            List<E> records = new Listing<>(type, session()).after(caller, filter, after, most);
            shown(caller, records, how);
            return records.stream()
                    .map(record -> new Walk.Step<>(record.id(), view.apply(record)))
                    .toList();
        };
        Walk.through(pages, taken);
    }

    /** Whether what these filters find is still what it was can be told by this, and by one small query; it looks at so many at most. */
    public Gist gist(Caller caller, Filter filter, int most) {
        return new Listing<>(type, session()).gist(caller, filter, most);
    }

    /**
     * Takes a new record in and writes it to the change log.
     *
     * @throws ProblemException 400 when it names what not all of its readers may see, 409 when its id, its code or one of its side's keys is taken, with Location if the caller may see that record
     */
    public E add(Caller caller, E record) {
        if (session().find(type, record.id()) != null) {
            throw alreadyExists(caller, record.id().toString());
        }
        if (record instanceof Coded coded && isCodeTaken(coded.code())) {
            throw alreadyExists(caller, coded.code());
        }
        claimKeys(caller, record);
        index(caller, record); // before it is persisted, which notes what will be inserted
        session().persist(record);
        return written(caller, record, Change.Op.CREATED);
    }

    /**
     * Writes what a verb of the record changed, and tells the change log. Moves the version even when only a child changed.
     *
     * @throws ProblemException 400 or 409 when it names what not all of its readers may see; 409 when another record of the same side
     *     has one of its new keys, with Location as above
     */
    public E changed(Caller caller, E record) {
        record.touch(store.now());
        claimKeys(caller, record);
        index(caller, record);
        return written(caller, record, Change.Op.UPDATED);
    }

    private void index(Caller caller, E record) {
        if (record instanceof SearchableRecord searchable) {
            searchable.index(caller.regions());
        }
    }

    /** Takes the record out of everybody's sight. Nothing is deleted for good: the change log keeps every version. */
    public void remove(Caller caller, E record) {
        record.takeBack();
        record.touch(store.now());
        written(caller, record, Change.Op.DELETED);
    }

    private E written(Caller caller, E record, Change.Op op) {
        if (op != Change.Op.DELETED) {
            new NamedRecords(session()).requireSeen(caller, record);
        }
        session().flush(); // before the ETag is built, and before the change log, whose lock must be held shortest
        RecordRoot.Sight before = op == Change.Op.CREATED ? null : record.sightBefore();
        store.changes()
                .append(
                        new Change(
                                op,
                                Logged.nameOf(type),
                                record.id(),
                                record.version(),
                                before,
                                record.sight(),
                                snapshot(record),
                                partyOf(caller, record),
                                record.isReadAudited()),
                        caller);
        record.remember(); // a second change in the same transaction begins where this one ended
        return record;
    }

    /** Whether a verb left the record as it was read: nothing was written, and nothing would be. */
    boolean isAsRead(Caller caller, E record, long version) {
        return record.version() == version && !session().isDirty();
    }

    /**
     * The records that partners' systems keep under this key. Each side may have one: first the caller's own, then those that the caller
     * is a party of, then the others, the oldest of each first.
     */
    public List<E> withKey(Caller caller, ExternalId key) {
        List<E> found = query(
                        caller,
                        "from " + type.getSimpleName() + " r where array_contains(r.externalKeys, :key) and " + IN_SCOPE
                                + " order by r.id",
                        type)
                .setParameter("key", key.toString())
                .getResultList();
        return found.stream()
                .sorted(Comparator.comparingInt(record -> distance(caller, record)))
                .toList();
    }

    private static int distance(Caller caller, RecordRoot record) {
        if (caller.actsFor(record.owner(), record.anchor())) {
            return 0;
        }
        return record.parties().stream().anyMatch(party -> caller.actsFor(party, record.anchor())) ? 1 : 2;
    }

    private void claimKeys(Caller caller, E record) {
        new ClaimedKeys(session(), type, collection).takenBy(caller, record).ifPresent(other -> {
            throw alreadyExists(caller, other.toString());
        });
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

    /**
     * Notes that the caller is shown these records, as far as they are sensitive and not everybody may read them. To be called before
     * they are sent.
     *
     * @throws ProblemException 503 when that cannot be noted: what is not noted is not shown
     */
    public void shown(Caller caller, Collection<E> records, Reading.How how) {
        List<Seen> noted = records.stream()
                .filter(RecordRoot::isReadAudited)
                .map(record -> new Seen(
                        Logged.nameOf(type),
                        record.id(),
                        record.version(),
                        record.sight().readers()))
                .toList();
        store.readings().seen(caller, noted, how);
    }

    /** Who was shown the record, newest first, and one reading more if there is a next page. */
    public List<Reading> readings(Caller caller, E record, PageRequest page) {
        return store.readings().of(caller, Logged.nameOf(type), record.id(), page);
    }

    /** What is kept in it; a matter of its class, and so nobody's secret. */
    public final Class<E> recordType() {
        return type;
    }

    /** Where the record is, seen from outside. */
    public String address(E record) {
        return "/api/v1/" + collection + "/" + record.id();
    }

    /**
     * The versions of a record that the caller could see, newest first, and one more if there is a next page.
     *
     * @throws ProblemException 404 when there is no such record that the caller may see
     */
    public List<HistoryItem> history(Caller caller, String reference, PageRequest page) {
        return store.history()
                .history(caller, Logged.nameOf(type), get(caller, reference).id(), page);
    }

    /** Whether each version of it was written for parties that the caller acts for. */
    boolean isOwnWork(Caller caller, E record) {
        return store.history().writers(caller, Logged.nameOf(type), record.id()).stream()
                .allMatch(party -> record.isActedForBy(caller, party));
    }

    /** The party that the caller acts for: itself where it is one, else the first that it acts for. */
    private @Nullable String partyOf(Caller caller, E record) {
        return record.parties().stream()
                .filter(party -> record.isActedForBy(caller, party))
                .min(Comparator.comparing(party -> !caller.isCalled(party)))
                .orElse(null);
    }

    /** A query for a subclass' own questions; it must contain {@link #IN_SCOPE}. */
    protected final <T> Query<T> query(Caller caller, String hql, Class<T> result) {
        if (!hql.contains(IN_SCOPE)) {
            throw new IllegalStateException("query without scope: " + hql);
        }
        return session().createQuery(hql, result).setParameter("scope", scope(caller));
    }

    /**
     * A question about those that a filter leaves.
     *
     * @param select up to the conditions, on the alias {@code r}
     * @param rest what comes behind them
     */
    protected final <T> Query<T> among(Caller caller, String select, Filter filter, String rest, Class<T> result) {
        StringBuilder hql = new StringBuilder(select).append(" where ").append(IN_SCOPE);
        filter.conditions().forEach(condition -> hql.append(" and ").append(condition));
        Query<T> query = query(caller, hql.append(rest).toString(), result);
        filter.parameters().forEach(query::setParameter);
        return query;
    }

    private Session session() {
        return store.entities().unwrap(Session.class);
    }

    // an array: a list would be bound as one parameter for each element
    static String[] scope(Caller caller) {
        return caller.scope().toArray(String[]::new);
    }

    private Optional<Reference> reference(String text) {
        Optional<Reference> byId = uuid(text).map(id -> new Reference("r.id = :reference", id));
        return byId.isPresent() || !hasCode() ? byId : Optional.of(new Reference("r.code = :reference", text));
    }

    /** The id that the text is; empty where it is none. */
    protected static Optional<UUID> uuid(@Nullable String text) {
        try {
            // UUID.fromString takes shortened groups too; only the written-out form is an id here
            return text != null && text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private record Reference(String condition, Object value) {}
}
