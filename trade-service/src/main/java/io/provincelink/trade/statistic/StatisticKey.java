package io.provincelink.trade.statistic;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.record.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.query.Query;
import org.jspecify.annotations.Nullable;

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

    /**
     * SQL behind the table {@code r}: which rows, and in which order.
     *
     * @param after what {@link #write} made of the last row before; null for the first page
     */
    public String where(Filter filter, @Nullable String after) {
        StringBuilder sql = new StringBuilder(" where true");
        filter.conditions().forEach(condition -> sql.append(" and ").append(condition));
        if (after != null) {
            // said twice: by the first column alone the planner leaves out partitions
            sql.append(" and r.")
                    .append(parts.get(0).column())
                    .append(" >= :key0 and ")
                    .append(after());
        }
        return sql.append(" order by ").append(order()).toString();
    }

    /** The parameters of {@link #where}. */
    public void fill(Query<?> query, Filter filter, @Nullable String after) {
        filter.parameters().forEach(query::setParameter);
        if (after != null) {
            List<Object> values = read(after);
            for (int i = 0; i < values.size(); i++) {
                query.setParameter("key" + i, values.get(i));
            }
        }
    }

    private String order() {
        return parts.stream().map(part -> "r." + part.column()).collect(Collectors.joining(", "));
    }

    /** SQL that holds for what comes after the key in the parameters {@code key0}, {@code key1} and so on. */
    private String after() {
        String parameters =
                IntStream.range(0, parts.size()).mapToObj(i -> ":key" + i).collect(Collectors.joining(", "));
        return "(" + order() + ") > (" + parameters + ")";
    }

    /** The id that stands in an address; empty where it is none. */
    public static Optional<UUID> id(@Nullable String text) {
        try {
            // UUID.fromString takes shortened groups too; only the written-out form is an id here
            return text != null && text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    static String write(List<Object> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining("|"));
    }

    /** @throws ProblemException 400 when a cursor holds something else than a key of this table */
    private List<Object> read(String text) {
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
