package io.provincelink.exchanges.meeting;

import io.provincelink.record.confirmation.Confirmation;
import io.provincelink.record.confirmation.Confirmations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the parties said to each outcome, by its id, and to the minutes. Kept beside these, so that a draft of them cannot bring along the
 * word of a party.
 */
public record MeetingConfirmations(Map<UUID, Confirmations> outcomes, Confirmations minutes) {

    static final MeetingConfirmations NONE = new MeetingConfirmations(Map.of(), Confirmations.NONE);

    public MeetingConfirmations {
        outcomes = Map.copyOf(outcomes);
    }

    Confirmations of(UUID outcome) {
        return outcomes.getOrDefault(outcome, Confirmations.NONE);
    }

    MeetingConfirmations said(UUID outcome, List<Confirmation> words) {
        Map<UUID, Confirmations> more = new HashMap<>(outcomes);
        more.put(outcome, of(outcome).with(words));
        return new MeetingConfirmations(more, minutes);
    }

    MeetingConfirmations said(List<Confirmation> words) {
        return new MeetingConfirmations(outcomes, minutes.with(words));
    }

    /** Without those of outcomes that are gone or ask something else now. */
    MeetingConfirmations afterChange(List<OutcomeRow> before, List<OutcomeRow> after) {
        Map<UUID, Confirmations> kept = new HashMap<>();
        for (OutcomeRow outcome : after) {
            boolean stays = before.stream()
                    .anyMatch(earlier ->
                            outcome.outcomeId().equals(earlier.outcomeId()) && outcome.asksTheSameAs(earlier));
            if (stays && outcomes.containsKey(outcome.outcomeId())) {
                kept.put(outcome.outcomeId(), of(outcome.outcomeId()));
            }
        }
        return new MeetingConfirmations(kept, minutes);
    }

    MeetingConfirmations withNewMinutes() {
        return new MeetingConfirmations(outcomes, Confirmations.NONE);
    }
}
