package io.provincelink.agreements.twinning;

import io.provincelink.kit.region.RegionLevel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Between what two sides are twinned. Ranks differ from country to country: a Vietnamese province is twinned with a Chinese prefecture, a
 * district with a county, and a city may have any rank between a province and a county.
 */
public enum TwinningLevel {
    PROVINCE(EnumSet.of(RegionLevel.PROVINCE, RegionLevel.PREFECTURE, RegionLevel.CITY), "region"),
    CITY(
            EnumSet.of(
                    RegionLevel.PROVINCE,
                    RegionLevel.PREFECTURE,
                    RegionLevel.DISTRICT,
                    RegionLevel.COUNTY,
                    RegionLevel.CITY),
            "region",
            "district",
            "county"),
    DISTRICT(EnumSet.of(RegionLevel.DISTRICT, RegionLevel.COUNTY, RegionLevel.CITY), "district", "county", "region"),
    COMMUNE(EnumSet.of(RegionLevel.COMMUNE, RegionLevel.TOWNSHIP), "commune", "township", "region"),
    /** A post is no unit; a region that is named says where it lies. */
    BORDER_POST(EnumSet.complementOf(EnumSet.of(RegionLevel.COUNTRY)), "site");

    private final Set<RegionLevel> units;
    private final List<String> countedIn;

    TwinningLevel(Set<RegionLevel> units, String... countedIn) {
        this.units = units;
        this.countedIn = List.of(countedIn);
    }

    /** Unit codes in which the units of a side may be counted. */
    List<String> countedIn() {
        return countedIn;
    }

    boolean isBetween(RegionLevel unit) {
        return units.contains(unit);
    }

    /** The ranks that a twinned unit may have, for the reader of a fault. */
    String ranks() {
        return units.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
