package io.provincelink.agreements.region;

import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.RegionLevel;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An administrative unit.
 *
 * @param parent code of the unit that it lies in
 * @param validFrom first day, absent where not known
 * @param validTo last day, absent while it stands
 * @param successors codes of the units that took its area over, as far as recorded
 * @param predecessors codes of the units whose area it took over
 */
public record RegionView(
        String code,
        RegionLevel level,
        String country,
        @Nullable String parent,
        Text name,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<String> successors,
        List<String> predecessors) {

    static RegionView of(Region unit, Regions regions) {
        return new RegionView(
                unit.code(),
                unit.level(),
                unit.country(),
                unit.parent(),
                unit.name(),
                unit.validFrom(),
                unit.validTo(),
                unit.successors(),
                regions.predecessors(unit).stream().map(Region::code).distinct().toList());
    }
}
