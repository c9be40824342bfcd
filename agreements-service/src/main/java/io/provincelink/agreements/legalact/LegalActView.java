package io.provincelink.agreements.legalact;

import io.provincelink.kit.words.Body;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A legal act as a client gets it.
 *
 * @param valid whether it is valid today; absent where it is not known since when it is
 */
public record LegalActView(
        UUID id,
        String code,
        String number,
        LegalActKind kind,
        Body issuer,
        Text title,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Boolean valid,
        @Nullable String replacedBy,
        List<String> basis,
        @Nullable Text note,
        Visibility visibility,
        @Nullable Source source,
        List<ExternalId> externalIds,
        Instant updatedAt) {

    static LegalActView of(LegalAct act, LocalDate today) {
        LegalActTerms terms = act.terms();
        return new LegalActView(
                act.id(),
                act.code(),
                act.number(),
                act.kind(),
                terms.issuer(),
                act.title(),
                act.issuedOn(),
                act.validFrom(),
                act.validTo(),
                act.validOn(today),
                terms.replacedBy(),
                terms.basis(),
                terms.note(),
                act.visibility(),
                terms.source(),
                act.externalIds(),
                act.updatedAt());
    }
}
