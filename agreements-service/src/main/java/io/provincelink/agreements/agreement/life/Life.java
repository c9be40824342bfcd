package io.provincelink.agreements.agreement.life;

import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded of an agreement's life.
 *
 * @param signedOn the day on which all parties signed, where the agreement was recorded as signed
 * @param period the days in force, where the agreement was recorded with them
 * @param actions by day, and those of one day in the order in which they were recorded
 */
public record Life(@Nullable LocalDate signedOn, @Nullable Period period, List<AgreementAction> actions) {

    public Life {
        actions = List.copyOf(Objects.requireNonNullElse(actions, List.of()));
    }

    /** With the action at its place: an action may be recorded later than it happened. */
    Life with(AgreementAction action) {
        List<AgreementAction> more = new ArrayList<>(actions);
        int place = more.size();
        while (place > 0 && more.get(place - 1).on().isAfter(action.on())) {
            place--;
        }
        more.add(place, action);
        return new Life(signedOn, period, more);
    }
}
