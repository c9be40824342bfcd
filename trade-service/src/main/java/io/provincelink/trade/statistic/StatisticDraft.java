package io.provincelink.trade.statistic;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A figure as a client sends it: some fields say what it is about, the others are its values, which may be revised. */
public interface StatisticDraft extends Draft {

    /** Code of the gate that it names, if any. */
    @Nullable
    String gate();

    /** The fields that say what the figure is about, by name. */
    Map<String, @Nullable Object> about();

    /** Those of these faults that are certain: while the month is unknown, nobody knows which units were there. */
    default List<Fault> certain(List<Fault> faults) {
        return anchorDays()[0] != null
                ? faults
                : faults.stream().filter(fault -> !Anchor.isOfTheDay(fault)).toList();
    }

    /** Faults of a revision: what the figure is about stays. */
    default List<Fault> faultsAsRevisionOf(StatisticDraft before) {
        List<Fault> faults = new ArrayList<>();
        Map<String, @Nullable Object> old = before.about();
        about().forEach((field, value) -> {
            if (!Objects.equals(value, old.get(field))) {
                faults.add(Fault.fixed("/" + field, old.get(field)));
            }
        });
        return faults;
    }
}
