package io.provincelink.exchanges.mechanism;

import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mechanism as a client gets it.
 *
 * @param exceptions what was agreed for single sessions otherwise than the rule says
 * @param publishedBy parties whose approvers agreed that everybody may read what it says now; where it is PUBLIC and a party is missing, that
 *     party has not agreed to the latest change
 */
public record MechanismView(
        UUID id,
        Text title,
        MechanismKind kind,
        MechanismLevel level,
        List<Party> parties,
        @Nullable String recurrence,
        @Nullable String window,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        List<String> hostRotation,
        List<SessionException> exceptions,
        @Nullable String agreement,
        boolean planned,
        @Nullable Text note,
        Visibility visibility,
        @Nullable Source source,
        List<ExternalId> externalIds,
        Instant updatedAt,
        List<String> publishedBy) {

    public static MechanismView of(Mechanism mechanism) {
        MechanismTerms terms = mechanism.terms();
        return new MechanismView(
                mechanism.id(),
                mechanism.title(),
                mechanism.kind(),
                mechanism.level(),
                terms.parties(),
                mechanism.recurrence(),
                mechanism.sessionWindow(),
                mechanism.since(),
                mechanism.until(),
                terms.hostRotation(),
                terms.exceptions(),
                terms.agreement(),
                terms.planned(),
                terms.note(),
                mechanism.visibility(),
                terms.source(),
                mechanism.externalIds(),
                mechanism.updatedAt(),
                mechanism.consents());
    }
}
