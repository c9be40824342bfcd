package io.provincelink.kit.http;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.problem.Fault;
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
}
