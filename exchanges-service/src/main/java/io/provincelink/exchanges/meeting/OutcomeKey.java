package io.provincelink.exchanges.meeting;

import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ValueRange;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The place of an outcome in the list of all: by the day on which it is due, those without one at the end.
 *
 * @param due the day as the database writes it, {@code infinity} where there is none
 */
record OutcomeKey(String due, UUID meeting, UUID outcome) {

    static final String NEVER = "infinity";

    private static final String BETWEEN = "|";
    private static final int LAST_YEAR = 9999;

    static OutcomeKey of(AgreedOutcome agreed) {
        LocalDate due = agreed.outcome().due();
        return new OutcomeKey(
                due == null ? NEVER : due.toString(),
                agreed.meeting().id(),
                agreed.outcome().outcomeId());
    }

    static OutcomeKey of(Object[] row) {
        return new OutcomeKey((String) row[0], (UUID) row[1], (UUID) row[2]);
    }

    String sealed() {
        return due + BETWEEN + meeting + BETWEEN + outcome;
    }

    /** Where the page begins; null for the first one. */
    static @Nullable OutcomeKey after(PageRequest page) {
        String key = page.after();
        if (key == null) {
            return null;
        }
        try {
            String[] parts = key.split("\\|", -1);
            if (parts.length != 3 || !isDay(parts[0])) {
                throw ProblemException.invalid(Fault.at("?cursor", "bad-cursor"));
            }
            return new OutcomeKey(parts[0], UUID.fromString(parts[1]), UUID.fromString(parts[2]));
        } catch (DateTimeException | IllegalArgumentException damaged) {
            throw ProblemException.invalid(Fault.at("?cursor", "bad-cursor"));
        }
    }

    /** Cursors are anybody's, and the database reads no day of other years as java.time writes it. */
    private static boolean isDay(String due) {
        return due.equals(NEVER)
                || ValueRange.of(1, LAST_YEAR).isValidValue(LocalDate.parse(due).getYear());
    }
}
