package io.provincelink.trade.sdmx.data;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.trade.sdmx.SdmxProblem;
import io.provincelink.trade.sdmx.structure.Artefact;
import io.provincelink.trade.sdmx.structure.Artefact.Region;
import io.provincelink.trade.sdmx.structure.Catalogue;
import io.provincelink.trade.sdmx.structure.Component;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which values there are in the data that a question means. */
@Singleton
class Availability {

    private static final String GOODS = "HS";

    private final SdmxFigures figures;
    private final KeyCodes codes;

    Availability(SdmxFigures figures, KeyCodes codes) {
        this.figures = figures;
        this.codes = codes;
    }

    /** Where a dimension lies in the tables, and how it is told. */
    private record Column(String sql, Function<Object, String> code) {}

    /**
     * The constraint.
     *
     * @param component a dimension, or all
     * @param wide whether each dimension has the values that it could have while the others stay
     * @throws ProblemException 400 for a dimension that is none, 404 when there are no data
     */
    Artefact.Constraint constraint(Caller caller, DataQuestion question, String component, boolean wide) {
        List<Component> dimensions = question.flow().structure().dimensions();
        boolean all = component.equals("all");
        boolean known =
                all || component.equals(Catalogue.TIME) || dimensions.stream().anyMatch(is(component));
        if (!known) {
            String ids = dimensions.stream().map(Component::id).collect(Collectors.joining(", "));
            throw ProblemException.invalid(
                    Fault.at("{component}", "unknown-value", "all, " + Catalogue.TIME + ", " + ids));
        }
        Map<String, Column> columns = columns(caller);
        List<Region.Values> values = new ArrayList<>();
        for (Component dimension : dimensions) {
            if (all || dimension.id().equals(component)) {
                DataQuestion asked = wide ? question.with(question.key().without(dimension.id())) : question;
                values.add(new Region.Values(
                        dimension.id(), codes(caller, asked, dimension.id(), columns.get(dimension.id()))));
            }
        }
        boolean withTime = all || component.equals(Catalogue.TIME);
        List<Object> months = withTime ? months(caller, question) : List.of();
        boolean nothing =
                values.stream().allMatch(one -> one.codes().isEmpty()) && (months.isEmpty() || months.get(0) == null);
        if (nothing) {
            throw ProblemException.of(SdmxProblem.NO_RESULTS);
        }
        return new Artefact.Constraint(
                "CC_" + question.flow().id(), question.flow().name(), question.flow(), region(values, months));
    }

    private static Region region(List<Region.Values> values, List<Object> months) {
        if (months.isEmpty() || months.get(0) == null) {
            return new Region(values, "", "");
        }
        return new Region(
                values,
                month(months.get(0)).atDay(1).toString(),
                month(months.get(months.size() - 1)).atEndOfMonth().toString());
    }

    private static YearMonth month(Object number) {
        int month = ((Number) number).intValue();
        return YearMonth.of(month / 100, month % 100);
    }

    /** The first and the last. */
    private List<Object> months(Caller caller, DataQuestion question) {
        boolean inGoods = question.key().asks(GOODS);
        return Stream.concat(
                        figures.values(caller, question, "min(r.period)", inGoods).stream(),
                        figures.values(caller, question, "max(r.period + r.months - 1)", inGoods).stream())
                .toList();
    }

    private List<String> codes(Caller caller, DataQuestion question, String dimension, @Nullable Column column) {
        if (column == null) {
            throw new IllegalStateException("no column for " + dimension);
        }
        boolean inGoods = dimension.equals(GOODS) || question.key().asks(GOODS);
        return figures.values(caller, question, column.sql, inGoods).stream()
                .map(column.code)
                .toList();
    }

    private static Predicate<Component> is(String id) {
        return component -> component.id().equals(id);
    }

    private Map<String, Column> columns(Caller caller) {
        return Map.ofEntries(
                Map.entry("FREQ", new Column(Frequency.SQL, String::valueOf)),
                Map.entry("REPORTER", new Column("r.reporter", number -> codes.unit(caller, number(number)))),
                Map.entry("PARTNER", new Column("r.partner", number -> codes.unit(caller, number(number)))),
                Map.entry("FLOW", new Column("r.flow", place -> KeyCodes.flow(number(place)))),
                Map.entry("GATE", new Column("r.gate", number -> codes.gate(caller, number(number)))),
                Map.entry("REGIME", new Column("r.regime", place -> KeyCodes.regime(number(place)))),
                Map.entry("CHAPTER", new Column("r.chapter", number -> KeyCodes.chapter(number(number)))),
                Map.entry("ATTRIBUTION", new Column("r.attribution", place -> KeyCodes.attribution(number(place)))),
                Map.entry("VALUATION", new Column("r.valuation", place -> KeyCodes.valuation(number(place)))),
                Map.entry("CURRENCY", new Column("r.currency", String::valueOf)),
                Map.entry(GOODS, new Column("r.hs", number -> KeyCodes.hs(number(number)))));
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }

    /** Whether the mode is {@code available}, not {@code exact}. */
    static boolean isWide(@Nullable String mode) {
        String asked = mode == null ? "exact" : mode;
        if (!Set.of("exact", "available").contains(asked)) {
            throw ProblemException.invalid(Fault.at("?mode", "unknown-value", "exact, available"));
        }
        return asked.equals("available");
    }
}
