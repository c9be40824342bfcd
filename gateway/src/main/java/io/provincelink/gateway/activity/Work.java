package io.provincelink.gateway.activity;

import io.provincelink.gateway.activity.Activities.Overlap;
import io.provincelink.gateway.brief.Brief;
import io.provincelink.gateway.brief.Brief.Span;
import io.provincelink.gateway.brief.Given;
import io.provincelink.kit.words.Field;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's work in a place, as a service tells of it.
 *
 * @param worker tells whose work it is from others'
 * @param around codes of the units in which it is, and of all that these lie in
 */
record Work(Brief activity, String worker, List<String> around) {

    static final Comparator<Work> NEWEST_FIRST =
            Comparator.comparing((Work work) -> work.activity().id().toString()).reversed();

    Work {
        Given.value(activity);
        Given.value(worker);
        Given.list(around);
    }

    /** What both do; empty where they have nothing in common, or nobody knows when one of them is done. */
    Optional<Overlap> with(Work other) {
        List<Field> fields = activity.fields().stream()
                .filter(other.activity.fields()::contains)
                .toList();
        if (fields.isEmpty() || worker.equals(other.worker)) {
            return Optional.empty();
        }
        Set<String> regions = meeting(other);
        Span common = common(activity.period(), other.activity.period());
        return regions.isEmpty() || common == null
                ? Optional.empty()
                : Optional.of(new Overlap(activity, other.activity, regions, fields, common));
    }

    /** The regions of the one that are regions of the other, or lie inside one. */
    private Set<String> meeting(Work other) {
        Set<String> regions = new TreeSet<>();
        activity.where().stream().filter(other.around::contains).forEach(regions::add);
        other.activity.where().stream().filter(around::contains).forEach(regions::add);
        return regions;
    }

    private static @Nullable Span common(@Nullable Span one, @Nullable Span other) {
        if (one == null || other == null) {
            return null;
        }
        LocalDate from =
                known(one.from(), other.from()).max(Comparator.naturalOrder()).orElse(null);
        LocalDate to =
                known(one.to(), other.to()).min(Comparator.naturalOrder()).orElse(null);
        return from != null && to != null && to.isBefore(from) ? null : new Span(from, to);
    }

    private static Stream<LocalDate> known(@Nullable LocalDate one, @Nullable LocalDate other) {
        return Stream.concat(Stream.ofNullable(one), Stream.ofNullable(other));
    }
}
