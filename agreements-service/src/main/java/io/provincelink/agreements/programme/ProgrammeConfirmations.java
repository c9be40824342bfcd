package io.provincelink.agreements.programme;

import io.provincelink.record.confirmation.Confirmation;
import io.provincelink.record.confirmation.Confirmations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the parties said to each goal, by its id, and to the assessment. Kept beside these, so that a draft of them cannot bring along the
 * word of a party.
 */
public record ProgrammeConfirmations(Map<UUID, Confirmations> goals, Confirmations assessment) {

    static final ProgrammeConfirmations NONE = new ProgrammeConfirmations(Map.of(), Confirmations.NONE);

    public ProgrammeConfirmations {
        goals = Map.copyOf(goals);
    }

    Confirmations of(@Nullable UUID goal) {
        return goal == null ? Confirmations.NONE : goals.getOrDefault(goal, Confirmations.NONE);
    }

    ProgrammeConfirmations said(UUID goal, List<Confirmation> words) {
        Map<UUID, Confirmations> more = new HashMap<>(goals);
        more.put(goal, of(goal).with(words));
        return new ProgrammeConfirmations(more, assessment);
    }

    ProgrammeConfirmations said(List<Confirmation> words) {
        return new ProgrammeConfirmations(goals, assessment.with(words));
    }

    /** Without those of goals that are gone or want something else now. */
    ProgrammeConfirmations afterChange(List<Goal> before, List<Goal> after) {
        Map<UUID, Confirmations> kept = new HashMap<>();
        for (Goal goal : after) {
            boolean stays = before.stream()
                    .anyMatch(earlier ->
                            goal.id() != null && goal.id().equals(earlier.id()) && goal.wantsTheSameAs(earlier));
            if (stays && goals.containsKey(goal.id())) {
                kept.put(goal.id(), of(goal.id()));
            }
        }
        return new ProgrammeConfirmations(kept, assessment);
    }

    ProgrammeConfirmations withNewAssessment() {
        return new ProgrammeConfirmations(goals, Confirmations.NONE);
    }
}
