package io.provincelink.trade.sdmx.data;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Months between two periods of the standard, both included.
 *
 * @param first as yyyymm
 * @param last as yyyymm
 */
record Span(int first, int last) {

    static final Span ALWAYS = new Span(0, 999_912);

    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(T[0-9:.]+(Z|[+ -]\\d{2}:\\d{2})?)?");
    private static final Pattern PERIOD = Pattern.compile("(\\d{4})(?:-([ASTQMWD]?)(\\d{1,3}))?");

    private static final String FORMS = "2019, 2019-Q1, 2019-05, 2019-05-01, 2019-05-01T00:00:00";

    /** @throws ProblemException 400 naming what cannot be read */
    static Span of(@Nullable String start, @Nullable String end) {
        int first = start == null ? ALWAYS.first : number(firstMonth(days("startPeriod", start)[0]));
        int last = end == null ? ALWAYS.last : number(lastMonth(days("endPeriod", end)[1]));
        return new Span(first, last);
    }

    boolean isAlways() {
        return equals(ALWAYS);
    }

    /** A month that has begun before the day does not lie behind it as a whole. */
    private static YearMonth firstMonth(LocalDate day) {
        return day.getDayOfMonth() == 1
                ? YearMonth.from(day)
                : YearMonth.from(day).plusMonths(1);
    }

    private static YearMonth lastMonth(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth()
                ? YearMonth.from(day)
                : YearMonth.from(day).minusMonths(1);
    }

    private static int number(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }

    /** The first and the last day of a period. */
    private static LocalDate[] days(String parameter, String text) {
        try {
            Matcher day = DAY.matcher(text);
            if (day.matches()) {
                if (day.group(3) != null) {
                    OffsetDateTime.parse(text.replace(' ', '+')); // an unencoded plus
                }
                LocalDate one = LocalDate.parse(day.group(1));
                return new LocalDate[] {one, one};
            }
            Matcher period = PERIOD.matcher(text);
            if (period.matches()) {
                return days(Integer.parseInt(period.group(1)), period.group(2), period.group(3));
            }
        } catch (DateTimeException unreadable) {
            // falls through to the one answer
        }
        throw ProblemException.invalid(Fault.at("?" + parameter, "wrong-format", FORMS));
    }

    private static LocalDate[] days(int year, @Nullable String unit, @Nullable String number) {
        if (number == null) {
            return months(year, 1, 12);
        }
        int n = Integer.parseInt(number);
        return switch (unit == null ? "" : unit) {
            case "", "M" -> months(year, n, 1);
            case "A" -> months(year, 12 * n - 11, 12);
            case "S" -> months(year, 6 * n - 5, 6);
            case "T" -> months(year, 4 * n - 3, 4);
            case "Q" -> months(year, 3 * n - 2, 3);
            case "W" -> {
                LocalDate monday = LocalDate.of(year, 1, 4)
                        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, n)
                        .with(DayOfWeek.MONDAY);
                yield new LocalDate[] {monday, monday.plusDays(6)};
            }
            default -> {
                LocalDate day = LocalDate.ofYearDay(year, n);
                yield new LocalDate[] {day, day};
            }
        };
    }

    private static LocalDate[] months(int year, int first, int count) {
        YearMonth begin = YearMonth.of(year, first);
        YearMonth end = YearMonth.of(year, first + count - 1);
        return new LocalDate[] {begin.atDay(1), end.atEndOfMonth()};
    }
}
