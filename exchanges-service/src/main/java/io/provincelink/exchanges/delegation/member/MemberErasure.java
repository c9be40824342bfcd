package io.provincelink.exchanges.delegation.member;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That a person was erased from a delegation. It names the authority, never a person who acted.
 *
 * @param id orders the erasures, newest last; no business of a reader's
 * @param person the own side's id of who was erased
 * @param by who asked for it; absent where a rule did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberErasure(
        @JsonIgnore UUID id,
        UUID person,
        Instant at,
        Reason reason,
        @Nullable Authority by) {

    /** Why a person was erased. */
    @Schema(name = "MemberErasureReason")
    public enum Reason {
        /** An approver of the own side asked for it. */
        REQUEST,
        /** The time was over for which members are kept. */
        RETENTION
    }

    /**
     * Who asked.
     *
     * @param body the authority within the region, in its token's words; absent where the token names none
     */
    @Schema(name = "MemberErasureAuthority")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Authority(String region, @Nullable String body, String role) {}
}
