package io.provincelink.exchanges.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Standing;
import io.provincelink.kit.words.Text;
import io.provincelink.record.confirmation.Confirmation;
import io.provincelink.record.confirmation.Confirmations;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outcome with how the parties stand to it.
 *
 * @param confirmations the last word of each party on the outcome as it reads now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutcomeView(
        UUID id,
        Text what,
        @Nullable String owner,
        @Nullable LocalDate due,
        OutcomeStatus status,
        @Nullable LocalDate doneOn,
        @Nullable UUID carriedTo,
        @Nullable UUID continues,
        @Nullable Text note,
        Standing standing,
        List<Confirmation> confirmations) {

    static OutcomeView of(OutcomeRow outcome, Meeting meeting) {
        Confirmations said = meeting.confirmations().of(outcome.outcomeId());
        return new OutcomeView(
                outcome.outcomeId(),
                outcome.what(),
                outcome.owner(),
                outcome.due(),
                outcome.status(),
                outcome.doneOn(),
                outcome.carriedTo(),
                outcome.continues(),
                outcome.note(),
                said.standing(meeting.parties()),
                said.words());
    }
}
