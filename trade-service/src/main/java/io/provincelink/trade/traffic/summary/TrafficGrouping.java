package io.provincelink.trade.traffic.summary;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** By what a summary of traffic is divided, and the SQL that says it. Kind and reporter are always told apart. */
enum TrafficGrouping {
    YEAR("f.period / 100"),
    MONTH("f.period"),
    KIND("f.kind"),
    GATE("f.gate"),
    DIRECTION("f.direction"),
    REGION("f.region");

    private final String sql;

    TrafficGrouping(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    /** In lower case in the address. */
    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Several with commas between them, in any order; none where the parameter is not there.
     *
     * @throws ProblemException 400 naming the known ones
     */
    static List<TrafficGrouping> of(@Nullable String words) {
        return words == null
                ? List.of()
                : Arrays.stream(words.split(",", -1))
                        .map(word -> one(word.strip()))
                        .distinct()
                        .toList();
    }

    private static TrafficGrouping one(String word) {
        return Arrays.stream(values())
                .filter(grouping -> grouping.word().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(Fault.at(
                        "?groupBy",
                        "unknown-value",
                        Arrays.stream(values()).map(TrafficGrouping::word).collect(Collectors.joining(", ")))));
    }
}
