package io.provincelink.exchanges.practice;

import io.provincelink.kit.words.Body;
import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A practice as a client gets it.
 *
 * @param adoptions where those who took it up are listed, as far as the reader may see them
 * @param publishedBy the offering region where its approver agreed that everybody may read what it says now; where it is PUBLIC and this
 *     is empty, that was not agreed anew after the latest change
 */
public record PracticeView(
        UUID id,
        Text title,
        @Nullable Text description,
        List<Text> steps,
        List<Field> fields,
        String region,
        @Nullable LocalDate offeredOn,
        @Nullable Body contact,
        List<PracticeResult> results,
        @Nullable String programme,
        @Nullable String agreement,
        String adoptions,
        @Nullable Text note,
        Visibility visibility,
        @Nullable Source source,
        List<ExternalId> externalIds,
        Instant updatedAt,
        List<String> publishedBy) {

    static PracticeView of(Practice practice) {
        PracticeTerms terms = practice.terms();
        return new PracticeView(
                practice.id(),
                terms.title(),
                terms.description(),
                terms.steps(),
                terms.fields(),
                practice.region(),
                practice.offeredOn(),
                terms.contact(),
                terms.results(),
                practice.programme(),
                terms.agreement(),
                "/api/v1/practices/" + practice.id() + "/adoptions",
                terms.note(),
                practice.visibility(),
                terms.source(),
                practice.externalIds(),
                practice.updatedAt(),
                practice.consents());
    }
}
