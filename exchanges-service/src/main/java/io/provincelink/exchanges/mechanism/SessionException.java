package io.provincelink.exchanges.mechanism;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What differs for one session from the rule.
 *
 * @param due day on which the rule lets the session fall due
 * @param to POSTPONED: first day of its window instead; MERGED: the due day of the session that serves both; else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionException(
        @NotNull LocalDate due,
        @NotNull SessionExceptionKind kind,
        @Nullable LocalDate to,
        @Nullable @Valid Text note) {

    boolean postpones() {
        return kind == SessionExceptionKind.POSTPONED;
    }

    boolean merges() {
        return kind == SessionExceptionKind.MERGED;
    }
}
