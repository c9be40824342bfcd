package io.provincelink.exchanges.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Field;
import org.jspecify.annotations.Nullable;

/**
 * One row of a summary. A key is absent where the summary is not divided by it, and where the exchanges of the row name none.
 *
 * @param year of the first day
 * @param level as delegations have it; meetings have the same names
 * @param delegations that were completed
 * @param delegates people in them; who travels twice counts twice
 * @param meetings that were held; absent where the summary is divided by direction, as a meeting has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExchangeSummaryRow(
        @Nullable Integer year,
        @Nullable String level,
        @Nullable Field field,
        @Nullable ExchangeDirection direction,
        long delegations,
        long delegates,
        @Nullable Long meetings) {}
