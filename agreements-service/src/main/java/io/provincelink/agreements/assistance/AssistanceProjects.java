package io.provincelink.agreements.assistance;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.Filter;
import io.provincelink.record.RecordStore;
import io.provincelink.record.Records;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All projects of assistance, and their transactions, which are reached through them. */
@Singleton
public class AssistanceProjects extends Records<AssistanceProject> {

    private final RecordStore store;

    public AssistanceProjects(RecordStore store) {
        super(AssistanceProject.class, "assistance-projects", store);
        this.store = store;
    }

    @Override
    protected Object snapshot(AssistanceProject project) {
        return AssistanceProjectView.of(project);
    }

    /** A piece of the filtered list, newest id first, for who reads all of it; forgets the piece before. */
    public List<AssistanceProject> piece(Caller caller, Filter filter, @Nullable UUID after, int size) {
        store.entities().clear();
        StringBuilder hql = new StringBuilder("from AssistanceProject r where array_intersects(r.readers, :scope)");
        filter.conditions().forEach(condition -> hql.append(" and ").append(condition));
        if (after != null) {
            hql.append(" and r.id < :after");
        }
        var query = query(caller, hql.append(" order by r.id desc").toString(), AssistanceProject.class);
        filter.parameters().forEach(query::setParameter);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(size).getResultList();
    }

    /** Version of the project's organisation, where the caller may see both. */
    public Optional<Long> organisationVersion(Caller caller, UUID project) {
        return query(caller, """
                        select o.version from AssistanceProject r join Organisation o on o.id = r.organisation
                         where array_intersects(r.readers, :scope) and array_intersects(o.readers, :scope)
                         and r.id = :project
                        """, Long.class).setParameter("project", project).uniqueResultOptional();
    }

    /** Those of the ids that the caller may see. */
    public Map<UUID, AssistanceProject> byId(Caller caller, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return query(
                        caller,
                        "from AssistanceProject r where array_intersects(r.readers, :scope) and r.id in :ids",
                        AssistanceProject.class)
                .setParameter("ids", List.copyOf(ids))
                .getResultStream()
                .collect(Collectors.toMap(AssistanceProject::id, Function.identity()));
    }

    /** One page of the project's transactions, newest id first, and one more if there is a next page. */
    List<AssistanceTransaction> transactions(
            Caller caller, AssistanceProject project, @Nullable TransactionKind kind, PageRequest page) {
        UUID after = after(page);
        StringBuilder hql = new StringBuilder("""
                select t from AssistanceTransaction t join AssistanceProject r on t.project = r.id
                 where array_intersects(r.readers, :scope) and r.id = :project""");
        hql.append(kind == null ? "" : " and t.kind = :kind").append(after == null ? "" : " and t.id < :after");
        var query = query(caller, hql.append(" order by t.id desc").toString(), AssistanceTransaction.class)
                .setParameter("project", project.id());
        if (kind != null) {
            query.setParameter("kind", kind);
        }
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(page.fetch()).getResultList();
    }

    private static @Nullable UUID after(PageRequest page) {
        String after = page.after();
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.invalid(Fault.at("?cursor", "bad-cursor"));
        }
    }

    /** All transactions of these projects that the caller may see, by project and day. */
    public List<AssistanceTransaction> transactions(Caller caller, Collection<UUID> projects) {
        if (projects.isEmpty()) {
            return List.of();
        }
        return query(caller, """
                        select t from AssistanceTransaction t join AssistanceProject r on t.project = r.id
                         where array_intersects(r.readers, :scope) and r.id in :projects
                         order by t.project, t.day, t.id
                        """, AssistanceTransaction.class)
                .setParameter("projects", List.copyOf(projects))
                .getResultList();
    }

    Optional<AssistanceTransaction> transaction(Caller caller, AssistanceProject project, UUID id) {
        return query(caller, """
                        select t from AssistanceTransaction t join AssistanceProject r on t.project = r.id
                         where array_intersects(r.readers, :scope) and r.id = :project and t.id = :id
                        """, AssistanceTransaction.class)
                .setParameter("project", project.id())
                .setParameter("id", id)
                .uniqueResultOptional();
    }

    /**
     * Takes a transaction in; the project's sums and version move with it.
     *
     * @throws ProblemException 400 when it corrects none of the project's own, or takes back more than that one has left; 409 when
     *     its id is taken
     */
    AssistanceTransaction add(Caller caller, AssistanceProject project, AssistanceTransactionDraft draft) {
        UUID id = RecordStore.idOr(draft.id());
        AssistanceTransaction present = store.entities().find(AssistanceTransaction.class, id);
        if (present != null) {
            boolean here = present.project().equals(project.id());
            throw ProblemException.alreadyExists(here ? address(project, present) : null);
        }
        AssistanceTransaction added = new AssistanceTransaction(id, project.id(), draft, store.now());
        store.entities().persist(added);
        project.count(added);
        changed(caller, project);
        return added;
    }

    /** The transaction that another one may correct: one of the project's own that is no correction itself. */
    @Nullable
    AssistanceTransaction original(Caller caller, AssistanceProject project, UUID corrected) {
        return transaction(caller, project, corrected)
                .filter(found -> found.corrects() == null)
                .orElse(null);
    }

    /** What its corrections have left of it. */
    BigDecimal left(Caller caller, AssistanceTransaction original) {
        BigDecimal corrections = query(caller, """
                        select sum(t.amount) from AssistanceTransaction t join AssistanceProject r on t.project = r.id
                         where array_intersects(r.readers, :scope) and r.id = :project and t.corrects = :original
                        """, BigDecimal.class)
                .setParameter("project", original.project())
                .setParameter("original", original.id())
                .getSingleResult();
        BigDecimal amount = original.money().amount();
        return corrections == null ? amount : amount.add(corrections);
    }

    private String address(AssistanceProject project, AssistanceTransaction transaction) {
        return address(project) + "/transactions/" + transaction.id();
    }
}
