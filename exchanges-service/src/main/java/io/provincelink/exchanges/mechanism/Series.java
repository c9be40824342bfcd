package io.provincelink.exchanges.mechanism;

import java.time.LocalDate;

/**
 * The due days of a mechanism as a calendar repeats them.
 *
 * @param first the first due day, which the rule itself names
 * @param rule RFC 5545 RRULE that begins on that day and ends when the mechanism does
 */
public record Series(LocalDate first, String rule) {}
