package io.provincelink.record;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import jakarta.persistence.Parameter;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one page of a list.
 *
 * <p>Where hits are frequent, a walk down the ids meets them soon; where they are rare, an index of the filter finds them at once.
 * The database can only guess which it is: it knows how frequent each condition is, and not that, say, no agreement of the police is
 * public. A wrong guess would walk the whole table, so the walk has an end. Hits that are many and all lie far back are neither: a walk
 * along a {@link Trail} of the filter passes by nothing else. What is not found by then is asked for in an order that no index has,
 * which leaves the filter's index as the way.
 */
final class Listing<E extends RecordRoot> implements ScopedRepository {

    /** How many records a filtered list walks past before it takes another way: a few milliseconds. */
    private static final int WALK = 2_000;

    /** The same where a trail is the other way, which is as good as this one unless most of the newest records are hits. */
    private static final int WALK_TO_TRAIL = 500;

    /** How many numbers a trail may have in use, each a descent in its index, and how many strands, each planned on its own. */
    private static final int MOST_NUMBERS = 500;

    private static final int MOST_STRANDS = 128;

    /** The scope predicate for few records that are known: an index of readers names half of all records to find those among them. */
    private static final String IN_SCOPE_OF_FEW = "coalesce(" + Records.IN_SCOPE + ", false) = true";

    private final Class<E> type;
    private final Session session;

    Listing(Class<E> type, Session session) {
        this.type = type;
        this.session = session;
    }

    /** One page, newest id first, and one record more if there is a next page. */
    List<E> page(Caller caller, Filter filter, PageRequest page) {
        UUID after = after(page);
        boolean walksFreely = filter.conditions().isEmpty() || filter.isOfOne();
        UUID end = walksFreely ? null : endOfWalk(after, filter.trails().isEmpty() ? WALK : WALK_TO_TRAIL);
        if (end == null) {
            return hits(caller, filter, after, null, page.fetch());
        }
        List<E> near = hits(caller, filter, after, end, page.fetch());
        if (near.size() == page.fetch()) {
            return near;
        }
        for (Trail trail : filter.trails()) {
            List<E> found = along(caller, filter, trail, after, page.fetch());
            if (found != null) {
                return found;
            }
        }
        return rareHits(caller, filter, after, page.fetch());
    }

    /** The next records after this id, newest first. */
    List<E> after(Caller caller, Filter filter, @Nullable UUID id, int most) {
        return hits(caller, filter, id, null, most);
    }

    /** How many there are, and a hash of which versions these are; of more than so many, of any of them. */
    Gist gist(Caller caller, Filter filter, int most) {
        String hql =
                "select count(*), coalesce(sum(cast(sql('hashtext(concat(?, ?))', found.id, found.version) as Long)), 0L)"
                        + " from (select r.id as id, r.version as version " + from(Records.IN_SCOPE, filter)
                        + " order by r.id desc limit " + most + ") found";
        return asked(session.createQuery(hql, Gist.class), caller, filter).getSingleResult();
    }

    private static @Nullable UUID after(PageRequest page) {
        String key = page.after();
        return key == null
                ? null
                : Records.uuid(key).orElseThrow(() -> ProblemException.invalid(Fault.at("?cursor", "bad-cursor")));
    }

    /** The id where a walk has passed enough records; null when there are not so many. It tells nobody anything about them. */
    private @Nullable UUID endOfWalk(@Nullable UUID after, int walk) {
        Query<UUID> query = session.createQuery(
                "select r.id from " + type.getSimpleName() + " r" + (after == null ? "" : " where r.id < :after")
                        + " order by r.id desc",
                UUID.class);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setFirstResult(walk).setMaxResults(1).uniqueResult();
    }

    private List<E> hits(Caller caller, Filter filter, @Nullable UUID after, @Nullable UUID end, int most) {
        String walk = end == null ? "" : " and r.id >= :endOfWalk";
        Query<E> query = matching(caller, Records.IN_SCOPE, filter, after, walk + " order by r.id desc");
        if (end != null) {
            query.setParameter("endOfWalk", end);
        }
        return query.setMaxResults(most).getResultList();
    }

    /** The page as far as there is one; null when it is not full where the walk ends, or the trail has too many strands. */
    private @Nullable List<E> along(Caller caller, Filter filter, Trail trail, @Nullable UUID after, int most) {
        List<UUID> ids = newest(trail, after);
        if (ids == null) {
            return null;
        }
        List<E> found = ids.isEmpty() ? List.of() : hitsAmong(caller, filter, ids, most);
        boolean toTheEnd = ids.size() < WALK;
        return toTheEnd || found.size() == most ? found : null;
    }

    /** The ids of a walk along the trail. They tell nobody anything: scope and filter are asked of the records. */
    private @Nullable List<UUID> newest(Trail trail, @Nullable UUID after) {
        List<Integer> inUse = with(trail, session.createNativeQuery(trail.numbersInUse(), Integer.class))
                .setMaxResults(MOST_NUMBERS)
                .getResultList();
        List<Integer> strands = trail.strands(inUse);
        if (inUse.size() == MOST_NUMBERS || strands.size() > MOST_STRANDS) {
            return null;
        }
        if (strands.isEmpty()) {
            return List.of();
        }
        Query<UUID> query = with(trail, session.createNativeQuery(trail.merged(strands, after != null), UUID.class));
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(WALK).getResultList();
    }

    private static <T> Query<T> with(Trail trail, Query<T> query) {
        for (Parameter<?> parameter : query.getParameters()) {
            Object value = trail.parameters().get(parameter.getName());
            if (value != null) {
                query.setParameter(parameter.getName(), value);
            }
        }
        return query;
    }

    private List<E> hitsAmong(Caller caller, Filter filter, List<UUID> ids, int most) {
        // an array, so that the index of ids reads it in their order and stops when the page is full
        String among = " and cast(sql('? = any(?)', r.id, :ids) as Boolean) = true";
        return matching(caller, IN_SCOPE_OF_FEW, filter, null, among + " order by r.id desc")
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * The same order: ids are compared byte by byte, and their text has the bytes in the same places. The filter's index is the way, and
     * the scope is asked of what it leads to: the index of readers would name everybody's records as well.
     */
    private List<E> rareHits(Caller caller, Filter filter, @Nullable UUID after, int most) {
        return matching(caller, IN_SCOPE_OF_FEW, filter, after, " order by cast(r.id as String) desc")
                .setMaxResults(most)
                .getResultList();
    }

    private Query<E> matching(Caller caller, String scope, Filter filter, @Nullable UUID after, String rest) {
        String hql = from(scope, filter) + (after == null ? "" : " and r.id < :after") + rest;
        Query<E> query = asked(session.createQuery(hql, type), caller, filter);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query;
    }

    private String from(String scope, Filter filter) {
        StringBuilder hql = new StringBuilder("from " + type.getSimpleName() + " r where " + scope);
        filter.conditions().forEach(condition -> hql.append(" and ").append(condition));
        return hql.toString();
    }

    private static <T> Query<T> asked(Query<T> query, Caller caller, Filter filter) {
        query.setParameter("scope", Records.scope(caller));
        filter.parameters().forEach(query::setParameter);
        return query;
    }
}
