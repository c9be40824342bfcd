package io.provincelink.agreements.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Standing;
import io.provincelink.kit.words.Text;
import io.provincelink.record.confirmation.Confirmation;
import io.provincelink.record.confirmation.Confirmations;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A goal with how the parties stand to it.
 *
 * @param confirmations the last word of each party on the goal as it reads now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GoalView(
        @Nullable UUID id,
        String indicator,
        @Nullable Field field,
        Goal.Kind kind,
        @Nullable Text title,
        @Nullable Figure target,
        @Nullable Figure baseline,
        Goal.Direction direction,
        @Nullable Figure proposedTarget,
        @Nullable BaselineOrigin baselineFrom,
        Standing standing,
        List<Confirmation> confirmations) {

    static GoalView of(Goal goal, Programme programme) {
        Confirmations said = programme.confirmations(goal);
        return new GoalView(
                goal.id(),
                goal.indicator(),
                goal.field(),
                goal.kind(),
                goal.title(),
                goal.target(),
                goal.baseline(),
                goal.direction(),
                goal.proposedTarget(),
                goal.baselineFrom(),
                said.standing(programme.parties()),
                said.words());
    }
}
