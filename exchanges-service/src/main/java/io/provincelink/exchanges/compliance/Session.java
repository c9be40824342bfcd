package io.provincelink.exchanges.compliance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.exchanges.mechanism.DueSession;
import io.provincelink.exchanges.mechanism.SessionException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session that was due.
 *
 * @param due day on which it fell due by the rule
 * @param from first day on which it may be held: the due day, unless it was postponed or merged
 * @param until last day on which it may be held
 * @param meeting the meeting that was held, or the cancelled one that says why not; a merged session shows the one of the session that
 *     serves both
 * @param exception what was agreed for it otherwise than the rule says
 * @param host whose turn it is; of a merged session, whose turn the meeting of both is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Session(
        LocalDate due,
        LocalDate from,
        LocalDate until,
        SessionStatus status,
        @Nullable UUID meeting,
        @Nullable SessionException exception,
        @Nullable String host) {

    static Session of(DueSession session, SessionStatus status, @Nullable UUID meeting) {
        return new Session(
                session.due(), session.first(), session.last(), status, meeting, session.exception(), session.host());
    }
}
