package io.provincelink.exchanges.meeting;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.record.Filter;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of all meetings in the order in which they are due; who may read a meeting may read them. A change of them is one of their
 * meeting, see {@link Meetings}.
 *
 * <p>As lists of records are asked for: the first walk passes by a few of them in their order and mostly meets a page of hits. Where hits are
 * rare, they are found by an index of the readers or of the filter, and sorted.
 */
@Singleton
public class Outcomes implements ScopedRepository {

    /** How many outcomes a list walks past before it takes another way: a few milliseconds. */
    private static final int WALK = 2_000;

    // the index meeting_outcome_due, word by word
    private static final String KEY = "(coalesce(o.due, date 'infinity'), o.meeting_id, o.outcome_id)";

    private static final String RANGE =
            " coalesce(o.due, date 'infinity') between cast(:from as date) and cast(:to as date)";

    private static final String AFTER =
            " and " + KEY + " > (cast(:afterDue as date), cast(:afterMeeting as uuid), cast(:afterOutcome as uuid))";

    private static final String UNTIL =
            " and " + KEY + " <= (cast(:endDue as date), cast(:endMeeting as uuid), cast(:endOutcome as uuid))";

    private static final String IN_ORDER = " order by coalesce(o.due, date 'infinity'), o.meeting_id, o.outcome_id";

    /** The same order, of which no index knows. */
    private static final String SORTED = " order by coalesce(o.due, date 'infinity') + 0, o.meeting_id, o.outcome_id";

    private static final String END_OF_WALK =
            "select cast(coalesce(o.due, date 'infinity') as text), o.meeting_id, o.outcome_id from meeting_outcome o where"
                    + RANGE;

    private static final String HITS =
            "select cast(coalesce(o.due, date 'infinity') as text), o.meeting_id, o.outcome_id"
                    + " from meeting_outcome o join meeting r on r.id = o.meeting_id where" + RANGE + " and ";

    private static final String IN_SCOPE = "r.readers && cast(:scope as varchar[])";

    /** The scope predicate for few outcomes that are known: an index of readers names half of all meetings to find those among them. */
    private static final String IN_SCOPE_OF_FEW = "coalesce(" + IN_SCOPE + ", false)";

    private final RecordStore store;

    public Outcomes(RecordStore store) {
        this.store = store;
    }

    /**
     * How hits are looked for.
     *
     * @param end where a walk ends; null where it does not
     */
    private record Way(String scope, @Nullable OutcomeKey end, String order) {}

    /** One page, and one outcome more if there is a next page. */
    List<AgreedOutcome> page(Caller caller, OutcomeQuery.Asked asked, PageRequest page) {
        OutcomeKey end = endOfWalk(asked, OutcomeKey.after(page));
        if (end == null) {
            return agreed(caller, hits(caller, asked, page, new Way(IN_SCOPE, null, IN_ORDER)));
        }
        List<OutcomeKey> near = hits(caller, asked, page, new Way(IN_SCOPE_OF_FEW, end, IN_ORDER));
        if (near.size() == page.fetch()) {
            return agreed(caller, near);
        }
        String scope = asked.isOfFew() ? IN_SCOPE_OF_FEW : IN_SCOPE;
        return agreed(caller, hits(caller, asked, page, new Way(scope, null, SORTED)));
    }

    /** Where a walk has passed enough outcomes; null when there are not so many. It tells nobody anything about them. */
    private @Nullable OutcomeKey endOfWalk(OutcomeQuery.Asked asked, @Nullable OutcomeKey after) {
        String sql = END_OF_WALK + (after == null ? "" : AFTER) + IN_ORDER;
        return ranged(session().createNativeQuery(sql, Object[].class), asked, after)
                .setFirstResult(WALK)
                .setMaxResults(1)
                .getResultStream()
                .map(OutcomeKey::of)
                .findFirst()
                .orElse(null);
    }

    private List<OutcomeKey> hits(Caller caller, OutcomeQuery.Asked asked, PageRequest page, Way way) {
        OutcomeKey after = OutcomeKey.after(page);
        OutcomeKey end = way.end();
        StringBuilder sql = new StringBuilder(HITS).append(way.scope());
        Filter filter = asked.filter();
        filter.conditions().forEach(condition -> sql.append(" and ").append(condition));
        sql.append(after == null ? "" : AFTER).append(end == null ? "" : UNTIL).append(way.order());
        NativeQuery<Object[]> query = session().createNativeQuery(sql.toString(), Object[].class);
        query.setParameter("scope", caller.scope().toArray(String[]::new));
        filter.parameters().forEach(query::setParameter);
        if (end != null) {
            query.setParameter("endDue", end.due())
                    .setParameter("endMeeting", end.meeting())
                    .setParameter("endOutcome", end.outcome());
        }
        return ranged(query, asked, after)
                .setMaxResults(page.fetch())
                .getResultStream()
                .map(OutcomeKey::of)
                .toList();
    }

    private static NativeQuery<Object[]> ranged(
            NativeQuery<Object[]> query, OutcomeQuery.Asked asked, @Nullable OutcomeKey after) {
        query.setParameter("from", asked.from()).setParameter("to", asked.to());
        if (after != null) {
            query.setParameter("afterDue", after.due())
                    .setParameter("afterMeeting", after.meeting())
                    .setParameter("afterOutcome", after.outcome());
        }
        return query;
    }

    /** With their meetings, in this order. */
    private List<AgreedOutcome> agreed(Caller caller, List<OutcomeKey> keys) {
        Map<UUID, Meeting> meetings = session()
                .createQuery("from Meeting r where array_intersects(r.readers, :scope) and r.id in :ids", Meeting.class)
                .setParameter("scope", caller.scope().toArray(String[]::new))
                .setParameter(
                        "ids", keys.stream().map(OutcomeKey::meeting).distinct().toList())
                .getResultStream()
                .collect(Collectors.toMap(Meeting::id, Function.identity()));
        return keys.stream()
                .filter(key -> meetings.containsKey(key.meeting()))
                .map(key -> meetings.get(key.meeting()).outcome(key.outcome().toString()))
                .toList();
    }

    private Session session() {
        return store.entities().unwrap(Session.class);
    }
}
