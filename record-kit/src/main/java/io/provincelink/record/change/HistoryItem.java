package io.provincelink.record.change;

import io.provincelink.kit.words.Visibility;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One version of a record as its reader may know it.
 *
 * @param version counts the versions that this reader could see, from 1; another than that in the ETag
 * @param op CREATED for the first version that the reader could see
 * @param changes what differs from the version before, empty for the first
 */
public record HistoryItem(
        long version, Instant at, Change.Op op, Actor by, Visibility visibility, List<Difference> changes) {

    /**
     * Who made it, as an authority and never as a person.
     *
     * @param region the unit that acted
     * @param party the party that it acted for: another unit after a merger, and when a province acts for its district; absent where
     *     that was not written down
     * @param body the authority within the unit, in the token's words
     */
    @Schema(name = "ChangeActor")
    public record Actor(
            @Nullable String region,
            @Nullable String party,
            @Nullable String body,
            List<String> roles) {}
}
