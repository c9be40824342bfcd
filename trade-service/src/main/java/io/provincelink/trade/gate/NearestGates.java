package io.provincelink.trade.gate;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Codes that somebody who wrote an unknown one may have meant. */
final class NearestGates {

    private static final int MOST = 3;

    private NearestGates() {}

    /** At most three, those with the most pairs of letters in common first; those with none are left out. */
    static List<String> of(String unknown, List<String> codes) {
        Set<String> wanted = pairs(unknown.strip().toLowerCase(Locale.ROOT));
        return codes.stream()
                .filter(code -> likeness(wanted, pairs(code)) > 0)
                .sorted(Comparator.comparingDouble((String code) -> -likeness(wanted, pairs(code)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** Dice's coefficient, from 0 to 1. */
    private static double likeness(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        return 2.0 * common / Math.max(1, one.size() + other.size());
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
