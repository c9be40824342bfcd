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

/** A mechanism as a client gets it. */
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
        @Nullable String agreement,
        boolean planned,
        @Nullable Text note,
        Visibility visibility,
        @Nullable Source source,
        List<ExternalId> externalIds,
        Instant updatedAt) {

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
                terms.agreement(),
                terms.planned(),
                terms.note(),
                mechanism.visibility(),
                terms.source(),
                mechanism.externalIds(),
                mechanism.updatedAt());
    }
}
