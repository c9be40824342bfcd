package io.provincelink.exchanges.meeting;

import org.jspecify.annotations.Nullable;

/** An outcome with the meeting that agreed on it. */
public record AgreedOutcome(Meeting meeting, OutcomeRow outcome) {

    /** What a later session names to go on with it; null where none could. */
    @Nullable
    Carried carried() {
        return meeting.mechanism() == null ? null : new Carried(meeting.mechanism(), outcome.outcomeId());
    }
}
