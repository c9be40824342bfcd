package io.provincelink.exchanges.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Standing;
import io.provincelink.kit.words.Text;
import io.provincelink.record.confirmation.Confirmation;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outcome beside those of other meetings.
 *
 * @param meeting where it was agreed
 * @param settled whether it is done, here or by an outcome of a later session that continues it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutcomeItemView(
        UUID id,
        MeetingMention meeting,
        Text what,
        @Nullable String owner,
        @Nullable LocalDate due,
        OutcomeStatus status,
        @Nullable LocalDate doneOn,
        @Nullable UUID carriedTo,
        @Nullable UUID continues,
        @Nullable Text note,
        boolean settled,
        Standing standing,
        List<Confirmation> confirmations) {

    static OutcomeItemView of(AgreedOutcome agreed, boolean settled) {
        OutcomeView outcome = OutcomeView.of(agreed.outcome(), agreed.meeting());
        return new OutcomeItemView(
                outcome.id(),
                MeetingMention.of(agreed.meeting()),
                outcome.what(),
                outcome.owner(),
                outcome.due(),
                outcome.status(),
                outcome.doneOn(),
                outcome.carriedTo(),
                outcome.continues(),
                outcome.note(),
                settled,
                outcome.standing(),
                outcome.confirmations());
    }
}
