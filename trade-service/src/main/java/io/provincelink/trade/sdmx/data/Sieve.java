package io.provincelink.trade.sdmx.data;

import io.provincelink.record.Filter;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Flow;
import io.provincelink.trade.figure.HsNumber;
import io.provincelink.trade.figure.Regime;
import io.provincelink.trade.figure.Valuation;
import io.provincelink.trade.sdmx.structure.CodeSet;
import io.provincelink.trade.statistic.Place;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a question lets through, as conditions in SQL. A code that nobody knows lets nothing through. */
final class Sieve {

    /** What stands for the dot of a unit's code: a dot would end the code in a key. */
    static final char DOT = '_';

    static final int NO_GATE = 0;
    static final int ALL_GATES = -1;
    static final int ALL_CHAPTERS = 0;

    private static final Pattern HS = Pattern.compile("(?!00)\\d{2,6}");
    private static final Pattern CHAPTER = Pattern.compile("\\d{2}");

    private final DataQuestion question;
    private final Numbers numbers;

    /** @param numbers by which the tables name units and gates */
    Sieve(DataQuestion question, Numbers numbers) {
        this.question = question;
        this.numbers = numbers;
    }

    /** Finds the numbers of those codes that there are. */
    interface Numbers {
        Integer[] traders(Collection<String> codes);

        Integer[] gates(Collection<String> codes);
    }

    /** For rows of the figures themselves. */
    Filter ofFigures() {
        return inMonths(ofDimensions())
                .and("r.hs = any(:hs)", "hs", hs())
                .and("r.hs / 100000 = any(:chapters)", "chapters", chapters());
    }

    /** For sums by month. */
    Filter ofMonths() {
        return inMonths(ofDimensions()).and("r.chapter = any(:chapters)", "chapters", chapters());
    }

    /** For sums by year, which tell nothing of the length of periods. */
    Filter ofYears() {
        Span span = question.span();
        return ofDimensions()
                .and("r.chapter = any(:chapters)", "chapters", chapters())
                .and("r.period >= :first", "first", span.isAlways() ? null : span.first() / 100 * 100)
                .and("r.period <= :last", "last", span.isAlways() ? null : span.last());
    }

    private Filter inMonths(Filter filter) {
        Span span = question.span();
        return filter.and("r.period >= :first", "first", span.isAlways() ? null : span.first())
                .and(
                        "r.period + r.months - 1 <= :last and r.period <= :last",
                        "last",
                        span.isAlways() ? null : span.last())
                .and(Frequency.SQL + " = any(:frequencies)", "frequencies", texts("FREQ"));
    }

    private Filter ofDimensions() {
        Set<String> reporters = asked("REPORTER");
        Set<String> partners = asked("PARTNER");
        return Filter.all()
                .and("r.reporter = any(:reporters)", "reporters", reporters == null ? null : traders(reporters))
                .and("r.partner = any(:partners)", "partners", partners == null ? null : traders(partners))
                .and("r.flow = any(:flows)", "flows", words("FLOW", Flow.values()))
                .and("r.gate = any(:gates)", "gates", gates())
                .and("r.regime = any(:regimes)", "regimes", words("REGIME", Regime.values()))
                .and("r.attribution = any(:attributions)", "attributions", words("ATTRIBUTION", Attribution.values()))
                .and("r.valuation = any(:valuations)", "valuations", words("VALUATION", Valuation.values()))
                .and("r.currency = any(:currencies)", "currencies", texts("CURRENCY"));
    }

    private @Nullable Set<String> asked(String dimension) {
        return question.key().codes().get(dimension);
    }

    private String @Nullable [] texts(String dimension) {
        Set<String> codes = asked(dimension);
        return codes == null ? null : codes.toArray(String[]::new);
    }

    private Integer[] traders(Set<String> codes) {
        return numbers.traders(
                codes.stream().map(code -> code.replace(DOT, '.')).toList());
    }

    private Integer @Nullable [] gates() {
        Set<String> codes = asked("GATE");
        if (codes == null) {
            return null;
        }
        Stream<Integer> special = Stream.concat(
                codes.contains(CodeSet.NOT_ALLOCATED) ? Stream.of(NO_GATE) : Stream.of(),
                codes.contains(CodeSet.TOTAL) ? Stream.of(ALL_GATES) : Stream.of());
        return Stream.concat(special, Arrays.stream(numbers.gates(codes))).toArray(Integer[]::new);
    }

    private Integer @Nullable [] words(String dimension, Enum<?>[] known) {
        Set<String> codes = asked(dimension);
        return codes == null
                ? null
                : Arrays.stream(known)
                        .filter(word -> codes.contains(word.name()))
                        .map(Place::of)
                        .toArray(Integer[]::new);
    }

    private Integer @Nullable [] hs() {
        Set<String> codes = asked("HS");
        return codes == null
                ? null
                : codes.stream()
                        .filter(code -> HS.matcher(code).matches())
                        .map(HsNumber::of)
                        .toArray(Integer[]::new);
    }

    /** Those that are asked for, or that the asked codes are in. */
    private Integer @Nullable [] chapters() {
        Integer[] hs = hs();
        if (hs != null) {
            return Arrays.stream(hs).map(HsNumber::chapter).distinct().toArray(Integer[]::new);
        }
        Set<String> codes = asked("CHAPTER");
        return codes == null
                ? null
                : codes.stream()
                        .map(code -> code.equals(CodeSet.TOTAL) ? "00" : code)
                        .filter(code -> CHAPTER.matcher(code).matches())
                        .map(Integer::valueOf)
                        .toArray(Integer[]::new);
    }
}
