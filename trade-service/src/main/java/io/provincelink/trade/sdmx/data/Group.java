package io.provincelink.trade.sdmx.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is read together: the series that have these numbers in common. Of figures those of one chapter, of sums one series for each
 * length of periods.
 *
 * @param attribution of sums; −1 for figures, whose observations have it
 * @param valuation likewise
 * @param years in which there are any
 */
record Group(
        int reporter,
        int partner,
        int flow,
        int gate,
        int regime,
        int chapter,
        int attribution,
        int valuation,
        String currency,
        List<Integer> years) {

    private static final int MONTHS = 12;

    /** From a row of the columns in this order, the years with commas between. */
    static Group of(Object[] row) {
        return new Group(
                number(row[0]),
                number(row[1]),
                number(row[2]),
                number(row[3]),
                number(row[4]),
                number(row[5]),
                number(row[6]),
                number(row[7]),
                (String) row[8],
                Arrays.stream(((String) row[9]).split(","))
                        .map(Integer::valueOf)
                        .toList());
    }

    /** The months of these years that lie in the span, as yyyymm: figures may begin in each. */
    Integer[] months(Span span) {
        return years.stream()
                .flatMap(year -> IntStream.rangeClosed(1, MONTHS).mapToObj(month -> year * 100 + month))
                .filter(month -> month >= span.first() && month <= span.last())
                .toArray(Integer[]::new);
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }
}
