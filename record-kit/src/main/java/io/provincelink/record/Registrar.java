package io.provincelink.record;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.caller.Role;
import io.provincelink.kit.http.Draft;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.confirmation.Confirmation;
import io.provincelink.record.confirmation.ConfirmationRequest;
import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens the door for a new record, or for a change of one: whose it is, whether its codes mean units, whether the caller may write it. */
@RequestScoped
public class Registrar {

    private final CurrentCaller caller;
    private final Today today;

    public Registrar(CurrentCaller caller, Today today) {
        this.caller = caller;
        this.today = today;
    }

    /** What a draft says of itself, in the terms that all records share. */
    public record Entry(
            @Nullable UUID id,
            List<String> parties,
            @Nullable Visibility visibility,
            List<ExternalId> externalIds) {}

    /** The first of these days that is known, else today: the day that decides what the record's codes mean. */
    public Anchor anchor(@Nullable LocalDate... days) {
        return Anchor.of(caller.get(), days);
    }

    /** For a record that changes: where its draft tells no day, its codes go on meaning what they meant. */
    public Anchor anchor(RecordRoot record, Draft draft) {
        LocalDate told = Stream.of(draft.anchorDays())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(record.anchor());
        return anchor(told);
    }

    /**
     * @param faults what the draft found wrong with itself; no record is made while there are any
     * @throws ProblemException 400 with all faults, 403 when the caller acts for none of the parties
     */
    public RecordRoot.Registration register(Entry entry, Anchor anchor, List<Fault> faults) {
        List<Fault> all = new ArrayList<>(faults);
        if (entry.visibility() == Visibility.PUBLIC) {
            all.add(Fault.at("/visibility", "publish-later"));
        }
        Anchor.requireNone(all);
        String owner = caller.get().requireActsForOneOf(entry.parties(), anchor.day());
        return new RecordRoot.Registration(
                RecordStore.idOr(entry.id()),
                owner,
                entry.parties(),
                anchor,
                entry.visibility() == null ? Visibility.OWN_SIDE : entry.visibility(),
                entry.externalIds(),
                today.now());
    }

    /**
     * What a change must leave true.
     *
     * @throws ProblemException 400 with all faults, 403 when the caller would act for none of the parties any more
     */
    public void requireStill(List<String> parties, Anchor anchor, List<Fault> faults) {
        Anchor.requireNone(faults);
        caller.get().requireActsForOneOf(parties, anchor.day());
    }

    /** Whether the caller acts for one of the parties that may change the record. */
    public boolean isParty(RecordRoot record) {
        return record.writers().stream().anyMatch(party -> record.isActedForBy(caller.get(), party));
    }

    /** Whether the caller acts for one of the parties that may hand it in anew as a whole. */
    boolean isAuthor(RecordRoot record) {
        return record.authors().stream().anyMatch(party -> record.isActedForBy(caller.get(), party));
    }

    /** @throws ProblemException 403 when the caller acts for none of the parties that may change the record */
    public void requireParty(RecordRoot record) {
        if (!isParty(record)) {
            throw ProblemException.of(CommonProblem.NOT_YOUR_PARTY, String.join(", ", record.writers()));
        }
    }

    /** @throws ProblemException 403 unless the caller decides for one of the record's parties */
    public void requireDecides(RecordRoot record) {
        if (record.parties().stream().noneMatch(party -> record.isDecidedForBy(caller.get(), party))) {
            throw decidesForNone(record);
        }
    }

    /** Acting for a party, from above or as an editor, is not deciding as that party. */
    private ProblemException decidesForNone(RecordRoot record) {
        return ProblemException.of(
                isParty(record) ? CommonProblem.NEEDS_APPROVER : CommonProblem.NOT_YOUR_PARTY,
                String.join(", ", record.parties()));
    }

    /**
     * That a record is not sensitive any more, so that nobody's reading of it is noted, is no editor's word.
     *
     * @throws ProblemException 403 unless the caller is an approver of exactly one of the record's parties
     */
    public void requireMayUncover(RecordRoot record) {
        if (!caller.get().has(Role.APPROVER)) {
            throw ProblemException.roleNeeded(Role.APPROVER);
        }
        requireDecides(record);
    }

    /**
     * A draft of one side is taken back by its editors, what the other side has seen only by an approver.
     *
     * @throws ProblemException 403 when that is not the caller, 409 when nobody of that side may any more
     */
    void requireMayTakeBack(RecordRoot record, boolean ownWork) {
        Caller writer = caller.get();
        writer.requireActsFor(record.owner(), record.anchor());
        // before the role: who is told to fetch an approver would fetch one in vain
        if (!record.mayBeTakenBack() || !ownWork) {
            throw ProblemException.of(CommonProblem.NOT_TAKEN_BACK);
        }
        if (record.visibility() != Visibility.OWN_SIDE
                && !(writer.has(Role.APPROVER) && writer.decidesFor(record.owner(), record.anchor()))) {
            throw ProblemException.of(CommonProblem.NEEDS_APPROVER, record.owner());
        }
    }

    /**
     * Lets the caller's party agree to show the record to more readers; who succeeded several of the parties agrees for each.
     *
     * @return whether anything changed
     * @throws ProblemException 403 unless the caller is exactly one of the parties, 409 when that would be fewer readers than now
     */
    public boolean publish(RecordRoot record, Visibility to) {
        Caller approver = caller.get();
        if (record.parties().stream().noneMatch(party -> record.isDecidedForBy(approver, party))) {
            throw decidesForNone(record);
        }
        if (to.compareTo(record.visibility()) < 0) {
            throw ProblemException.of(CommonProblem.NOT_POSSIBLE, record.visibility());
        }
        boolean changed = false;
        for (String party : record.parties()) {
            if (record.isDecidedForBy(approver, party)) {
                changed |= record.publish(to, party, approver.regions());
            }
        }
        return changed;
    }

    /**
     * What the caller's party says to a part of the record; who succeeded several of the parties speaks for each.
     *
     * @throws ProblemException 403 unless the caller is exactly one of the parties, 400 when something is disputed without saying what
     */
    List<Confirmation> words(RecordRoot record, ConfirmationRequest request) {
        return request.words(caller.get(), record.parties(), record.anchor(), today.now());
    }
}
