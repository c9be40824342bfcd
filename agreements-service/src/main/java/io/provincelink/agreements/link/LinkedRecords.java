package io.provincelink.agreements.link;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.Coded;
import io.provincelink.record.RecordRoot;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Records that name others of their kind by id, in a property that is one id or several. */
public abstract class LinkedRecords<E extends RecordRoot & Coded> extends Records<E> {

    private static final String HIDDEN = "…";

    private final RecordStore store;
    private final Class<E> type;

    protected LinkedRecords(Class<E> type, String collection, RecordStore store) {
        super(type, collection, store);
        this.store = store;
        this.type = type;
    }

    /** Those of these records that the caller may see. */
    public List<E> among(Caller caller, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : query(caller, hql("r.id in :ids"), type)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** Those of a condition on {@code r} and {@code :ids}, an array, that the caller may see. */
    protected final List<E> naming(Caller caller, String condition, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : query(caller, hql(condition), type)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList();
    }

    private String hql(String condition) {
        return "from " + type.getSimpleName() + " r where " + condition + " and " + IN_SCOPE + " order by r.id";
    }

    /**
     * Waits for the others who are about to let one record name another: each of two writers alone could be right, and both together
     * close a circle. Held until the transaction ends; taken after the row's own lock and before the change log's, so nobody waits for
     * each other.
     */
    public void nameOneAtATime(Caller caller) {
        store.entities()
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtext('" + type.getSimpleName() + " names another'))")
                .getSingleResult();
    }

    /**
     * The shortest way from one of these records to the goal along the property, as codes; empty when there is none. A circle through
     * what the caller may not see is one too, so all records are followed; the hidden ones are not named.
     */
    public List<String> way(Caller caller, String property, Collection<UUID> from, UUID goal) {
        Map<UUID, UUID> cameFrom = new HashMap<>();
        Set<UUID> at = new LinkedHashSet<>(from);
        Set<UUID> seen = new LinkedHashSet<>(from);
        while (!at.isEmpty() && !seen.contains(goal)) {
            Set<UUID> next = new LinkedHashSet<>();
            for (Object[] row : named(property, at)) {
                for (UUID there : ids(row[1])) {
                    if (seen.add(there)) {
                        cameFrom.put(there, (UUID) row[0]);
                        next.add(there);
                    }
                }
            }
            at = next;
        }
        return seen.contains(goal) ? codes(caller, back(cameFrom, goal)) : List.of();
    }

    private List<Object[]> named(String property, Collection<UUID> ids) {
        return store.entities()
                .createQuery(
                        "select r.id, r." + property + " from " + type.getSimpleName() + " r where r.id in :ids and r."
                                + property + " is not null",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList();
    }

    private static Collection<UUID> ids(Object value) {
        if (value instanceof UUID one) {
            return List.of(one);
        }
        List<UUID> ids = new ArrayList<>();
        ((Collection<?>) value).forEach(id -> ids.add((UUID) id));
        return ids;
    }

    private static List<UUID> back(Map<UUID, UUID> cameFrom, UUID goal) {
        List<UUID> way = new ArrayList<>();
        for (UUID at = goal; at != null; at = cameFrom.get(at)) {
            way.add(at);
        }
        Collections.reverse(way);
        return way;
    }

    private List<String> codes(Caller caller, List<UUID> way) {
        Map<UUID, String> codes = new HashMap<>();
        among(caller, way).forEach(record -> codes.put(record.id(), record.code()));
        return way.stream().map(id -> codes.getOrDefault(id, HIDDEN)).toList();
    }
}
