package io.provincelink.agreements.twinning;

import io.provincelink.kit.region.RegionLevel;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Between what two sides are twinned. Ranks differ from country to country: a Vietnamese province is twinned with a Chinese prefecture, a
 * district with a county, and a city may have any rank between a province and a county.
 */
public enum TwinningLevel {
    PROVINCE(EnumSet.of(RegionLevel.PROVINCE, RegionLevel.PREFECTURE, RegionLevel.CITY)),
    CITY(EnumSet.of(
            RegionLevel.PROVINCE, RegionLevel.PREFECTURE, RegionLevel.DISTRICT, RegionLevel.COUNTY, RegionLevel.CITY)),
    DISTRICT(EnumSet.of(RegionLevel.DISTRICT, RegionLevel.COUNTY, RegionLevel.CITY)),
    COMMUNE(EnumSet.of(RegionLevel.COMMUNE, RegionLevel.TOWNSHIP)),
    /** A post is no unit; a region that is named says where it lies. */
    BORDER_POST(EnumSet.complementOf(EnumSet.of(RegionLevel.COUNTRY)));

    private final Set<RegionLevel> units;

    TwinningLevel(Set<RegionLevel> units) {
        this.units = units;
    }

    boolean isBetween(RegionLevel unit) {
        return units.contains(unit);
    }

    /** The ranks that a twinned unit may have, for the reader of a fault. */
    String ranks() {
        return units.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
