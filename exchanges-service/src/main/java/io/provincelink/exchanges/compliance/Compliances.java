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
import java.util.stream.Collectors;

/** Puts mechanisms beside the meetings that the caller may see. */
@Singleton
public class Compliances {

    private final Meetings meetings;

    public Compliances(Meetings meetings) {
        this.meetings = meetings;
    }

    /** In the order of the mechanisms; their meetings come with one query. */
    public List<Compliance> of(Caller caller, List<Mechanism> mechanisms, Period asked) {
        if (mechanisms.isEmpty()) {
            return List.of();
        }
        LocalDate last = mechanisms.stream()
                .map(mechanism -> Compliance.reach(mechanism, asked).to())
                .max(LocalDate::compareTo)
                .orElse(asked.to());
        List<UUID> ids = mechanisms.stream().map(Mechanism::id).toList();
        Map<UUID, List<MeetingDay>> days = meetings.daysOf(caller, ids, new Period(asked.from(), last)).stream()
                .collect(Collectors.groupingBy(MeetingDay::mechanism));
        return mechanisms.stream()
                .map(mechanism ->
                        Compliance.of(mechanism, asked, days.getOrDefault(mechanism.id(), List.of()), caller.today()))
                .toList();
    }
}
