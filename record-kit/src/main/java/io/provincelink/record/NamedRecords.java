package io.provincelink.record;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.change.Logged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a record from telling of others: all who may read it must be able to read what it names. Asked of every version before it is
 * written, since answers, feed and history show one and the same text to all of its readers.
 */
final class NamedRecords implements ScopedRepository {

    private final Session session;

    NamedRecords(Session session) {
        this.session = session;
    }

    /** A record that is named somewhere. */
    private record Named(UUID id, @Nullable String code, Set<String> readers) {}

    /**
     * What the record named before stays named, for those who could read it then.
     *
     * @throws ProblemException 400 for what is newly named; 409 where readers are added who could not see what was named before
     */
    void requireSeen(Caller caller, RecordRoot record) {
        Set<String> readers = standing(caller, record.sight().readers());
        Set<String> added = new HashSet<>(readers);
        RecordRoot.Sight before = record.sightBefore();
        if (before != null) {
            added.removeAll(before.readers());
        }
        Map<Reference, Set<String>> told = new HashMap<>();
        for (Reference reference : record.references()) {
            Set<String> to = record.namedBefore(reference) ? added : readers;
            if (!to.isEmpty()) {
                told.put(reference, to);
            }
        }
        List<Fault> faults = hidden(caller, told).stream()
                .map(hidden -> Fault.at(hidden.pointer(), "hidden-from-readers"))
                .toList();
        if (!faults.isEmpty()) {
            boolean shownToMore = before != null && !added.isEmpty();
            throw shownToMore
                    ? ProblemException.conflict(CommonProblem.NAMES_HIDDEN, faults)
                    : ProblemException.invalid(faults);
        }
    }

    /** Who stands for a unit that was closed sees what it saw; that unit itself need not see what came after it. */
    private static Set<String> standing(Caller caller, Collection<String> readers) {
        return readers.stream()
                .filter(key -> !caller.regions().isSucceeded(key, caller.today()))
                .collect(Collectors.toSet());
    }

    private List<Reference> hidden(Caller caller, Map<Reference, Set<String>> told) {
        Map<String, List<Reference>> byType = told.keySet().stream().collect(Collectors.groupingBy(Reference::type));
        List<Reference> hidden = new ArrayList<>();
        byType.forEach((type, references) -> {
            List<Named> found = find(caller, type, references);
            for (Reference reference : references) {
                found.stream()
                        .filter(named -> isMeant(reference, named))
                        .filter(named -> !reference.isSaid() || isSeen(named, caller.scope()))
                        .filter(named -> !isSeenByAll(named, told.getOrDefault(reference, Set.of())))
                        .findFirst()
                        .ifPresent(named -> hidden.add(reference));
            }
        });
        return hidden;
    }

    private static boolean isMeant(Reference reference, Named named) {
        return named.id().equals(reference.id())
                || reference.isSaid() && reference.name().equals(named.code());
    }

    private static boolean isSeen(Named named, Collection<String> scope) {
        return !Collections.disjoint(named.readers(), scope);
    }

    private static boolean isSeenByAll(Named named, Set<String> readers) {
        return named.readers().contains(Caller.EVERYBODY) || named.readers().containsAll(readers);
    }

    /** All of them, whoever sees them: what is found is told to nobody, it only decides. */
    private List<Named> find(Caller caller, String type, List<Reference> references) {
        Objects.requireNonNull(caller);
        Class<?> entity = entity(type);
        if (entity == null) {
            return List.of(); // kept by another service, which cannot be asked
        }
        List<UUID> ids = references.stream()
                .map(Reference::id)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<String> codes = references.stream()
                .filter(Reference::isSaid)
                .map(reference -> reference.name().toString())
                .distinct()
                .toList();
        boolean coded = Coded.class.isAssignableFrom(entity);
        String hql = "select r.id, " + (coded ? "r.code" : "cast(null as String)") + ", r.readers from "
                + entity.getSimpleName() + " r where r.id in :ids" + (coded ? " or r.code in :codes" : "");
        var query = session.createQuery(hql, Object[].class).setParameter("ids", ids);
        if (coded) {
            query.setParameter("codes", codes);
        }
        return query.getResultStream().map(NamedRecords::named).toList();
    }

    private static Named named(Object[] row) {
        Set<String> readers =
                ((Collection<?>) row[2]).stream().map(String::valueOf).collect(Collectors.toSet());
        return new Named((UUID) row[0], (String) row[1], readers);
    }

    private @Nullable Class<?> entity(String type) {
        return session.getMetamodel().getEntities().stream()
                .<Class<?>>map(jakarta.persistence.metamodel.EntityType::getJavaType)
                .filter(entity -> entity != null && Logged.nameOf(entity).equals(type))
                .findFirst()
                .orElse(null);
    }
}
