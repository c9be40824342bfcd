package io.provincelink.exchanges.compliance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.exchanges.mechanism.DueSession;
import io.provincelink.exchanges.mechanism.Mechanism;
import io.provincelink.exchanges.meeting.MeetingDay;
import io.provincelink.exchanges.meeting.MeetingStatus;
import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a mechanism was kept: each session that fell due in the period, and what is on record for it.
 *
 * @param due how many sessions fell due; null where nobody knows since when, or how often, they meet
 * @param held sessions held; where {@code due} is null, meetings held in the period
 * @param notHeld sessions that somebody cancelled; where {@code due} is null, cancelled meetings in the period
 */
public record Compliance(
        UUID mechanism,
        Period period,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer due,

        long held,
        long notHeld,
        long noRecord,
        long upcoming,
        List<Session> sessions) {

    /** @param days the mechanism's meetings from the period's first day on, by day; the last window may end after the period */
    static Compliance of(Mechanism mechanism, Period asked, List<MeetingDay> days, LocalDate today) {
        Optional<List<DueSession>> due = mechanism.due(asked);
        if (due.isEmpty()) {
            List<MeetingDay> inPeriod =
                    days.stream().filter(day -> asked.contains(day.startOn())).toList();
            return new Compliance(
                    mechanism.id(),
                    asked,
                    null,
                    count(inPeriod, MeetingStatus.HELD),
                    count(inPeriod, MeetingStatus.CANCELLED),
                    0,
                    0,
                    List.of());
        }
        List<Session> sessions = sessions(due.get(), days, today);
        return new Compliance(
                mechanism.id(),
                asked,
                sessions.size(),
                count(sessions, SessionStatus.HELD),
                count(sessions, SessionStatus.NOT_HELD),
                count(sessions, SessionStatus.NO_RECORD),
                count(sessions, SessionStatus.UPCOMING),
                sessions);
    }

    /** In order of the due days, so that a meeting counts for the earliest session that is still open, and only for one. */
    private static List<Session> sessions(List<DueSession> due, List<MeetingDay> days, LocalDate today) {
        Set<UUID> taken = new HashSet<>();
        List<Session> sessions = new ArrayList<>();
        for (DueSession session : due) {
            List<MeetingDay> inWindow = days.stream()
                    .filter(day -> session.admits(day.startOn()) && !taken.contains(day.id()))
                    .toList();
            Session told = told(session, inWindow, today);
            if (told.meeting() != null) {
                taken.add(told.meeting());
            }
            sessions.add(told);
        }
        return sessions;
    }

    private static Session told(DueSession session, List<MeetingDay> inWindow, LocalDate today) {
        Optional<MeetingDay> held = inWindow.stream()
                .filter(day -> day.status() == MeetingStatus.HELD)
                .findFirst();
        if (held.isPresent()) {
            return new Session(
                    session.due(),
                    session.last(),
                    SessionStatus.HELD,
                    held.get().id());
        }
        boolean onlyCancelled = inWindow.stream().allMatch(day -> day.status() == MeetingStatus.CANCELLED);
        if (!inWindow.isEmpty() && onlyCancelled) {
            return new Session(
                    session.due(),
                    session.last(),
                    SessionStatus.NOT_HELD,
                    inWindow.get(0).id());
        }
        SessionStatus status = session.last().isBefore(today) ? SessionStatus.NO_RECORD : SessionStatus.UPCOMING;
        return new Session(session.due(), session.last(), status, null);
    }

    private static long count(List<MeetingDay> days, MeetingStatus status) {
        return days.stream().filter(day -> day.status() == status).count();
    }

    private static long count(List<Session> sessions, SessionStatus status) {
        return sessions.stream().filter(session -> session.status() == status).count();
    }
}
