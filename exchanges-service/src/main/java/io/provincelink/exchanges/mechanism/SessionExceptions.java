package io.provincelink.exchanges.mechanism;

import static java.util.stream.Collectors.joining;

import io.provincelink.kit.problem.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges what a draft says of single sessions by the days on which its rule lets them fall due. */
final class SessionExceptions {

    private final List<SessionException> exceptions;
    private final NavigableSet<LocalDate> dueDays;

    private SessionExceptions(List<SessionException> exceptions, NavigableSet<LocalDate> dueDays) {
        this.exceptions = exceptions;
        this.dueDays = dueDays;
    }

    /** @param until no session falls due after it */
    static List<Fault> faults(
            List<SessionException> exceptions, Recurrence rule, LocalDate since, @Nullable LocalDate until) {
        LocalDate end = exceptions.stream()
                .filter(Objects::nonNull)
                .flatMap(exception -> Stream.of(exception.due(), exception.to()))
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(since);
        NavigableSet<LocalDate> days = new TreeSet<>(rule.daysUpTo(since, until, end));
        return new SessionExceptions(exceptions, days).faults();
    }

    private List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        Set<LocalDate> named = new HashSet<>();
        for (int i = 0; i < exceptions.size(); i++) {
            SessionException exception = exceptions.get(i);
            if (exception == null || exception.due() == null) {
                continue; // said by the constraints
            }
            String at = "/exceptions/" + i;
            if (!named.add(exception.due())) {
                faults.add(Fault.at(at + "/due", "same-day-twice"));
            } else if (!dueDays.contains(exception.due())) {
                faults.add(notDue(at + "/due", exception.due()));
            }
            if (exception.kind() != null) {
                faults.addAll(destination(at + "/to", exception));
            }
        }
        return faults;
    }

    private List<Fault> destination(String at, SessionException exception) {
        LocalDate to = exception.to();
        if (exception.kind() == SessionExceptionKind.ONLINE) {
            return to == null ? List.of() : List.of(Fault.at(at, "only-for", "POSTPONED, MERGED"));
        }
        if (to == null) {
            return List.of(Fault.at(at, "required"));
        }
        return exception.postpones() ? newDay(at, to) : otherSession(at, exception.due(), to);
    }

    /** On a day on which another session falls due anyway nobody could tell the two apart; merging says that they are one. */
    private List<Fault> newDay(String at, LocalDate to) {
        if (MechanismDraft.isOutOfRange(to)) {
            return List.of(Fault.at(at, "out-of-range", MechanismDraft.EARLIEST, Recurrence.LATEST));
        }
        return dueDays.contains(to) ? List.of(Fault.at(at, "due-anyway")) : List.of();
    }

    private List<Fault> otherSession(String at, LocalDate due, LocalDate to) {
        if (to.equals(due)) {
            return List.of(Fault.at(at, "own-session"));
        }
        if (!dueDays.contains(to)) {
            return List.of(notDue(at, to));
        }
        boolean mergedItself =
                exceptions.stream().anyMatch(other -> other != null && to.equals(other.due()) && other.merges());
        return mergedItself ? List.of(Fault.at(at, "merged-itself")) : List.of();
    }

    private Fault notDue(String at, LocalDate day) {
        String nearest = Stream.of(dueDays.lower(day), dueDays.higher(day))
                .filter(Objects::nonNull)
                .map(LocalDate::toString)
                .collect(joining(", "));
        return nearest.isEmpty() ? Fault.at(at, "nothing-due") : Fault.at(at, "not-due", nearest);
    }
}
