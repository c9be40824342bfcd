package io.provincelink.agreements.programme;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.time.Today;
import io.provincelink.kit.words.Period;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** All programmes. */
@Singleton
public class Programmes extends Records<Programme> {

    /** More programmes than follow on one another in any file. */
    private static final int LONGEST_CHAIN = 500;

    private final RecordStore store;
    private final Today today;

    public Programmes(RecordStore store, Today today) {
        super(Programme.class, "programmes", store);
        this.store = store;
        this.today = today;
    }

    @Override
    protected Object snapshot(Programme programme) {
        return ProgrammeView.of(programme, today.get());
    }

    @Override
    protected boolean hasCode() {
        return true;
    }

    /** The references that must not run in a circle. */
    enum Link {
        PREDECESSOR("""
                with recursive reached (id) as (
                    select cast(:start as uuid)
                    union
                    select p.predecessor_id from programme p join reached r on p.id = r.id
                     where p.predecessor_id is not null)
                select count(*) from reached where id = :end
                """),
        PARENT("""
                with recursive reached (id) as (
                    select cast(:start as uuid)
                    union
                    select p.parent_id from programme p join reached r on p.id = r.id
                     where p.parent_id is not null)
                select count(*) from reached where id = :end
                """);

        private final String walk;

        Link(String walk) {
            this.walk = walk;
        }
    }

    /**
     * Whether one programme is reached from another by following such references. A circle is one also where the caller does not see
     * all of it, so this looks at every programme; the caller learns yes or no. Whoever sets a reference of this kind waits until
     * whoever set one before has committed, for two together could close a circle that neither sees.
     */
    boolean isReached(Caller caller, Link link, UUID start, UUID end) {
        Objects.requireNonNull(caller);
        store.entities()
                .createNativeQuery("select pg_advisory_xact_lock(hashtext('programme-links')) is null", Boolean.class)
                .getSingleResult();
        Object count = store.entities()
                .createNativeQuery(link.walk, Long.class)
                .setParameter("start", start)
                .setParameter("end", end)
                .getSingleResult();
        return ((Number) count).longValue() > 0;
    }

    /** The programme, those before it and those after it, as far as the caller sees them one after the other, in the order of time. */
    List<Programme> chain(Caller caller, String reference) {
        Programme from = get(caller, reference);
        Map<UUID, Programme> found = new LinkedHashMap<>(Map.of(from.id(), from));
        Programme at = from;
        while (at != null) {
            UUID before = at.links().predecessor();
            at = before == null || found.containsKey(before)
                    ? null
                    : find(caller, before.toString()).orElse(null);
            if (at != null) {
                found.put(at.id(), at);
            }
        }
        // all that follow on any of these: a side may have drafted another next period
        List<UUID> last = List.copyOf(found.keySet());
        while (!last.isEmpty() && found.size() < LONGEST_CHAIN) {
            List<UUID> next = new ArrayList<>();
            for (Programme after : following(caller, last)) {
                if (found.putIfAbsent(after.id(), after) == null) {
                    next.add(after.id());
                }
            }
            last = next;
        }
        return found.values().stream()
                .sorted(Comparator.comparing((Programme each) -> each.period().from())
                        .thenComparing(each -> each.period().to())
                        .thenComparing(Programme::id))
                .toList();
    }

    private List<Programme> following(Caller caller, List<UUID> programmes) {
        return query(
                        caller,
                        "from Programme r where array_intersects(r.readers, :scope) and r.predecessorId in :before order by r.id",
                        Programme.class)
                .setParameter("before", programmes)
                .setMaxResults(LONGEST_CHAIN)
                .getResultList();
    }

    /** What that side has already drafted for that period after that programme. */
    Optional<Programme> renewal(Caller caller, Programme predecessor, Period period, String owner) {
        return query(caller, """
                        from Programme r where array_intersects(r.readers, :scope)
                         and r.predecessorId = :predecessor and r.owner = :owner
                         and r.periodFrom = :from and r.periodTo = :to
                         order by r.id
                        """, Programme.class)
                .setParameter("predecessor", predecessor.id())
                .setParameter("owner", owner)
                .setParameter("from", period.from())
                .setParameter("to", period.to())
                .setMaxResults(1)
                .uniqueResultOptional();
    }
}
