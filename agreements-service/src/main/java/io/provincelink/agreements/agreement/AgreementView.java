package io.provincelink.agreements.agreement;

import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Party;
import io.provincelink.kit.words.Period;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as a client gets it.
 *
 * @param publishedBy parties whose approvers agreed that everybody may read what it says now; where it is PUBLIC and a party is missing, that
 *     party has not agreed to the latest change
 */
public record AgreementView(
        UUID id,
        String code,
        AgreementKind kind,
        Text title,
        List<Party> parties,
        AgreementLevel level,
        AgreementStatus status,
        List<Field> fields,
        @Nullable LocalDate signedOn,
        @Nullable Period period,
        List<Text> legalBasis,
        List<String> restsOn,
        List<String> authenticLanguages,
        @Nullable String prevailingLanguage,
        @Nullable Text note,
        Visibility visibility,
        @Nullable Source source,
        List<ExternalId> externalIds,
        List<DocumentView> documents,
        Instant updatedAt,
        List<String> publishedBy) {

    static AgreementView of(Agreement agreement, LocalDate today) {
        AgreementTerms terms = agreement.terms();
        return new AgreementView(
                agreement.id(),
                agreement.code(),
                agreement.kind(),
                agreement.title(),
                terms.parties(),
                agreement.level(),
                agreement.status(today),
                terms.fields(),
                agreement.signedOn(),
                agreement.period(),
                terms.legalBasis(),
                terms.restsOn(),
                terms.authenticLanguages(),
                terms.prevailingLanguage(),
                terms.note(),
                agreement.visibility(),
                terms.source(),
                agreement.externalIds(),
                DocumentView.listed(agreement.documents()),
                agreement.updatedAt(),
                agreement.consents());
    }
}
