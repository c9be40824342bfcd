package io.provincelink.record.activity;

import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Field;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which activities are wanted; null asks for any.
 *
 * @param region code of a unit of any time: what it or a unit inside it takes part in
 * @param rollsUp whether what was in a closed unit is under the one that took its area over
 */
public record ActivityQuestion(
        Regions known,
        @Nullable String region,
        boolean rollsUp,
        @Nullable Field field,
        @Nullable Period period) {

    /** By the region in the records' {@code within}. */
    public Filter here() {
        return Filter.all().of(region == null ? List.of() : List.of(region), known, rollsUp ? "current" : null);
    }

    /** The region's codes, for a condition of its own; null where none is asked for. */
    public String @Nullable [] taken() {
        return region == null ? null : Parameters.taken(known, region, rollsUp);
    }

    /** The field, as the database keeps it. */
    public @Nullable String fieldName() {
        return field == null ? null : field.name();
    }

    public @Nullable LocalDate from() {
        return period == null ? null : period.from();
    }

    public @Nullable LocalDate to() {
        return period == null ? null : period.to();
    }
}
