package io.provincelink.exchanges.meeting;

import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The place of an outcome in the list of all: by the day on which it is due, those without one at the end. */
record OutcomeKey(@Nullable LocalDate due, UUID meeting, UUID outcome) {

    private static final String BETWEEN = "|";

    static OutcomeKey of(AgreedOutcome agreed) {
        return new OutcomeKey(
                agreed.outcome().due(), agreed.meeting().id(), agreed.outcome().outcomeId());
    }

    String sealed() {
        return (due == null ? "" : due) + BETWEEN + meeting + BETWEEN + outcome;
    }

    /** Where the page begins; null for the first one. */
    static @Nullable OutcomeKey after(PageRequest page) {
        String key = page.after();
        if (key == null) {
            return null;
        }
        try {
            String[] parts = key.split("\\|", -1);
            if (parts.length != 3) {
                throw ProblemException.invalid(Fault.at("?cursor", "bad-cursor"));
            }
            LocalDate due = parts[0].isEmpty() ? null : LocalDate.parse(parts[0]);
            return new OutcomeKey(due, UUID.fromString(parts[1]), UUID.fromString(parts[2]));
        } catch (DateTimeException | IllegalArgumentException damaged) {
            throw ProblemException.invalid(Fault.at("?cursor", "bad-cursor"));
        }
    }
}
