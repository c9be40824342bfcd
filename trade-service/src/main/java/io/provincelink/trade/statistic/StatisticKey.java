package io.provincelink.trade.statistic;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The columns that tell a table's figures apart, period first; a list follows them, so that its pages come out of one index. */
public record StatisticKey(List<Part> parts) {

    /** One column. */
    public record Part(String column, boolean isNumber) {

        public static Part number(String column) {
            return new Part(column, true);
        }

        public static Part text(String column) {
            return new Part(column, false);
        }
    }

    public static StatisticKey of(Part... parts) {
        return new StatisticKey(List.of(parts));
    }

    String order() {
        return parts.stream().map(part -> "r." + part.column()).collect(Collectors.joining(", "));
    }

    /** SQL that holds for what comes after the key in the parameters {@code key0}, {@code key1} and so on. */
    String after() {
        String parameters =
                IntStream.range(0, parts.size()).mapToObj(i -> ":key" + i).collect(Collectors.joining(", "));
        return "(" + order() + ") > (" + parameters + ")";
    }

    static String write(List<Object> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining("|"));
    }

    /** @throws ProblemException 400 when a cursor holds something else than a key of this table */
    List<Object> read(String text) {
        String[] values = text.split("\\|", -1);
        if (values.length != parts.size()) {
            throw badCursor();
        }
        List<Object> key = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            key.add(parts.get(i).isNumber() ? number(values[i]) : values[i]);
        }
        return key;
    }

    private static Object number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw badCursor();
        }
    }

    private static ProblemException badCursor() {
        return ProblemException.invalid(Fault.at("?cursor", "bad-cursor"));
    }
}
