package io.provincelink.agreements.coordination;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** By what a summary is divided, and how SQL finds the groups of the project {@code p}. */
enum SummaryGrouping {
    REGION("select unnest(%s)"),
    ORGANISATION("select cast(p.organisation as varchar)"),
    /** A project that names no field is in a group without a key. */
    FIELD("select unnest(case when cardinality(p.fields) = 0 then cast(array[null] as varchar[]) else p.fields end)"),
    /** Each year that it runs in; one with an open end runs today. */
    YEAR("""
            select cast(generate_series(
                     greatest(extract(year from p.period_from), extract(year from cast(:from as date)), :firstYear),
                     least(extract(year from coalesce(p.period_to, greatest(p.period_from, :today))),
                           extract(year from cast(:to as date)), :lastYear)) as varchar)""");

    /** Each unit's key is replaced by those of the units that stand for it today; two that became one are one group. */
    private static final String CURRENT = """
            select distinct now.key from (%s) as u(key)
              join unnest(cast(:units as varchar[]), cast(:unitsNow as varchar[])) as now(unit, key) on now.unit = u.key""";

    private final String groups;

    SummaryGrouping(String groups) {
        this.groups = groups;
    }

    String groups(SummaryLevel level, boolean rollsUp) {
        String found = groups.formatted(level.column());
        return this == REGION && rollsUp ? CURRENT.formatted(found) : found;
    }

    /** In lower case in the address and in the answer. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws ProblemException 400 naming the known ones */
    static SummaryGrouping of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(grouping -> grouping.word().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(Fault.at(
                        "?groupBy",
                        "unknown-value",
                        Arrays.stream(values()).map(SummaryGrouping::word).collect(Collectors.joining(", ")))));
    }
}
