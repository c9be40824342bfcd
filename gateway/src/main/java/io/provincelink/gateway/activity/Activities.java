package io.provincelink.gateway.activity;

import io.provincelink.gateway.brief.Brief;
import io.provincelink.kit.words.Field;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who does what where.
 *
 * @param items those that were recorded last first
 * @param overlaps work of different actors in one field, place and time, whatever the page; it says that somebody should look, not that
 *     something is wrong
 * @param overlapsComplete whether these are all; not while a service is unavailable, nor where there is more work than is compared
 * @param next address of the next page, null on the last
 * @param unavailable the services that did not answer in time; what they keep is missing, also from the pages that follow
 */
public record Activities(
        List<Brief> items,
        List<Overlap> overlaps,
        boolean overlapsComplete,
        @Nullable String next,
        List<String> unavailable) {

    /**
     * Two works of different actors, in a common field, at the same time, in one region or one inside a region of the other.
     *
     * @param first the one that was recorded later
     * @param regions of both, those that meet
     * @param period on which days both are done
     */
    @Schema(name = "ActivityOverlap")
    public record Overlap(Brief first, Brief second, Set<String> regions, List<Field> fields, Brief.Span period) {}
}
