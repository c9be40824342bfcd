package io.provincelink.kit.region;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of units, ordered by code and, within a code, by first day. A filter that is null does not filter.
 *
 * @param parent code of the unit directly above
 * @param country invented countries are listed only where asked for here, or by a parent within them
 * @param q part of a name in any language, tone marks and case ignored, or the beginning of a code
 * @param on only units valid on the day; null for units of all times
 * @param afterKey {@link Region#key()} of the last unit of the previous page
 * @param limit most units to give, at least 1
 */
public record RegionQuery(
        @Nullable RegionLevel level,
        @Nullable String parent,
        @Nullable String country,
        @Nullable String q,
        @Nullable LocalDate on,
        @Nullable String afterKey,
        int limit) {

    public RegionQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + " is less than 1");
        }
    }
}
