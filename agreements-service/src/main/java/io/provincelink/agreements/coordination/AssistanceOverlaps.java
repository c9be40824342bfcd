package io.provincelink.agreements.coordination;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.Filter;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Pairs of projects that do the same in the same place at the same time; a pair of which the caller may not see both does not exist. */
@Singleton
public class AssistanceOverlaps implements ScopedRepository {

    // Each pair once: the newer one is a. For each a, the indexes on units and around find its neighbours.
    private static final String PAIRS = """
            select a.id, b.id
              from assistance_project a
              join assistance_project b
                on b.id < a.id and b.organisation <> a.organisation and b.fields && a.fields
               and (b.around && a.units or b.units && a.around)
               and (b.period_to is null or b.period_to >= a.period_from)
               and (a.period_to is null or a.period_to >= b.period_from)
             where a.readers && cast(:scope as varchar[]) and b.readers && cast(:scope as varchar[])
            """;

    private final RecordStore store;

    public AssistanceOverlaps(RecordStore store) {
        this.store = store;
    }

    /** The newer and the older one. */
    record Pair(UUID first, UUID second) {

        String key() {
            return first + " " + second;
        }

        static Pair of(String key) {
            try {
                String[] ids = key.split(" ", -1);
                if (ids.length == 2) {
                    return new Pair(UUID.fromString(ids[0]), UUID.fromString(ids[1]));
                }
            } catch (IllegalArgumentException notAnId) {
                // said below
            }
            throw ProblemException.invalid(Fault.at("?cursor", "bad-cursor"));
        }
    }

    /** One page, newest first, and one pair more if there is a next page. */
    List<Pair> list(Caller caller, Filter filter, PageRequest page) {
        @Nullable Pair after = page.after() == null ? null : Pair.of(page.after());
        StringBuilder sql = new StringBuilder(PAIRS);
        filter.conditions().forEach(condition -> sql.append(" and ").append(condition));
        if (after != null) {
            // a.id alone bounds the walk, the pair then finds the place in it
            sql.append(" and a.id <= :first and (a.id, b.id) < (:first, :second)");
        }
        sql.append(" order by a.id desc, b.id desc");
        NativeQuery<Object[]> query =
                store.entities().unwrap(Session.class).createNativeQuery(sql.toString(), Object[].class);
        query.setParameter("scope", caller.scope().toArray(String[]::new));
        filter.parameters().forEach(query::setParameter);
        if (after != null) {
            query.setParameter("first", after.first()).setParameter("second", after.second());
        }
        return query.setMaxResults(page.fetch())
                .getResultStream()
                .map(ids -> new Pair((UUID) ids[0], (UUID) ids[1]))
                .toList();
    }
}
