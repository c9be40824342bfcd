package io.provincelink.exchanges.meeting;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the outcomes of a meeting say of what is done. No side reports for the other: where an outcome has an owner, it is for the owner's
 * side to say so, or to take it back; where it has none, for any of the parties.
 *
 * @param anchor the day that decides what the codes mean
 */
record DoneWork(List<OutcomeRow> outcomes, List<String> parties, Anchor anchor) {

    static DoneWork of(Meeting meeting, Anchor anchor) {
        return new DoneWork(meeting.outcomes(), meeting.parties(), anchor);
    }

    /** Before a meeting is there. */
    static DoneWork none(Anchor anchor) {
        return new DoneWork(List.of(), List.of(), anchor);
    }

    /** That something is done, and by whom. */
    private record Word(@Nullable String owner, @Nullable LocalDate on) {

        static Optional<Word> of(OutcomeRow outcome) {
            return outcome.status() == OutcomeStatus.DONE
                    ? Optional.of(new Word(outcome.owner(), outcome.doneOn()))
                    : Optional.empty();
        }
    }

    /**
     * Judges what has changed, by the owner of then too: else one could make oneself the owner for the moment.
     *
     * @throws ProblemException 403 when the caller says of the other side's work that it is done, or that it is not
     */
    void requireSaidByOwners(DoneWork before, Caller caller) {
        for (OutcomeRow outcome : outcomes) {
            Optional<OutcomeRow> was = before.outcome(outcome.outcomeId());
            Optional<Word> word = Word.of(outcome);
            if (!word.equals(was.flatMap(Word::of))) {
                word.ifPresent(said -> requireSide(said.owner(), caller));
                was.ifPresent(earlier -> before.requireSide(earlier.owner(), caller));
            }
        }
    }

    private Optional<OutcomeRow> outcome(UUID id) {
        return outcomes.stream()
                .filter(outcome -> outcome.outcomeId().equals(id))
                .findFirst();
    }

    private void requireSide(@Nullable String owner, Caller caller) {
        List<String> side = owner == null ? List.of() : sideOf(owner);
        if (!side.isEmpty() && !caller.actsFor(Objects.requireNonNull(owner), anchor.day())) {
            caller.requireActsForOneOf(side, anchor.day());
        }
    }

    /**
     * The parties that are the owner or lie in it; else those that it lies in, so that somebody may say it also where the owner is no party.
     * Nobody, where it is a third.
     */
    private List<String> sideOf(String owner) {
        List<String> inside =
                parties.stream().filter(party -> around(party).contains(owner)).toList();
        return inside.isEmpty()
                ? parties.stream().filter(around(owner)::contains).toList()
                : inside;
    }

    private Set<String> around(String code) {
        return anchor.regions().within(anchor.unit(code));
    }
}
