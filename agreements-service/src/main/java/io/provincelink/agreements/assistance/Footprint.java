package io.provincelink.agreements.assistance;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.RegionLevel;
import io.provincelink.kit.region.Regions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a project is, in the forms that its questions need.
 *
 * @param within codes of its units and of all units around them
 * @param units keys of its units and of those that succeeded them
 * @param around keys of its units and of all units around them
 * @param provinces keys of the provinces that it is in
 * @param districts keys of the districts or counties; a project of a whole province stands there with the province
 * @param communes keys of the communes or townships; a project of a whole district stands there with the district
 */
public record Footprint(
        List<String> within,
        List<String> units,
        List<String> around,
        List<String> provinces,
        List<String> districts,
        List<String> communes) {

    public static Footprint of(List<String> codes, Anchor anchor) {
        Set<String> within = new TreeSet<>();
        Set<String> units = new TreeSet<>();
        Set<String> around = new TreeSet<>();
        Set<String> provinces = new TreeSet<>();
        Set<String> districts = new TreeSet<>();
        Set<String> communes = new TreeSet<>();
        for (String code : codes) {
            Region unit = anchor.unit(code);
            List<Region> chain = new ArrayList<>(List.of(unit));
            chain.addAll(anchor.regions().parentChain(unit));
            chain.forEach(above -> within.add(above.code()));
            chain.forEach(above -> around.add(above.key()));
            units.addAll(withSuccessors(unit, anchor.regions()));
            provinces.add(at(RegionLevel.PROVINCE, chain).key());
            districts.add(at(RegionLevel.DISTRICT, chain).key());
            communes.add(at(RegionLevel.COMMUNE, chain).key());
        }
        return new Footprint(
                List.copyOf(within),
                List.copyOf(units),
                List.copyOf(around),
                List.copyOf(provinces),
                List.copyOf(districts),
                List.copyOf(communes));
    }

    /** Whether both are in one unit, or one of them is in a unit of the other: the question of the overlaps, for two that are loaded. */
    public boolean meets(Footprint other) {
        return other.around.stream().anyMatch(units::contains)
                || around.stream().anyMatch(other.units::contains);
    }

    /** Where a closed unit's area became a part of another, who works there now works in both. */
    private static Collection<String> withSuccessors(Region unit, Regions regions) {
        Set<String> keys = new TreeSet<>();
        Deque<Region> waiting = new ArrayDeque<>(List.of(unit));
        for (Region at = waiting.poll(); at != null; at = waiting.poll()) {
            if (keys.add(at.key())) {
                waiting.addAll(regions.successors(at));
            }
        }
        return keys;
    }

    /** The nearest unit that is not below the level. */
    private static Region at(RegionLevel level, List<Region> chain) {
        return chain.stream()
                .filter(unit -> rank(unit.level()) <= rank(level))
                .findFirst()
                .orElse(chain.get(chain.size() - 1));
    }

    private static int rank(RegionLevel level) {
        return switch (level) {
            case COUNTRY -> 0;
            case PROVINCE, CITY -> 1;
            case PREFECTURE -> 2;
            case DISTRICT, COUNTY -> 3;
            case COMMUNE, TOWNSHIP -> 4;
        };
    }
}
