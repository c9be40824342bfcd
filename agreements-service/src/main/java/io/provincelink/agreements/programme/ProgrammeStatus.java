package io.provincelink.agreements.programme;

import io.provincelink.kit.words.Period;
import java.time.LocalDate;

/** Where a programme stands; it follows from the calendar. */
public enum ProgrammeStatus {
    PLANNED,
    ACTIVE,
    COMPLETED;

    static ProgrammeStatus of(Period period, LocalDate today) {
        if (today.isBefore(period.from())) {
            return PLANNED;
        }
        return today.isAfter(period.to()) ? COMPLETED : ACTIVE;
    }
}
