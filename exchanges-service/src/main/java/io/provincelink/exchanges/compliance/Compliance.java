package io.provincelink.exchanges.compliance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.exchanges.mechanism.DueSession;
import io.provincelink.exchanges.mechanism.Mechanism;
import io.provincelink.exchanges.meeting.MeetingDay;
import io.provincelink.exchanges.meeting.MeetingStatus;
import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    /** @param days the mechanism's meetings from {@link Mechanism#recordsFrom} on, by day */
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
        List<LocalDate> known = days.stream().map(MeetingDay::startOn).toList();
        Shares shares = Shares.of(mechanism.claiming(asked, known), days);
        List<Session> sessions = due.get().stream()
                .map(session -> told(session, shares.of(session), today))
                .toList();
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

    private static Session told(DueSession session, @Nullable MeetingDay meeting, LocalDate today) {
        if (meeting != null && meeting.status() == MeetingStatus.HELD) {
            return Session.of(session, SessionStatus.HELD, meeting.id());
        }
        if (meeting != null && meeting.status() == MeetingStatus.CANCELLED) {
            return Session.of(session, SessionStatus.NOT_HELD, meeting.id());
        }
        boolean over = session.last().isBefore(today);
        return Session.of(session, over ? SessionStatus.NO_RECORD : SessionStatus.UPCOMING, null);
    }

    private static long count(List<MeetingDay> days, MeetingStatus status) {
        return days.stream().filter(day -> day.status() == status).count();
    }

    private static long count(List<Session> sessions, SessionStatus status) {
        return sessions.stream().filter(session -> session.status() == status).count();
    }
}
