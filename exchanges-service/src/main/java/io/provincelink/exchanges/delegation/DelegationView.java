package io.provincelink.exchanges.delegation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.exchanges.words.Format;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delegation as a client gets it.
 *
 * @param members only in the answer to {@code GET /delegations/{id}} by the side that wrote them
 * @param transitions steps taken so far, oldest first
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
        @Nullable String invitation,
        @Nullable Authorisation authorisation,
        @Nullable Format format,
        @Nullable String programme,
        DelegationStatus status,
        List<DelegationStep> transitions,
        @Nullable Text report,
        @Nullable Text note,
        Visibility visibility,
        @Nullable Source source,
        List<ExternalId> externalIds,
        Instant updatedAt) {

    /** Without the members, as everybody may get it who sees the delegation. */
    public static DelegationView of(Delegation delegation) {
        return with(null, delegation);
    }

    /** With the members, for the side that wrote them. */
    static DelegationView withMembers(Delegation delegation) {
        return with(delegation.members(), delegation);
    }

    private static DelegationView with(@Nullable List<Member> members, Delegation delegation) {
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
                members,
                terms.invitation(),
                terms.authorisation(),
                terms.format(),
                delegation.programme(),
                delegation.status(),
                delegation.transitions(),
                delegation.report(),
                terms.note(),
                delegation.visibility(),
                terms.source(),
                delegation.externalIds(),
                delegation.updatedAt());
    }
}
