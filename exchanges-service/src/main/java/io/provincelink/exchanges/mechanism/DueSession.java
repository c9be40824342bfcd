package io.provincelink.exchanges.mechanism;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A session that a mechanism's rule asks for.
 *
 * @param due day on which it falls due by the rule, which tells it from the other sessions
 * @param first first day on which it may be held: the due day, unless it was postponed or merged into another session
 * @param last last day on which it may be held
 * @param exception what was agreed for it otherwise than the rule says
 * @param host whose turn it is; of a session merged into another one, whose turn that is
 */
public record DueSession(
        LocalDate due,
        LocalDate first,
        LocalDate last,
        @Nullable SessionException exception,
        @Nullable String host) {

    /** By the rule alone. */
    static DueSession of(LocalDate due, LocalDate last) {
        return new DueSession(due, due, last, null, null);
    }

    public boolean admits(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The due day of the session whose meeting serves this one: its own, unless it was merged. */
    public LocalDate servedWith() {
        return exception != null && exception.merges() && exception.to() != null ? exception.to() : due;
    }

    public boolean isServedByItself() {
        return servedWith().equals(due);
    }

    DueSession hostedBy(String region) {
        return new DueSession(due, first, last, exception, region);
    }
}
