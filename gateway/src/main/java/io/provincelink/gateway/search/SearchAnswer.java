package io.provincelink.gateway.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param items the best hits first
 * @param cut types with more hits than were compared: of each only the newest 200 are among the items; the type's own list takes the
 *     same words and has all
 * @param next address of the next page, null on the last
 * @param unavailable the services that did not answer in time; what they keep is missing, also from the pages that follow
 */
public record SearchAnswer(
        List<SearchHit> items, List<String> cut, @Nullable String next, List<String> unavailable) {}
