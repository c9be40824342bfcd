package io.provincelink.exchanges.compliance;

import io.provincelink.exchanges.mechanism.Mechanism;
import io.provincelink.exchanges.meeting.MeetingDay;
import io.provincelink.exchanges.meeting.Meetings;
import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.words.Period;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Puts mechanisms beside the meetings that the caller may see. */
@Singleton
public class Compliances {

    private final Meetings meetings;

    public Compliances(Meetings meetings) {
        this.meetings = meetings;
    }

    public Compliance of(Caller caller, Mechanism mechanism, Period asked) {
        return each(caller, List.of(mechanism), asked, (same, kept) -> kept).get(0);
    }

    /**
     * In the order of the mechanisms; their meetings come with one query.
     *
     * @param told what is kept of each, so that the sessions of all of them need not be held at once
     */
    public <T> List<T> each(
            Caller caller, List<Mechanism> mechanisms, Period asked, BiFunction<Mechanism, Compliance, T> told) {
        if (mechanisms.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = mechanisms.stream().map(Mechanism::id).toList();
        LocalDate from = mechanisms.stream()
                .map(mechanism -> mechanism.recordsFrom(asked))
                .min(LocalDate::compareTo)
                .orElse(asked.from());
        Map<UUID, List<MeetingDay>> days =
                meetings.daysOf(caller, ids, from).stream().collect(Collectors.groupingBy(MeetingDay::mechanism));
        return mechanisms.stream()
                .map(mechanism -> told.apply(
                        mechanism,
                        Compliance.of(mechanism, asked, days.getOrDefault(mechanism.id(), List.of()), caller.today())))
                .toList();
    }
}
