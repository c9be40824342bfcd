package io.provincelink.record.change;

import io.provincelink.record.RecordRoot;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One version of one record.
 *
 * @param type the record's type, such as {@code PROGRAMME}
 * @param before who was concerned and who could see it before; null when created
 * @param snapshot what a reader of this version saw, without personal data
 * @param party the party that the actor acted for, null when there is none
 * @param audited whether it is noted who is shown this version
 */
public record Change(
        Op op,
        String type,
        UUID id,
        long version,
        RecordRoot.@Nullable Sight before,
        RecordRoot.Sight after,
        Object snapshot,
        @Nullable String party,
        boolean audited) {

    @Schema(name = "ChangeOp")
    public enum Op {
        CREATED,
        UPDATED,
        DELETED
    }
}
