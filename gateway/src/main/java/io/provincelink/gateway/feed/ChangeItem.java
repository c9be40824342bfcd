package io.provincelink.gateway.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One change as its reader may know it.
 *
 * @param op CREATED when the record came into the reader's sight, DELETED when it went out of it
 * @param version counts the changes of this record that this reader could see, from 1; the same as in the record's history
 * @param cursor the place of this change: for {@code after}, to go on behind it
 * @param href the record's address; absent where it takes more than the id to find it
 * @param record the record as this version of it was, when it was asked for; absent for DELETED
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeItem(
        Op op,
        String type,
        UUID id,
        long version,
        Instant at,
        String cursor,
        @Nullable String href,

        @Nullable @JsonRawValue @Schema(type = SchemaType.OBJECT, description = "The record in this version.")
        String record) {

    /** What happened, as the reader sees it. */
    @Schema(name = "ChangeOp")
    public enum Op {
        CREATED,
        UPDATED,
        DELETED
    }
}
