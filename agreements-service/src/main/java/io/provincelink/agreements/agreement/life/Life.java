package io.provincelink.agreements.agreement.life;

import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded of an agreement's life.
 *
 * @param signedOn the day on which all parties signed, where the agreement was recorded as signed
 * @param period the days in force, where the agreement was recorded with them
 * @param actions by day, and those of one day in the order in which they were recorded
 * @param lastNumber the highest that an action ever had: the number of one that was taken back never means another one; rows of before
 *     that was kept have none
 */
public record Life(
        @Nullable LocalDate signedOn,
        @Nullable Period period,
        List<AgreementAction> actions,
        @Nullable Integer lastNumber) {

    public Life {
        actions = numbered(List.copyOf(Objects.requireNonNullElse(actions, List.of())));
        lastNumber = actions.stream()
                .map(AgreementAction::number)
                .reduce(Objects.requireNonNullElse(lastNumber, 0), Math::max);
    }

    public Life(@Nullable LocalDate signedOn, @Nullable Period period, List<AgreementAction> actions) {
        this(signedOn, period, actions, 0);
    }

    /** Those that were recorded before actions had numbers get theirs by the time of recording. */
    private static List<AgreementAction> numbered(List<AgreementAction> actions) {
        if (actions.stream().allMatch(action -> action.number() > 0)) {
            return actions;
        }
        List<AgreementAction> recorded = actions.stream()
                .sorted(Comparator.comparing(AgreementAction::recordedAt))
                .toList();
        return actions.stream()
                .map(action -> action.numbered(recorded.indexOf(action) + 1))
                .toList();
    }

    // not is…: what Jackson would take for a part of the life, it would write into the row

    /** Whether a party has signed it here, by an action of its own. */
    public boolean signedHere() {
        return actions.stream().anyMatch(action -> action.type() == AgreementActionType.SIGN);
    }

    /** Whether the record itself says that it was signed, or on which days it is in force. */
    public boolean stated() {
        return signedOn != null || period != null;
    }

    public Optional<AgreementAction> action(int number) {
        return actions.stream().filter(action -> action.number() == number).findFirst();
    }

    /** The one that was recorded last. */
    public Optional<AgreementAction> latest() {
        return actions.stream().max(Comparator.comparing(AgreementAction::number));
    }

    public Life without(AgreementAction action) {
        return new Life(
                signedOn,
                period,
                actions.stream().filter(other -> !other.equals(action)).toList(),
                lastNumber);
    }

    /** With these days in place of those that were stated. */
    public Life stating(@Nullable LocalDate newSignedOn, @Nullable Period newPeriod) {
        return new Life(newSignedOn, newPeriod, actions, lastNumber);
    }

    /** The action as it would be recorded next; one that has a number keeps it. */
    AgreementAction next(AgreementAction action) {
        return action.number() > 0 ? action : action.numbered(Objects.requireNonNullElse(lastNumber, 0) + 1);
    }

    /** With the action at its place: an action may be recorded later than it happened. */
    Life with(AgreementAction action) {
        List<AgreementAction> more = new ArrayList<>(actions);
        int place = more.size();
        while (place > 0 && more.get(place - 1).on().isAfter(action.on())) {
            place--;
        }
        more.add(place, next(action));
        return new Life(signedOn, period, more, lastNumber);
    }
}
