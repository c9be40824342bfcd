package io.provincelink.record.change;

import io.provincelink.record.RecordRoot;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of one record.
 *
 * @param type the record's type, such as {@code PROGRAMME}
 * @param before who was concerned and who could see it before; null when created
 * @param snapshot what a reader of this version saw, without personal data
 * @param party the party that the actor acted for, null when there is none
 * @param within codes of the parties and of all units that they lie in
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
        List<String> within,
        boolean audited) {

    public enum Op {
        CREATED,
        UPDATED,
        DELETED
    }
}
