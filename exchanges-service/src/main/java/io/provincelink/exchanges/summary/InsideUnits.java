package io.provincelink.exchanges.summary;

import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The units inside a region with the days on which a code means each of them, as columns that the database joins with. */
record InsideUnits(String[] codes, String[] firstDays, String[] lastDays) {

    /** @param here codes of the region, all of one country */
    static InsideUnits of(Regions regions, List<String> here) {
        List<Region> inside = here.stream()
                .limit(1)
                .flatMap(code -> regions.history(code).stream().limit(1))
                .flatMap(unit -> regions.all(unit.country()))
                .filter(unit -> !Collections.disjoint(regions.within(unit), here))
                .toList();
        return new InsideUnits(
                column(inside, Region::code),
                column(inside, unit -> day(unit.validFrom(), "-infinity")),
                column(inside, unit -> day(unit.validTo(), "infinity")));
    }

    private static String day(@Nullable LocalDate day, String unknown) {
        return day == null ? unknown : day.toString();
    }

    private static String[] column(List<Region> units, Function<Region, String> value) {
        return units.stream().map(value).toArray(String[]::new);
    }
}
