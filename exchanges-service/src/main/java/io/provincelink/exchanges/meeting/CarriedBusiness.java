package io.provincelink.exchanges.meeting;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.audit.Reading;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows what was left undone from session to session of a mechanism, as far as the reader sees them. */
@Singleton
public class CarriedBusiness {

    /** Sessions in which one thing may be carried on until it is taken for unsettled; each is a query. */
    private static final int MOST_STEPS = 20;

    private final Meetings meetings;

    CarriedBusiness(Meetings meetings) {
        this.meetings = meetings;
    }

    /** What earlier sessions left to this one; nothing for a meeting that is no session. */
    List<AgreedOutcome> leftTo(Caller reader, Meeting session) {
        return session.mechanism() == null ? List.of() : meetings.carriedOverTo(reader, session);
    }

    List<OldBusiness> described(Caller reader, Collection<AgreedOutcome> left) {
        Set<AgreedOutcome> settled = settled(reader, left);
        return left.stream()
                .map(agreed -> new OldBusiness(
                        MeetingMention.of(agreed.meeting()),
                        OutcomeView.of(agreed.outcome(), agreed.meeting()),
                        settled.contains(agreed)))
                .toList();
    }

    /** Notes that the reader is shown a part of these meetings. */
    void shown(Caller reader, Stream<AgreedOutcome> outcomes) {
        meetings.shown(reader, outcomes.map(AgreedOutcome::meeting).distinct().toList(), Reading.How.LIST);
    }

    /** Those that are done, or carried over and done by what continues them. */
    Set<AgreedOutcome> settled(Caller reader, Collection<AgreedOutcome> outcomes) {
        Map<Carried, List<Continuation>> on = continuations(reader, outcomes);
        return outcomes.stream()
                .filter(agreed -> switch (agreed.outcome().status()) {
                    case OPEN -> false;
                    case DONE -> true;
                    case CARRIED_OVER -> {
                        Carried carried = agreed.carried();
                        yield carried != null && isDone(carried, on, new HashSet<>());
                    }
                })
                .collect(Collectors.toSet());
    }

    private static boolean isDone(Carried carried, Map<Carried, List<Continuation>> on, Set<Carried> passed) {
        // clients give the ids, so that two may name one another
        return passed.add(carried)
                && on.getOrDefault(carried, List.of()).stream()
                        .anyMatch(next -> next.status() == OutcomeStatus.DONE
                                || next.status() == OutcomeStatus.CARRIED_OVER && isDone(next.to(), on, passed));
    }

    private Map<Carried, List<Continuation>> continuations(Caller reader, Collection<AgreedOutcome> outcomes) {
        Map<Carried, List<Continuation>> on = new HashMap<>();
        Set<Carried> open = outcomes.stream()
                .filter(agreed -> agreed.outcome().status() == OutcomeStatus.CARRIED_OVER)
                .map(AgreedOutcome::carried)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        for (int step = 0; step < MOST_STEPS && !open.isEmpty(); step++) {
            Set<Carried> next = new HashSet<>();
            for (Continuation found : meetings.continuations(reader, open)) {
                if (open.contains(found.from())) {
                    on.computeIfAbsent(found.from(), first -> new ArrayList<>()).add(found);
                    next.add(found.to());
                }
            }
            next.removeAll(on.keySet());
            open = next;
        }
        return on;
    }
}
