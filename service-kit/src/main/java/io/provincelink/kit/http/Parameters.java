package io.provincelink.kit.http;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Period;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads parameters that are more than one word; what cannot be read is a 400 that names the parameter. */
public final class Parameters {

    private Parameters() {}

    /** Comma-separated codes of units of any time; empty when the parameter is not there. */
    public static List<String> regions(Regions known, String name, @Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<String> codes =
                Arrays.stream(text.split(",", -1)).map(String::strip).distinct().toList();
        List<Fault> faults = codes.stream()
                .filter(code -> known.history(code).isEmpty())
                .map(code -> Fault.at("?" + name, "unknown-region", String.join(", ", known.nearest(code, 3))))
                .toList();
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return codes;
    }

    /** The code of one unit of any time; null when the parameter is not there. */
    public static @Nullable String region(Regions known, String name, @Nullable String text) {
        List<String> codes = regions(known, name, text);
        if (codes.size() > 1) {
            throw ProblemException.invalid(Fault.at("?" + name, "too-many", 1));
        }
        return codes.isEmpty() ? null : codes.get(0);
    }

    /** Codes of all units that ever had the code or lay around one that had it. */
    public static String[] around(Regions known, String code) {
        return known.history(code).stream()
                .flatMap(unit -> known.within(unit).stream())
                .distinct()
                .toArray(String[]::new);
    }

    /**
     * Whether closed units shall count under those that stand for them today.
     *
     * @throws ProblemException 400 for a word that is not {@code current}
     */
    public static boolean rollsUp(@Nullable String rollup) {
        if (rollup != null && !rollup.equals("current")) {
            throw ProblemException.invalid(Fault.at("?rollup", "unknown-value", "current"));
        }
        return rollup != null;
    }

    /** The code, and with rollup the codes of all units whose area the unit with it took over. */
    public static String[] taken(Regions known, String code, boolean rollsUp) {
        Set<String> codes = new LinkedHashSet<>(Set.of(code));
        Set<Region> seen = new LinkedHashSet<>();
        Deque<Region> waiting = new ArrayDeque<>(rollsUp ? known.history(code) : List.of());
        for (Region unit = waiting.poll(); unit != null; unit = waiting.poll()) {
            if (seen.add(unit)) {
                codes.add(unit.code());
                waiting.addAll(known.predecessors(unit));
            }
        }
        return codes.toArray(String[]::new);
    }

    /** A period in one of its query forms; null when the parameter is not there. */
    public static @Nullable Period period(String name, @Nullable String text) {
        return text == null
                ? null
                : Period.parse(text)
                        .orElseThrow(() -> ProblemException.invalid(
                                Fault.at("?" + name, isTurned(text) ? "period-order" : "unknown-period")));
    }

    /** Whether it would be a period if it were read from its end. */
    private static boolean isTurned(String text) {
        int slash = text.indexOf('/');
        return slash >= 0
                && Period.parse(text.substring(slash + 1) + "/" + text.substring(0, slash))
                        .isPresent();
    }

    /** The value, which must be there. */
    public static <T> T required(String name, @Nullable T value) {
        if (value == null || value instanceof List<?> list && list.isEmpty()) {
            throw ProblemException.invalid(Fault.at("?" + name, "required"));
        }
        return value;
    }
}
