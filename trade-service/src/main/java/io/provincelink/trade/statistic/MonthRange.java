package io.provincelink.trade.statistic;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One or more months of one year, as the tables keep them.
 *
 * @param first the first month as yyyymm, 201901
 * @param count how many months, from 1; none lies in the next year
 */
public record MonthRange(int first, int count) {

    /** By the first month, shorter ranges first. */
    public static final Comparator<MonthRange> IN_ORDER =
            Comparator.comparingInt(MonthRange::first).thenComparingInt(MonthRange::count);

    private static final int YEAR = 100;

    public MonthRange {
        if (first % YEAR < 1 || count < 1 || first % YEAR + count > 13) {
            throw new IllegalArgumentException(count + " months from " + first);
        }
    }

    /** One month, written 2019-05. */
    public static MonthRange of(String month) {
        return new MonthRange(number(YearMonth.parse(month)), 1);
    }

    /** The month that a day lies in, as yyyymm. */
    public static int number(LocalDate day) {
        return number(YearMonth.from(day));
    }

    private static int number(YearMonth month) {
        return month.getYear() * YEAR + month.getMonthValue();
    }

    public int last() {
        return first + count - 1;
    }

    /** January of its year, before which no figure that shares a month with it can begin. */
    public int january() {
        return first / YEAR * YEAR + 1;
    }

    /** The day that decides what the figure's codes mean and who may report it. */
    public LocalDate firstDay() {
        return month(first).atDay(1);
    }

    /** Each of its months as yyyymm. */
    public List<Integer> months() {
        return IntStream.rangeClosed(first, last()).boxed().toList();
    }

    /** The first month, 2019-01. */
    public String from() {
        return month(first).toString();
    }

    /** The last month, 2019-02. */
    public String to() {
        return month(last()).toString();
    }

    private static YearMonth month(int number) {
        return YearMonth.of(number / YEAR, number % YEAR);
    }
}
