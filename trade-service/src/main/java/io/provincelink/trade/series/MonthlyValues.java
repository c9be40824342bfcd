package io.provincelink.trade.series;

import io.provincelink.trade.statistic.MonthRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is known of single months, and of months that were published together and so are never taken apart.
 *
 * @param values one for each month or range of months that has figures
 * @param present months as yyyymm that have all the figures they should
 */
record MonthlyValues(List<Value> values, NavigableSet<Integer> present) {

    /** @param estimated whether an estimate is in it */
    record Value(MonthRange months, BigDecimal amount, boolean estimated) {}

    /** Months of one year, together. */
    record Stretch(MonthRange months, List<Value> values, int present) {

        boolean isComplete() {
            return present == months.count();
        }

        boolean isEstimated() {
            return values.stream().anyMatch(Value::estimated);
        }

        /** Empty where no month has a figure. */
        Optional<BigDecimal> sum() {
            return values.stream().map(Value::amount).reduce(BigDecimal::add);
        }
    }

    /** These months together; empty where a figure covers months of it and others. */
    Optional<Stretch> stretch(MonthRange months) {
        List<Value> touching = values.stream()
                .filter(value -> value.months().first() <= months.last()
                        && value.months().last() >= months.first())
                .toList();
        boolean whole = touching.stream()
                .allMatch(value -> value.months().first() >= months.first()
                        && value.months().last() <= months.last());
        return whole
                ? Optional.of(new Stretch(
                        months,
                        touching,
                        present.subSet(months.first(), true, months.last(), true)
                                .size()))
                : Optional.empty();
    }

    /**
     * The months that are one point with this one.
     *
     * @param unit months of the point that nothing but the frequency makes
     */
    MonthRange around(MonthRange unit, int months) {
        int first = unit.first();
        int last = unit.last();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Value value : values) {
                MonthRange covered = value.months();
                if (covered.first() <= last
                        && covered.last() >= first
                        && (covered.first() < first || covered.last() > last)) {
                    first = Math.min(first, unitOf(covered.first(), months));
                    last = Math.max(last, unitOf(covered.last(), months) + months - 1);
                    grown = true;
                }
            }
        }
        return new MonthRange(first, last - first + 1);
    }

    /** First month of the unit of so many months that the month is in. */
    static int unitOf(int month, int months) {
        int place = month % 100 - 1;
        return month - place % months;
    }

    /** The first months of a year's units of so many months. */
    static IntStream units(int year, int months) {
        return IntStream.iterate(1, month -> month <= 12, month -> month + months)
                .map(month -> year * 100 + month);
    }
}
