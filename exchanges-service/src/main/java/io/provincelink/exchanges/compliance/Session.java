package io.provincelink.exchanges.compliance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session that was due.
 *
 * @param due first day on which it may be held
 * @param until last day on which it may be held
 * @param meeting the meeting that was held, or the cancelled one that says why not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Session(
        LocalDate due,
        LocalDate until,
        SessionStatus status,
        @Nullable UUID meeting) {}
