package io.provincelink.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ids of children through a change: a patch replaces the whole list, and who sends it back without ids means the same children.
 * One that says exactly what an old one said keeps its id; whoever changes what one says names it by its id.
 */
public final class KeptIds {

    private KeptIds() {}

    /** The list as it was sent, each with an id. */
    public static <T> List<T> of(
            List<T> sent, List<T> before, Function<T, @Nullable UUID> id, BiFunction<T, @Nullable UUID, T> withId) {
        Set<UUID> named = sent.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<T, Deque<UUID>> free = new HashMap<>();
        for (T old : before) {
            UUID oldId = id.apply(old);
            if (oldId != null && !named.contains(oldId)) {
                free.computeIfAbsent(withId.apply(old, null), content -> new ArrayDeque<>())
                        .add(oldId);
            }
        }
        List<T> identified = new ArrayList<>();
        for (T item : sent) {
            Deque<UUID> kept = free.get(item);
            UUID itsId = id.apply(item);
            UUID old = itsId == null && kept != null ? kept.poll() : itsId;
            identified.add(withId.apply(item, RecordStore.idOr(old)));
        }
        return List.copyOf(identified);
    }
}
