package io.provincelink.trade.indicator;

import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import io.provincelink.record.observation.Cooperation;
import io.provincelink.trade.statistic.Traders;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The two sides of a cooperation as codes of units that can stand in a figure: the first party reports, the others are its partners.
 * What a unit inside a party reports counts for the party; a figure on a whole country does not count for a unit inside it.
 *
 * <p>Reports are added: a province and a prefecture inside it must not both report the same goods or crossings. What the province
 * reports is the part that its prefectures do not report, and what is reported on a province the part not reported on its prefectures.
 */
public record Sides(Set<String> reporters, Set<String> partners) {

    public static Sides of(Cooperation cooperation, Regions regions) {
        var parties = cooperation.parties();
        Set<String> partners = new TreeSet<>();
        parties.stream().skip(1).forEach(party -> partners.addAll(inside(party, regions)));
        return new Sides(inside(parties.get(0), regions), partners);
    }

    /** The same as the other side sees it. */
    public Sides turned() {
        return new Sides(partners, reporters);
    }

    /** Without a partner nothing was done together. */
    boolean areTwo() {
        return !partners.isEmpty();
    }

    /** Units that can stand in a figure, of all of these parties. */
    public static Set<String> inside(Collection<String> parties, Regions regions) {
        Set<String> codes = new TreeSet<>();
        parties.forEach(party -> codes.addAll(inside(party, regions)));
        return codes;
    }

    private static Set<String> inside(String party, Regions regions) {
        Set<String> codes = new TreeSet<>();
        codes.add(party);
        regions.history(party).stream()
                .map(Region::country)
                .distinct()
                .flatMap(regions::all)
                .filter(unit -> Traders.LEVELS.contains(unit.level()))
                .filter(unit -> regions.within(unit).contains(party))
                .map(Region::code)
                .forEach(codes::add);
        return codes;
    }
}
