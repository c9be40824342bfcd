package io.provincelink.kit.http;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameter {@code groupBy} of summaries: words of a list, which stand in lower case in the address and in the answer. */
public final class GroupBy {

    private GroupBy() {}

    public static String word(Enum<?> grouping) {
        return grouping.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Several with commas between them, in any order; none where the parameter is not there.
     *
     * @throws ProblemException 400 naming the known ones
     */
    public static <E extends Enum<E>> List<E> of(Class<E> groupings, @Nullable String words) {
        return words == null
                ? List.of()
                : Arrays.stream(words.split(",", -1))
                        .map(word -> one(groupings, word.strip()))
                        .distinct()
                        .toList();
    }

    private static <E extends Enum<E>> E one(Class<E> groupings, String word) {
        E[] known = groupings.getEnumConstants();
        return Arrays.stream(known)
                .filter(grouping -> word(grouping).equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(Fault.at(
                        "?groupBy",
                        "unknown-value",
                        Arrays.stream(known).map(GroupBy::word).collect(Collectors.joining(", ")))));
    }
}
