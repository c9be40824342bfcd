package io.provincelink.exchanges.delegation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.exchanges.delegation.member.Member;
import io.provincelink.exchanges.words.Format;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Standing;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import io.provincelink.record.confirmation.Confirmation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delegation as a client gets it.
 *
 * <p>Who travels is shown only in answers to a GET of the one delegation: to the side that sends them, and to the other one as long as it
 * is released.
 *
 * @param members of who was erased only the id is left
 * @param memberCount how many were named, shown with the members
 * @param erasedMembers how many of them were erased, shown with the members
 * @param membersReleasedUntil the last day on which the other side may read them, for both sides
 * @param invitation official numbers are no secret: everybody reads them who sees the delegation, as they read the authorisation
 * @param transitions steps taken so far, oldest first
 * @param travelled how many people it was in the end, where that is another number than was announced
 * @param confirmations what each side says to the report
 * @param standing how the sides stand to it, once the delegation is completed
 * @param publishedBy parties whose approvers agreed to publish what it says now, beside what the other side's acceptance published
 * @param warnings what somebody should look at; only in answers to {@code GET /delegations/{id}}, for they rest on what the reader sees
 */
public record DelegationView(
        UUID id,
        String sending,
        String receiving,
        DelegationLevel level,
        Text purpose,
        List<Field> fields,
        Period period,
        @Nullable Text head,
        int size,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Member> members,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer memberCount,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer erasedMembers,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate membersReleasedUntil,
        @Nullable String invitation,
        @Nullable Authorisation authorisation,
        @Nullable Format format,
        @Nullable String programme,
        DelegationStatus status,
        List<DelegationStep> transitions,
        @Nullable Text report,
        @Nullable Integer travelled,
        List<Confirmation> confirmations,
        @Nullable Standing standing,
        @Nullable Text note,
        Visibility visibility,
        @Nullable Source source,
        List<ExternalId> externalIds,
        Instant updatedAt,
        List<String> publishedBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<DelegationWarning> warnings) {

    /**
     * What some readers get beside what all of them get.
     *
     * @param members null for who may not read them
     * @param releasedUntil null for who is none of the sides, too
     * @param warnings null where they are not asked for
     */
    record Beside(
            @Nullable List<Member> members,
            @Nullable LocalDate releasedUntil,
            @Nullable List<DelegationWarning> warnings) {

        static final Beside NOTHING = new Beside(null, null, null);

        @Nullable
        Integer count() {
            return members == null ? null : members.size();
        }

        @Nullable
        Integer erased() {
            return members == null
                    ? null
                    : (int) members.stream().filter(Member::wasErased).count();
        }
    }

    /** As everybody may get it who sees the delegation. */
    public static DelegationView of(Delegation delegation) {
        return of(delegation, Beside.NOTHING);
    }

    static DelegationView of(Delegation delegation, Beside beside) {
        DelegationTerms terms = delegation.terms();
        return new DelegationView(
                delegation.id(),
                delegation.sending(),
                delegation.receiving(),
                delegation.level(),
                terms.purpose(),
                terms.fields(),
                delegation.period(),
                terms.head(),
                delegation.size(),
                beside.members,
                beside.count(),
                beside.erased(),
                beside.releasedUntil,
                terms.invitation(),
                terms.authorisation(),
                terms.format(),
                delegation.programme(),
                delegation.status(),
                delegation.transitions(),
                delegation.report(),
                delegation.travelled(),
                delegation.confirmations().words(),
                delegation.standing(),
                terms.note(),
                delegation.visibility(),
                terms.source(),
                delegation.externalIds(),
                delegation.updatedAt(),
                delegation.consents(),
                beside.warnings);
    }
}
