package io.provincelink.agreements.twinning;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * With whom a region and the units inside it are twinned.
 *
 * @param on the day for which it holds
 * @param complete false where there are more twinnings than one answer takes; then nothing is counted
 */
public record TwinMap(String region, LocalDate on, List<Twin> twins, List<LevelCount> counts, boolean complete) {

    /**
     * A twinning, seen from the region.
     *
     * @param through codes of the predecessors whose twinning it was, empty where it is the unit's own
     */
    @Schema(name = "TwinOfRegion")
    public record Twin(
            UUID twinning,
            TwinningLevel level,
            TwinnedSide own,
            TwinnedSide other,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            List<String> through) {}

    /** One side: the units by name, or how many they are, or what it is called where it is no unit. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TwinnedSide(
            String country,
            List<TwinnedUnit> regions,
            @Nullable Figure count,
            @Nullable Text name) {}

    /** A twinned unit with the name that it had then. */
    public record TwinnedUnit(String code, Text name) {}

    /** How many twinnings of a level there are, and how many units they have on each side. */
    @Schema(name = "TwinningLevelCount")
    public record LevelCount(TwinningLevel level, long twinnings, Figure own, Figure other) {}
}
