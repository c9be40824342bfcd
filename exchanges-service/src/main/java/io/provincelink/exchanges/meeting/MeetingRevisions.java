package io.provincelink.exchanges.meeting;

import io.provincelink.exchanges.mechanism.Mechanism;
import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.RecordDesk;
import io.provincelink.record.Registrar;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes meetings out of drafts, and lets drafts change them, as a whole or one outcome alone. */
@Singleton
class MeetingRevisions {

    private final MeetingRules rules;
    private final RecordDesk desk;

    MeetingRevisions(MeetingRules rules, RecordDesk desk) {
        this.rules = rules;
        this.desk = desk;
    }

    Meeting drafted(MeetingDraft draft) {
        Anchor anchor = desk.registrar().anchor(draft.anchorDays());
        var entry = new Registrar.Entry(draft.id(), draft.regions(), draft.visibility(), draft.externalIds());
        List<Fault> faults = new ArrayList<>(draft.faults(anchor, desk.caller().today()));
        MeetingRules.Checked checked = rules.check(draft, null);
        faults.addAll(checked.faults());
        var registration = desk.registrar().register(entry, anchor, faults);
        requirePartOf(draft.mechanism(), registration.owner(), anchor);
        Meeting meeting = new Meeting(registration, draft, checked.sessions());
        DoneWork.of(meeting, anchor).requireSaidByOwners(DoneWork.none(anchor), desk.caller());
        return meeting;
    }

    /** What the records that are there find wrong with a draft of a change. */
    List<Fault> faults(Meeting meeting, MeetingDraft draft) {
        return rules.check(draft, meeting).faults();
    }

    void revise(Meeting meeting, MeetingDraft draft) {
        revise(meeting, draft, fault -> fault);
    }

    /**
     * Changes one outcome.
     *
     * @param patched makes the new outcome out of the old one, and of a way to find what is wrong with it
     */
    void revise(Meeting meeting, int place, Patch patched) {
        MeetingDraft whole = MeetingDraft.of(meeting);
        String at = "/outcomes/" + place;
        UnaryOperator<Fault> within = fault -> Fault.isAtOrBelow(fault.pointer(), at)
                ? new Fault(fault.pointer().substring(at.length()), fault.code(), fault.args(), fault.words())
                : fault;
        OutcomeDraft outcome =
                patched.of(whole.outcomes().get(place), half -> allFaults(meeting, whole.with(place, half)).stream()
                        .map(within)
                        .toList());
        revise(meeting, whole.with(place, outcome), within);
    }

    /** How an outcome is changed. */
    interface Patch {
        OutcomeDraft of(OutcomeDraft before, Function<OutcomeDraft, List<Fault>> judge);
    }

    private List<Fault> allFaults(Meeting meeting, MeetingDraft draft) {
        Anchor anchor = desk.registrar().anchor(meeting, draft);
        List<Fault> faults = new ArrayList<>(desk.faults(MeetingDraft.of(meeting), draft, anchor));
        faults.addAll(faults(meeting, draft));
        return faults;
    }

    private void revise(Meeting meeting, MeetingDraft draft, UnaryOperator<Fault> told) {
        Anchor anchor = desk.registrar().anchor(meeting, draft);
        List<Fault> faults = allFaults(meeting, draft).stream().map(told).toList();
        desk.registrar().requireStill(draft.regions(), anchor, faults);
        if (!Objects.equals(draft.mechanism(), meeting.mechanism())) {
            String writer = desk.caller().requireActsForOneOf(draft.regions(), anchor.day());
            requirePartOf(draft.mechanism(), writer, anchor);
        }
        DoneWork before = DoneWork.of(meeting, desk.registrar().anchor(meeting.anchor()));
        meeting.revise(draft, anchor, rules.check(draft, meeting).sessions());
        DoneWork.of(meeting, anchor).requireSaidByOwners(before, desk.caller());
    }

    /** A session counts for the mechanism, so only its parties and the units inside them may say that one was held. */
    private void requirePartOf(@Nullable UUID mechanism, String party, Anchor anchor) {
        if (mechanism == null) {
            return;
        }
        Mechanism joined = rules.find(mechanism).orElseThrow(ProblemException::notFound);
        boolean inside = anchor.regions().within(anchor.unit(party)).stream().anyMatch(joined.parties()::contains);
        if (!inside) {
            desk.caller().requireActsForOneOf(joined.parties(), joined.anchor());
        }
    }
}
