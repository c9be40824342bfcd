package io.provincelink.trade.statistic;

import io.provincelink.kit.caller.Anchor;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.region.RegionLevel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may stand in a figure: a province or prefecture reports, on one such unit or a whole country abroad. */
public final class Traders {

    /** Levels of units that report or are reported on; smaller ones never stand in a figure. */
    public static final Set<RegionLevel> LEVELS =
            EnumSet.of(RegionLevel.COUNTRY, RegionLevel.PROVINCE, RegionLevel.PREFECTURE);

    private static final Set<RegionLevel> REPORTING = EnumSet.of(RegionLevel.PROVINCE, RegionLevel.PREFECTURE);

    private Traders() {}

    public static List<Fault> faults(Anchor anchor, @Nullable String reporter, @Nullable String partner) {
        List<Fault> faults = new ArrayList<>(fault(anchor, "/reporter", reporter, REPORTING));
        if (partner == null) {
            return faults;
        }
        if (partner.equals(reporter)) {
            faults.add(Fault.at("/partner", "same-party-twice"));
            return faults;
        }
        faults.addAll(fault(anchor, "/partner", partner, LEVELS));
        if (faults.isEmpty()
                && reporter != null
                && anchor.unit(partner).country().equals(anchor.unit(reporter).country())) {
            faults.add(Fault.at("/partner", "same-country", reporter));
        }
        return faults;
    }

    private static List<Fault> fault(Anchor anchor, String pointer, @Nullable String code, Set<RegionLevel> levels) {
        List<Fault> faults = anchor.check(pointer, code);
        if (code != null
                && faults.isEmpty()
                && !levels.contains(anchor.unit(code).level())) {
            return List.of(Fault.at(
                    pointer, "wrong-level", levels.stream().map(Enum::name).collect(Collectors.joining(", "))));
        }
        return faults;
    }
}
