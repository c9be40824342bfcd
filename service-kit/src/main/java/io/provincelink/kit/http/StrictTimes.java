package io.provincelink.kit.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** Days and months in their one form, of the years 1 to 9999: java.time reads more than a database keeps. */
final class StrictTimes {

    private static final Pattern YEAR_OF_FOUR_DIGITS = Pattern.compile("(?!0000)\\d{4}-.*");

    private StrictTimes() {}

    static LocalDate day(String text) {
        return LocalDate.parse(checked(text));
    }

    static LocalDateTime dayAndTime(String text) {
        return LocalDateTime.parse(checked(text));
    }

    static YearMonth month(String text) {
        return YearMonth.parse(checked(text));
    }

    private static String checked(String text) {
        if (!YEAR_OF_FOUR_DIGITS.matcher(text).matches()) {
            throw new DateTimeException(text);
        }
        return text;
    }
}
