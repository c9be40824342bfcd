package io.provincelink.agreements.twinning;

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
 * A twinning as a client gets it.
 *
 * @param publishedBy parties whose approvers agreed that everybody may read what it says now; where it is PUBLIC and a party is missing, that
 *     party has not agreed to the latest change
 */
public record TwinningView(
        UUID id,
        TwinningLevel level,
        List<String> parties,
        List<TwinningSide> sides,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable String agreement,
        @Nullable Text note,
        Visibility visibility,
        @Nullable Source source,
        List<ExternalId> externalIds,
        Instant updatedAt,
        List<String> publishedBy) {

    static TwinningView of(Twinning twinning) {
        TwinningTerms terms = twinning.terms();
        return new TwinningView(
                twinning.id(),
                twinning.level(),
                twinning.parties(),
                terms.sides(),
                twinning.since(),
                twinning.until(),
                terms.agreement(),
                terms.note(),
                twinning.visibility(),
                terms.source(),
                twinning.externalIds(),
                twinning.updatedAt(),
                twinning.consents());
    }
}
