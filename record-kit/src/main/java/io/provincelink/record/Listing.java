package io.provincelink.record;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
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
 * public. A wrong guess would walk the whole table, so the walk has an end; what it has not found by then is asked for in an order
 * that no index has, which leaves the filter's index as the way.
 */
final class Listing<E extends RecordRoot> implements ScopedRepository {

    /** How many records a filtered list walks past before it takes another way: a few milliseconds. */
    private static final int WALK = 2_000;

    private final Class<E> type;
    private final Session session;

    Listing(Class<E> type, Session session) {
        this.type = type;
        this.session = session;
    }

    /** One page, newest id first, and one record more if there is a next page. */
    List<E> page(Caller caller, Filter filter, PageRequest page) {
        UUID after = after(page);
        UUID end = filter.conditions().isEmpty() || filter.isOfOne() ? null : endOfWalk(after);
        if (end == null) {
            return hits(caller, filter, after, null, page.fetch());
        }
        List<E> near = hits(caller, filter, after, end, page.fetch());
        return near.size() == page.fetch() ? near : rareHits(caller, filter, after, page.fetch());
    }

    /** The next records after this id, newest first. */
    List<E> after(Caller caller, Filter filter, @Nullable UUID id, int most) {
        return hits(caller, filter, id, null, most);
    }

    private static @Nullable UUID after(PageRequest page) {
        String key = page.after();
        return key == null
                ? null
                : Records.uuid(key).orElseThrow(() -> ProblemException.invalid(Fault.at("?cursor", "bad-cursor")));
    }

    /** The id where a walk has passed enough records; null when there are not so many. It tells nobody anything about them. */
    private @Nullable UUID endOfWalk(@Nullable UUID after) {
        Query<UUID> query = session.createQuery(
                "select r.id from " + type.getSimpleName() + " r" + (after == null ? "" : " where r.id < :after")
                        + " order by r.id desc",
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
        StringBuilder hql = new StringBuilder("from " + type.getSimpleName() + " r where " + Records.IN_SCOPE);
        filter.conditions().forEach(condition -> hql.append(" and ").append(condition));
        if (after != null) {
            hql.append(" and r.id < :after");
        }
        Query<E> query =
                session.createQuery(hql.append(rest).toString(), type).setParameter("scope", Records.scope(caller));
        filter.parameters().forEach(query::setParameter);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query;
    }
}
