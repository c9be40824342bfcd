package io.provincelink.kit.http;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Visibility;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as a client sends it, with rules that no constraint on a single field can tell. When the body is faulty anyway, it is asked
 * too, so that one answer names everything that is wrong.
 */
public interface Draft {

    /** The days of which the first known one decides what its codes mean. */
    @Nullable
    LocalDate[] anchorDays();

    /**
     * What the constraints cannot see. It may be asked of a draft of which parts could not be read, and are null then: what is missing
     * has been said already and is no fault here.
     */
    List<Fault> faults(Anchor anchor);

    /** The same, where a rule asks which day it is. */
    default List<Fault> faults(Anchor anchor, LocalDate today) {
        return faults(anchor);
    }

    /** The keys under which partners' systems keep it. */
    default @Nullable List<ExternalId> externalIds() {
        return List.of();
    }

    /** Who shall see it; null where that is left open, or where the draft cannot say it. */
    default @Nullable Visibility visibility() {
        return null;
    }

    /** Whether everybody sees it from the first day on; all else is drafted by its sides, which publish it together. */
    default boolean startsPublic() {
        return false;
    }
}
