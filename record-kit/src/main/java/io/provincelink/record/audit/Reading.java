package io.provincelink.record.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was shown a sensitive record. It names the authority, never the person.
 *
 * @param id orders the readings, newest last; no business of a reader's
 * @param version which version was shown
 * @param region unit of the reader
 * @param body the authority within the unit, in its token's words; absent where the token names none
 * @param roles of the reader
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reading(
        @JsonIgnore UUID id,
        Instant at,
        long version,
        @Nullable String region,
        @Nullable String body,
        List<String> roles,
        How how) {

    /** In what the record was shown. */
    @Schema(name = "ReadingHow")
    public enum How {
        /** Alone. */
        RECORD,
        /** As an item of a list. */
        LIST,
        /** In the answer to a step that changed nothing; one that did is in the record's history. */
        STEP,
        /** Its documents or its text. */
        DOCUMENT,
        /** Who travels with a delegation, shown to the other side. */
        MEMBERS,
        HISTORY,
        FEED,
        /** In a bundle to be read offline. */
        BUNDLE,
        /** In the review of a programme. */
        REVIEW,
        /** As an event of a calendar. */
        CALENDAR,
        /** In a calendar under a private address, by whoever was given that. */
        CALENDAR_FEED
    }
}
