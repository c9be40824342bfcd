package io.provincelink.record.confirmation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Text;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One party's word on a matter of both.
 *
 * @param party whose word it is
 * @param comment what the party disputes, or what it wants to add
 * @param by the authority that gave it, never a person; another unit than the party where that was succeeded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Confirmation(
        String party, Decision decision, @Nullable Text comment, Instant at, Authority by) {

    /** Whether the party stands by it. */
    @Schema(name = "ConfirmationDecision")
    public enum Decision {
        AGREED,
        DISPUTED
    }

    /**
     * Who spoke for the party.
     *
     * @param body the authority within the region, in its token's words; absent where the token names none
     */
    @Schema(name = "ConfirmationAuthority")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Authority(String region, @Nullable String body, String role) {}

    /** Whether the party has said the same before, whenever that was. */
    boolean repeats(Confirmation earlier) {
        return party.equals(earlier.party) && decision == earlier.decision && Objects.equals(comment, earlier.comment);
    }
}
