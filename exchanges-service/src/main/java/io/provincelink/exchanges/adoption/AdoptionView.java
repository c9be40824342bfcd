package io.provincelink.exchanges.adoption;

import io.provincelink.exchanges.practice.PracticeResult;
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
 * An adoption as a client gets it.
 *
 * @param practice what is taken up
 * @param parties the adopter, and who stands for the unit that offers the practice
 * @param publishedBy parties whose approvers agreed that everybody may read what it says now
 */
public record AdoptionView(
        UUID id,
        UUID practice,
        String adopter,
        List<String> parties,
        AdoptionStatus status,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable Text note,
        List<PracticeResult> results,
        Visibility visibility,
        @Nullable Source source,
        List<ExternalId> externalIds,
        Instant updatedAt,
        List<String> publishedBy) {

    static AdoptionView of(Adoption adoption) {
        AdoptionTerms terms = adoption.terms();
        return new AdoptionView(
                adoption.id(),
                adoption.practice(),
                adoption.adopter(),
                adoption.parties(),
                adoption.status(),
                adoption.since(),
                adoption.until(),
                terms.note(),
                terms.results(),
                adoption.visibility(),
                terms.source(),
                adoption.externalIds(),
                adoption.updatedAt(),
                adoption.consents());
    }
}
