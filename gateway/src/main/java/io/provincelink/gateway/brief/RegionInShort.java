package io.provincelink.gateway.brief;

import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.RegionLevel;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The latest unit that has a code.
 *
 * @param validTo its last day, null for a unit that stands
 * @param successors codes of the units that took its area over
 */
public record RegionInShort(
        String code,
        Text name,
        RegionLevel level,
        String country,
        @Nullable LocalDate validTo,
        List<String> successors) {

    /** Empty where nobody ever had the code. */
    public static Optional<RegionInShort> of(Regions known, String code, LocalDate today) {
        List<Region> units = known.history(code);
        return known.latest(code, today)
                .or(() -> units.stream().findFirst())
                .map(unit -> new RegionInShort(
                        unit.code(), unit.name(), unit.level(), unit.country(), unit.validTo(), unit.successors()));
    }
}
