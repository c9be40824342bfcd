package io.provincelink.record.confirmation;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.words.Text;
import io.provincelink.record.confirmation.Confirmation.Decision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A party's word as its approver sends it.
 *
 * @param comment needed with DISPUTED: the other side has to know what is disputed
 */
public record ConfirmationRequest(
        @NotNull Decision decision, @Nullable @Valid Text comment) implements Draft {

    @Override
    public @Nullable LocalDate[] anchorDays() {
        return new @Nullable LocalDate[0];
    }

    @Override
    public List<Fault> faults(Anchor anchor) {
        return decision == Decision.DISPUTED && comment == null ? List.of(Fault.at("/comment", "required")) : List.of();
    }

    /**
     * The word of each of these parties that the caller is, or has succeeded.
     *
     * @param anchor the day that decides what the parties' codes mean
     * @throws ProblemException 403 when that is none of them, 400 when something is disputed without saying what
     */
    public List<Confirmation> words(Caller approver, List<String> parties, LocalDate anchor, Instant at) {
        String first = approver.requireDecidesForOneOf(parties, anchor);
        if (decision == Decision.DISPUTED && comment == null) {
            throw ProblemException.invalid(Fault.at("/comment", "required"));
        }
        String unit = approver.unit() == null ? first : approver.unit().code();
        var by = new Confirmation.Authority(unit, approver.body(), Role.APPROVER);
        return parties.stream()
                .filter(party -> approver.decidesFor(party, anchor))
                .map(party -> new Confirmation(party, decision, comment, at, by))
                .toList();
    }
}
