package io.provincelink.exchanges.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How much there was of it, each delegation and meeting once.
 *
 * @param delegations that were completed
 * @param delegates people in them; who travels twice counts twice
 * @param meetings that were held; absent where it is divided by direction, as a meeting has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExchangeCount(
        long delegations, long delegates, @Nullable Long meetings) {}
