package io.provincelink.record;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.region.Region;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** The keys of partners' systems in one collection: each means one record of each side. */
final class ClaimedKeys implements ScopedRepository {

    private final Session session;
    private final Class<? extends RecordRoot> type;
    private final String collection;

    ClaimedKeys(Session session, Class<? extends RecordRoot> type, String collection) {
        this.session = session;
        this.type = type;
        this.collection = collection;
    }

    /**
     * The record of the same side that has one of the record's new keys, seen by the caller or not. Who claims the same key at the same time
     * waits here until the first one has committed.
     */
    Optional<UUID> takenBy(Caller caller, RecordRoot record) {
        List<String> keys = record.newKeys();
        for (String key : keys) {
            session.createNativeQuery(
                            "select cast(pg_advisory_xact_lock(hashtextextended(:key, 0)) as text)", String.class)
                    .setParameter("key", collection + " " + key)
                    .getSingleResult();
        }
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        Set<String> side = side(caller, record.owner(), record.anchor());
        return session.createQuery(
                        "select r.id, r.owner, r.anchor from " + type.getSimpleName()
                                + " r where array_intersects(r.externalKeys, :keys) and r.id <> :id",
                        Object[].class)
                .setParameter("keys", keys.toArray(String[]::new))
                .setParameter("id", record.id())
                .getResultStream()
                .filter(other -> !Collections.disjoint(side, side(caller, (String) other[1], (LocalDate) other[2])))
                .map(other -> (UUID) other[0])
                .findFirst();
    }

    /** Keys of the units that stand for a record's owner today: a unit and the one that succeeded it are the same side. */
    private static Set<String> side(Caller caller, String owner, LocalDate anchor) {
        Region unit = caller.regions().on(owner, anchor).orElseThrow(() -> new IllegalStateException(owner));
        List<Region> now = caller.regions().current(unit, caller.today());
        return now.isEmpty()
                ? Set.of(unit.key())
                : now.stream().map(Region::key).collect(Collectors.toSet());
    }
}
