package io.provincelink.agreements.twinning;

import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Qualifier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Adds up how many units there are where some of the numbers are bounds. */
public final class CountedUnits {

    private CountedUnits() {}

    /** The sum in the parts' own unit; in {@code region} where they are not all the same. */
    static Figure sum(List<Figure> parts) {
        List<String> units = parts.stream().map(Figure::unit).distinct().toList();
        return sum(parts, units.size() == 1 ? units.get(0) : "region");
    }

    /**
     * A sum is no more exact than its parts: with a lower bound among them it is a lower bound, with an upper bound an upper one, with a
     * range a range. With both kinds of bound it is a lower one, since no count is less than nothing; with "about" it is about so many.
     */
    public static Figure sum(List<Figure> parts, String unit) {
        Set<Qualifier> kinds = parts.stream().map(Figure::qualifier).collect(Collectors.toSet());
        if (kinds.contains(Qualifier.ABOUT)) {
            return new Figure(total(parts, Figure::value), Qualifier.ABOUT, unit, null);
        }
        BigDecimal least = total(parts, part -> part.qualifier() == Qualifier.UNDER ? BigDecimal.ZERO : part.value());
        if (kinds.contains(Qualifier.OVER)) {
            return new Figure(least, Qualifier.OVER, unit, null);
        }
        BigDecimal most = total(parts, part -> part.upper() == null ? part.value() : part.upper());
        if (kinds.contains(Qualifier.UNDER)) {
            return new Figure(most, Qualifier.UNDER, unit, null);
        }
        return kinds.contains(Qualifier.RANGE)
                ? new Figure(least, Qualifier.RANGE, unit, most)
                : Figure.exact(least, unit);
    }

    private static BigDecimal total(List<Figure> parts, Function<Figure, BigDecimal> end) {
        return parts.stream().map(end).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
