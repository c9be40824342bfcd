package io.provincelink.trade.summary;

import io.provincelink.kit.http.Parameters;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Under which unit a figure counts: the one that it names, or the one that stands for it today. */
public record Rollup(Regions regions, LocalDate today, boolean rollsUp) {

    /** All codes whose figures count for one of these. */
    Set<String> taken(Collection<String> codes) {
        Set<String> taken = new LinkedHashSet<>();
        codes.forEach(code -> taken.addAll(List.of(Parameters.taken(regions, code, rollsUp))));
        return taken;
    }

    /**
     * The code under which a unit's figures are shown. Where nobody recorded one unit in its place, that is its own.
     *
     * @param asked the codes that were asked for; where they are given, the first of them that the unit went into
     */
    public String shown(String code, List<String> asked) {
        if (!rollsUp) {
            return code;
        }
        for (String one : asked) {
            if (List.of(Parameters.taken(regions, one, true)).contains(code)) {
                return one;
            }
        }
        List<Region> history = regions.history(code);
        if (history.isEmpty()) {
            return code;
        }
        List<Region> standing = regions.current(history.get(history.size() - 1), today);
        return standing.size() == 1 ? standing.get(0).code() : code;
    }
}
