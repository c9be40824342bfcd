package io.provincelink.exchanges.mechanism;

import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule with what was agreed otherwise for single sessions, and the turns of the hosts.
 *
 * <p>Sessions are numbered from the first one that the rule asks for, and hosted in turn. A session that is merged into another one keeps
 * its number, so that the turns of those after it do not move, whenever somebody records the merger.
 */
final class Schedule {

    private final Recurrence recurrence;
    private final LocalDate since;
    private final @Nullable LocalDate until;
    private final Map<LocalDate, SessionException> exceptions = new HashMap<>();
    private final List<String> hosts;

    Schedule(
            Recurrence recurrence,
            LocalDate since,
            @Nullable LocalDate until,
            List<SessionException> exceptions,
            List<String> hosts) {
        this.recurrence = recurrence;
        this.since = since;
        this.until = until;
        this.hosts = hosts;
        exceptions.forEach(exception -> this.exceptions.put(exception.due(), exception));
    }

    /** The sessions that fall due in these days by the rule, in that order, wherever they were moved to. */
    List<DueSession> due(Period asked) {
        List<DueSession> plain = recurrence.due(since, until, asked);
        if (plain.isEmpty() || exceptions.isEmpty() && hosts.isEmpty()) {
            return plain;
        }
        long number = number(plain.get(0));
        List<DueSession> sessions = new ArrayList<>();
        for (DueSession session : plain) {
            sessions.add(agreed(session, number++));
        }
        return sessions;
    }

    private long number(DueSession session) {
        return hosts.isEmpty() ? 0 : recurrence.countBefore(since, session.due());
    }

    private DueSession agreed(DueSession session, long number) {
        SessionException exception = exceptions.get(session.due());
        if (exception != null && exception.isMerged()) {
            return served(session, exception)
                    .map(other -> new DueSession(session.due(), other.first(), other.last(), exception, other.host()))
                    .orElse(session);
        }
        DueSession moved = exception != null && exception.isPostponed() && exception.to() != null
                ? recurrence.moved(session, exception.to())
                : session;
        String host = hosts.isEmpty() ? null : hosts.get((int) (number % hosts.size()));
        return new DueSession(session.due(), moved.first(), moved.last(), exception, host);
    }

    /** The session that serves a merged one too; a draft makes sure that there is one, and that it is not merged itself. */
    private Optional<DueSession> served(DueSession session, SessionException merger) {
        LocalDate to = merger.to();
        SessionException further = to == null ? null : exceptions.get(to);
        if (to == null || to.equals(session.due()) || further != null && further.isMerged()) {
            return Optional.empty();
        }
        return recurrence.due(since, until, new Period(to, to)).stream()
                .findFirst()
                .map(other -> agreed(other, number(other)));
    }
}
