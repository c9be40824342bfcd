package io.provincelink.agreements.twinning;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Text;
import io.provincelink.record.audit.Reading;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws the map of a region's twins: its own, those of units inside it, and those that its predecessors brought. */
@Singleton
public class RegionTwins {

    private final Twinnings twinnings;

    RegionTwins(Twinnings twinnings) {
        this.twinnings = twinnings;
    }

    /** @param asked the map takes twinnings that stood on the day as far as their days are known; today unless given */
    public TwinMap map(Caller caller, Region unit, @Nullable LocalDate asked, @Nullable TwinningLevel level) {
        LocalDate on = asked == null ? caller.today() : asked;
        List<Region> line = withPredecessors(caller.regions(), unit);
        List<Twinning> found = twinnings.ofUnits(
                caller, line.stream().map(Region::code).distinct().toList(), on, level);
        boolean complete = found.size() <= Twinnings.MOST;
        List<TwinMap.Twin> twins = new ArrayList<>();
        List<Twinning> shown = new ArrayList<>();
        Map<TwinningLevel, List<Twinning>> byLevel = new EnumMap<>(TwinningLevel.class);
        for (Twinning twinning : found.subList(0, Math.min(found.size(), Twinnings.MOST))) {
            // a code may have belonged to another unit at that time
            List<Region> bearers = line.stream()
                    .filter(each ->
                            each.validOn(twinning.anchor()) && twinning.units().contains(each.code()))
                    .toList();
            Sides sides = Sides.of(twinning, unit.country());
            if (!bearers.isEmpty() && sides != null) {
                shown.add(twinning);
                twins.add(twin(caller.regions(), twinning, sides, bearers.contains(unit) ? List.of() : bearers));
                byLevel.computeIfAbsent(twinning.level(), first -> new ArrayList<>())
                        .add(twinning);
            }
        }
        twinnings.shown(caller, shown, Reading.How.LIST);
        return new TwinMap(unit.code(), on, twins, complete ? counts(byLevel, unit.country()) : List.of(), complete);
    }

    private static List<TwinMap.LevelCount> counts(Map<TwinningLevel, List<Twinning>> byLevel, String country) {
        List<TwinMap.LevelCount> counts = new ArrayList<>();
        byLevel.forEach((level, twinnings) -> {
            List<Figure> other = twinnings.stream()
                    .flatMap(twinning -> twinning.terms().sides().stream())
                    .map(TwinningSide::country)
                    .filter(abroad -> !abroad.equals(country))
                    .distinct()
                    .flatMap(abroad -> TwinnedUnits.of(twinnings, abroad).stream())
                    .toList();
            Figure own = CountedUnits.sum(TwinnedUnits.of(twinnings, country));
            counts.add(new TwinMap.LevelCount(level, twinnings.size(), own, CountedUnits.sum(other)));
        });
        return counts;
    }

    private static List<Region> withPredecessors(Regions regions, Region unit) {
        Map<String, Region> line = new LinkedHashMap<>();
        Deque<Region> waiting = new ArrayDeque<>(List.of(unit));
        for (Region at = waiting.poll(); at != null; at = waiting.poll()) {
            if (line.putIfAbsent(at.key(), at) == null) {
                waiting.addAll(regions.predecessors(at));
            }
        }
        return List.copyOf(line.values());
    }

    private static TwinMap.Twin twin(Regions regions, Twinning twinning, Sides sides, List<Region> through) {
        return new TwinMap.Twin(
                twinning.id(),
                twinning.level(),
                side(regions, twinning, sides.own),
                side(regions, twinning, sides.other),
                twinning.since(),
                twinning.until(),
                through.stream().map(Region::code).distinct().toList());
    }

    private static TwinMap.TwinnedSide side(Regions regions, Twinning twinning, TwinningSide side) {
        List<TwinMap.TwinnedUnit> units = side.regions().stream()
                .map(code -> new TwinMap.TwinnedUnit(
                        code,
                        regions.on(code, twinning.anchor()).map(Region::name).orElseGet(() -> Text.en(code))))
                .toList();
        return new TwinMap.TwinnedSide(side.country(), units, side.count(), side.name());
    }

    private record Sides(TwinningSide own, TwinningSide other) {

        /** Null where neither side is of the country: a party may be neither of the two. */
        static @Nullable Sides of(Twinning twinning, String country) {
            List<TwinningSide> sides = twinning.terms().sides();
            if (sides.get(0).country().equals(country)) {
                return new Sides(sides.get(0), sides.get(1));
            }
            return sides.get(1).country().equals(country) ? new Sides(sides.get(1), sides.get(0)) : null;
        }
    }
}
