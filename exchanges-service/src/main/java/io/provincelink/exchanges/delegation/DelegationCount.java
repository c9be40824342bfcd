package io.provincelink.exchanges.delegation;

import java.time.LocalDate;

/**
 * How many delegations one unit sent to another.
 *
 * @param anchor a day on which both codes mean the units
 * @param people of the reports where there are such, else of the announcements; who travels twice counts twice
 */
public record DelegationCount(
        String sending, String receiving, DelegationStatus status, LocalDate anchor, long delegations, long people) {}
