package io.provincelink.agreements.povertylist;

import io.provincelink.kit.words.ExternalId;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Source;
import io.provincelink.kit.words.Text;
import io.provincelink.kit.words.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list as a client gets it.
 *
 * @param published how many units somebody said there are
 * @param on the day that was asked for, null for all times
 * @param counted how many recorded units stood on it on that day; null without a day, and where no unit is recorded at all
 * @param entries the recorded units of that day, or of all times
 */
public record PovertyListView(
        UUID id,
        PovertyListKind kind,
        Text title,
        String country,
        List<String> parties,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable Text basis,
        @Nullable PublishedCount published,
        @Nullable LocalDate on,
        @Nullable Figure counted,
        List<ListedUnit> entries,
        @Nullable Text note,
        Visibility visibility,
        @Nullable Source source,
        List<ExternalId> externalIds,
        Instant updatedAt) {

    static PovertyListView of(PovertyList list, @Nullable LocalDate on) {
        PovertyListTerms terms = list.terms();
        return new PovertyListView(
                list.id(),
                list.kind(),
                terms.title(),
                list.country(),
                list.parties(),
                list.since(),
                list.until(),
                terms.basis(),
                terms.published(),
                on,
                list.counted(on),
                list.entries(on),
                terms.note(),
                list.visibility(),
                terms.source(),
                list.externalIds(),
                list.updatedAt());
    }
}
