package io.provincelink.exchanges.mechanism;

import java.time.LocalDate;

/**
 * A session that a mechanism's rule asks for.
 *
 * @param due first day on which it may be held
 * @param last last day on which it may be held
 */
public record DueSession(LocalDate due, LocalDate last) {

    public boolean admits(LocalDate day) {
        return !day.isBefore(due) && !day.isAfter(last);
    }
}
