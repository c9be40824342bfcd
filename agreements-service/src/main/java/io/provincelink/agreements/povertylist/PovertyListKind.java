package io.provincelink.agreements.povertylist;

import io.provincelink.kit.region.RegionLevel;
import java.util.List;
import java.util.Set;

/** What the units of a list are. */
public enum PovertyListKind {
    POOR_DISTRICT(Set.of(RegionLevel.DISTRICT, RegionLevel.COUNTY), List.of("district", "county")),
    EXTREMELY_DISADVANTAGED_COMMUNE(Set.of(RegionLevel.COMMUNE, RegionLevel.TOWNSHIP), List.of("commune", "township"));

    private final Set<RegionLevel> levels;
    private final List<String> units;

    PovertyListKind(Set<RegionLevel> levels, List<String> units) {
        this.levels = levels;
        this.units = units;
    }

    boolean takes(RegionLevel level) {
        return levels.contains(level);
    }

    /** The units in which they may be counted; the first is the one that the system counts in. */
    List<String> units() {
        return units;
    }

    String ranks() {
        return String.join(", ", levels.stream().map(Enum::name).sorted().toList());
    }
}
