package io.provincelink.trade.sdmx.data;

import java.time.YearMonth;

/**
 * How a number of months and where they begin are told: as months, quarters, halves or years where they are just that, else as a range
 * with a frequency of so many months. So in one series all periods are of one length.
 */
final class Frequency {

    static final String MONTH = "M";

    private static final int YEAR = 100;
    private static final int QUARTER = 3;
    private static final int HALF = 6;
    private static final int ALL = 12;

    /** The same as {@link #of} on the columns {@code r.period} and {@code r.months}. */
    static final String SQL = """
            case when r.months = 1 then 'M' when r.months = 12 then 'A'
                 when r.months = 3 and r.period % 100 in (1, 4, 7, 10) then 'Q'
                 when r.months = 6 and r.period % 100 in (1, 7) then 'S'
                 else 'M' || r.months end""";

    private Frequency() {}

    /** @param first month as yyyymm */
    static String of(int first, int months) {
        if (months == 1) {
            return MONTH;
        }
        if (months == ALL) {
            return "A";
        }
        boolean whole = (first % YEAR - 1) % months == 0;
        if (months == QUARTER && whole) {
            return "Q";
        }
        return months == HALF && whole ? "S" : "M" + months;
    }

    /** The period as data have it: 2019-05, 2019-Q1, 2019-S1, 2019, or 2019-01-01/P2M. */
    static String label(int first, int months) {
        int year = first / YEAR;
        int month = first % YEAR;
        return switch (of(first, months)) {
            case "M" -> YearMonth.of(year, month).toString();
            case "A" -> "%04d".formatted(year);
            case "Q" -> "%04d-Q%d".formatted(year, (month - 1) / QUARTER + 1);
            case "S" -> "%04d-S%d".formatted(year, (month - 1) / HALF + 1);
            default -> YearMonth.of(year, month).atDay(1) + "/P" + months + "M";
        };
    }

    /** The month that a period of any of these forms begins with. */
    static String begin(String label) {
        int year = Integer.parseInt(label.substring(0, 4));
        if (label.length() == 4) {
            return YearMonth.of(year, 1).toString();
        }
        char unit = label.charAt(5);
        if (Character.isDigit(unit)) {
            return label.substring(0, 7);
        }
        int number = label.charAt(6) - '0';
        return YearMonth.of(year, (number - 1) * (unit == 'Q' ? QUARTER : HALF) + 1)
                .toString();
    }

    /** How many months a period of any of these forms has. */
    static int months(String label) {
        if (label.length() == 4) {
            return ALL;
        }
        int range = label.indexOf("/P");
        if (range >= 0) {
            return Integer.parseInt(label.substring(range + 2, label.length() - 1));
        }
        return switch (label.charAt(5)) {
            case 'Q' -> QUARTER;
            case 'S' -> HALF;
            default -> 1;
        };
    }
}
