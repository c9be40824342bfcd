package io.provincelink.exchanges.mechanism;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import java.util.ArrayList;
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
    private final Map<LocalDate, SessionException> exceptions;
    private final List<String> hosts;

    private Schedule(
            Recurrence recurrence,
            LocalDate since,
            @Nullable LocalDate until,
            Map<LocalDate, SessionException> exceptions,
            List<String> hosts) {
        this.recurrence = recurrence;
        this.since = since;
        this.until = until;
        this.exceptions = exceptions;
        this.hosts = hosts;
    }

    /** Of a mechanism; empty where it is not known since when or how often they meet. */
    static Optional<Schedule> of(Mechanism mechanism) {
        String rule = mechanism.recurrence();
        LocalDate since = mechanism.since();
        if (rule == null || since == null) {
            return Optional.empty();
        }
        Map<LocalDate, SessionException> exceptions =
                mechanism.exceptions().stream().collect(toMap(SessionException::due, identity(), (one, other) -> one));
        return Optional.of(new Schedule(
                Recurrence.of(rule, mechanism.sessionWindow()),
                since,
                mechanism.until(),
                exceptions,
                mechanism.terms().hostRotation()));
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

    /**
     * All sessions that have a claim to the meetings which decide what became of the asked ones: these themselves, those that serve them
     * too, and whoever may take a meeting before them. So a meeting counts for the same session whatever period is asked for.
     *
     * @param days of the meetings, in order
     */
    List<DueSession> claiming(Period asked, List<LocalDate> days) {
        Schedule unhosted = new Schedule(recurrence, since, until, exceptions, List.of());
        LocalDate from = asked.from();
        LocalDate to = asked.to();
        for (SessionException exception : exceptions.values()) {
            if (exception.isMerged() && exception.to() != null && asked.contains(exception.due())) {
                from = earlier(from, exception.to());
                to = later(to, exception.to());
            }
        }
        if (exceptions.values().stream().noneMatch(SessionException::isPostponed)) {
            return unhosted.due(new Period(firstClaim(from, days), to));
        }
        // a window that was moved may lie anywhere among those of the others
        for (SessionException exception : exceptions.values()) {
            to = later(to, exception.due());
        }
        return unhosted.due(
                new Period(earlier(from, since), days.isEmpty() ? to : later(to, days.get(days.size() - 1))));
    }

    /** Back along the meetings as long as one session may admit two that follow each other. */
    private LocalDate firstClaim(LocalDate from, List<LocalDate> days) {
        LocalDate chain = from;
        for (int i = days.size() - 1; i >= 0; i--) {
            LocalDate day = days.get(i);
            if (!day.isAfter(recurrence.beforeAnyThatAdmits(chain))) {
                break;
            }
            chain = earlier(chain, day);
        }
        return recurrence.beforeAnyThatAdmits(chain);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
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
