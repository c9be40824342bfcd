package io.provincelink.exchanges.mechanism;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import io.provincelink.kit.words.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        return hosts.isEmpty() ? unhosted(asked) : hosted(unhosted(asked));
    }

    private List<DueSession> unhosted(Period asked) {
        List<DueSession> plain = recurrence.due(since, until, asked);
        return exceptions.isEmpty() ? plain : plain.stream().map(this::agreed).toList();
    }

    /**
     * All sessions that have a claim to the meetings which decide what became of the asked ones: these themselves, those that serve them
     * too, and whoever may take a meeting before them. So a meeting counts for the same session whatever period is asked for.
     *
     * @param days of the meetings, in order
     */
    List<DueSession> claiming(Period asked, List<LocalDate> days) {
        LocalDate from = asked.from();
        LocalDate to = asked.to();
        for (SessionException exception : exceptions.values()) {
            if (exception.merges() && exception.to() != null && asked.contains(exception.due())) {
                from = earlier(from, exception.to());
                to = later(to, exception.to());
            }
        }
        if (exceptions.values().stream().noneMatch(SessionException::postpones)) {
            return unhosted(new Period(firstClaim(from, days), to));
        }
        // a window that was moved may lie anywhere among those of the others
        for (SessionException exception : exceptions.values()) {
            to = later(to, exception.due());
        }
        return unhosted(new Period(earlier(from, since), days.isEmpty() ? to : later(to, days.get(days.size() - 1))));
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

    private DueSession agreed(DueSession session) {
        SessionException exception = exceptions.get(session.due());
        if (exception == null) {
            return session;
        }
        if (exception.merges()) {
            return serving(session, exception)
                    .map(other -> new DueSession(session.due(), other.first(), other.last(), exception, null))
                    .orElse(session);
        }
        DueSession moved =
                exception.postpones() && exception.to() != null ? recurrence.moved(session, exception.to()) : session;
        return new DueSession(session.due(), moved.first(), moved.last(), exception, null);
    }

    /** The session that serves a merged one too; a draft makes sure that there is one, and that it is not merged itself. */
    private Optional<DueSession> serving(DueSession session, SessionException merger) {
        LocalDate to = merger.to();
        SessionException further = to == null ? null : exceptions.get(to);
        if (to == null || to.equals(session.due()) || further != null && further.merges()) {
            return Optional.empty();
        }
        return recurrence.due(since, until, new Period(to, to)).stream()
                .findFirst()
                .map(this::agreed);
    }

    /** Only the first of them is counted out, and those that serve others; the rest follow each other. */
    private List<DueSession> hosted(List<DueSession> sessions) {
        if (sessions.isEmpty()) {
            return sessions;
        }
        LocalDate first = sessions.get(0).due();
        Set<LocalDate> counted = sessions.stream()
                .filter(session -> !session.isServedByItself())
                .map(DueSession::servedWith)
                .collect(toCollection(HashSet::new));
        counted.add(first);
        Map<LocalDate, Long> numbers = recurrence.countedBefore(since, counted);
        List<DueSession> hosted = new ArrayList<>();
        long number = numbers.getOrDefault(first, 0L);
        for (DueSession session : sessions) {
            long turn = session.isServedByItself() ? number : numbers.getOrDefault(session.servedWith(), number);
            hosted.add(session.hostedBy(hosts.get((int) (turn % hosts.size()))));
            number++;
        }
        return hosted;
    }
}
