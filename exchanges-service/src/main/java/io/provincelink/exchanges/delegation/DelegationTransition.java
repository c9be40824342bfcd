package io.provincelink.exchanges.delegation;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that a side takes with a delegation.
 *
 * @param report what came of it; COMPLETED needs one, now or with a step before
 * @param travelled how many people it was in the end, with COMPLETED; without it as many as were announced
 */
public record DelegationTransition(
        @NotNull DelegationStatus to,
        @Nullable @Valid Text report,
        @Nullable @Min(1) @Max(100_000) Integer travelled,
        @Nullable @Valid Text note)
        implements Draft {

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[0];
    }

    @Override
    public List<Fault> faults(Anchor anchor) {
        return faults();
    }

    List<Fault> faults() {
        return travelled != null && to != null && to != DelegationStatus.COMPLETED
                ? List.of(Fault.at("/travelled", "only-with", DelegationStatus.COMPLETED))
                : List.of();
    }
}
