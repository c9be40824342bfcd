package io.provincelink.agreements.twinning;

import io.provincelink.kit.words.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * How many units of one country stand in some twinnings of a level, each once. A published number covers the units of its parties, so
 * those that other twinnings of the same parties name are among it and not beside it.
 */
public final class TwinnedUnits {

    private TwinnedUnits() {}

    /** The numbers to be added: each published one, and one of the named units that none of them covers. */
    public static List<Figure> of(Collection<Twinning> twinnings, String country) {
        List<Twinning> counted = new ArrayList<>();
        List<Twinning> named = new ArrayList<>();
        for (Twinning twinning : twinnings) {
            twinning.side(country).ifPresent(side -> (side.count() == null ? named : counted).add(twinning));
        }
        Map<UUID, Set<String>> covered = new HashMap<>();
        Set<String> others = new TreeSet<>();
        for (Twinning twinning : named) {
            Set<String> among = counted.stream()
                    .filter(number -> twinning.units().containsAll(number.parties()))
                    .findFirst()
                    .map(number -> covered.computeIfAbsent(number.id(), first -> new TreeSet<>()))
                    .orElse(others);
            twinning.side(country).ifPresent(side -> among.addAll(side.regions()));
        }
        List<Figure> parts = new ArrayList<>();
        for (Twinning twinning : counted) {
            twinning.side(country)
                    .ifPresent(side -> parts.add(number(side, covered.getOrDefault(twinning.id(), Set.of()))));
        }
        if (!others.isEmpty()) {
            parts.add(Figure.exact(others.size(), "region"));
        }
        return parts;
    }

    /** What is published, unless more than that are known by name. */
    private static Figure number(TwinningSide side, Set<String> covered) {
        Set<String> known = new TreeSet<>(covered);
        known.addAll(side.regions());
        BigDecimal most = side.most();
        return most != null && most.compareTo(BigDecimal.valueOf(known.size())) < 0
                ? Figure.exact(known.size(), side.units().unit())
                : side.units();
    }
}
