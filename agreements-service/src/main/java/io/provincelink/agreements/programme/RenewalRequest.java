package io.provincelink.agreements.programme;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Text;
import io.provincelink.record.RecordCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the next period's draft is to be.
 *
 * @param period begins after the present one has ended
 * @param parties unless given, the present ones or the units that succeeded them by the first day
 * @param code unless given, the present one with the new years and the code of the side that drafts it
 * @param title unless given, the present one with the new years
 */
public record RenewalRequest(
        @Nullable UUID id,
        @NotNull @Valid Period period,
        @Nullable @Size(min = 1, max = 20) List<@NotNull @Valid Party> parties,
        @Nullable @RecordCode String code,
        @Nullable @Valid Text title)
        implements Draft {

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[] {period == null ? null : period.from()};
    }

    @Override
    public List<Fault> faults(Anchor anchor) {
        return anchor.checkParties(parties);
    }
}
