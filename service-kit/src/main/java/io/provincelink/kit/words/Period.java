package io.provincelink.kit.words;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days from the first to the last, both included. */
public record Period(@NotNull LocalDate from, @NotNull LocalDate to) {

    // java.time would also read years that no calendar on a desk and no database has
    private static final Pattern PART = Pattern.compile("(?!0000)\\d{4}(-(Q[1-4]|\\d{2}(-\\d{2})?))?");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");

    /** The calendar years from {@code first} to {@code last}. */
    public static Period years(int first, int last) {
        return new Period(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31));
    }

    public static Period month(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /**
     * Reads the forms a query may use: {@code 2021}, {@code 2021-Q3}, {@code 2021-03}, {@code 2021-03-01} and any two of them
     * joined by a slash, such as {@code 2016/2020} or {@code 2021-03-01/2021-05-31}.
     *
     * @return empty when the text is none of these or ends before it begins
     */
    public static Optional<Period> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            int slash = text.indexOf('/');
            Period first = part(slash < 0 ? text : text.substring(0, slash));
            Period last = slash < 0 ? first : part(text.substring(slash + 1));
            Period whole = new Period(first.from, last.to);
            return whole.isInOrder() ? Optional.of(whole) : Optional.empty();
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Period part(String text) {
        if (!PART.matcher(text).matches()) {
            throw new DateTimeException(text);
        }
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            YearMonth first =
                    YearMonth.of(Integer.parseInt(quarter.group(1)), 3 * Integer.parseInt(quarter.group(2)) - 2);
            return new Period(first.atDay(1), first.plusMonths(2).atEndOfMonth());
        }
        return switch (text.length()) {
            case 4 -> {
                Year year = Year.parse(text);
                yield new Period(year.atDay(1), year.atMonth(12).atEndOfMonth());
            }
            case 7 -> month(YearMonth.parse(text));
            default -> new Period(LocalDate.parse(text), LocalDate.parse(text));
        };
    }

    @JsonIgnore
    @AssertTrue(message = "{provincelink.period.order}")
    public boolean isInOrder() {
        return from == null || to == null || !to.isBefore(from);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public boolean overlaps(Period other) {
        return !other.to.isBefore(from) && !other.from.isAfter(to);
    }

    /** How many calendar months it touches: 60 for 2016–2020. */
    public long months() {
        return ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1;
    }

    @Override
    public String toString() {
        return from + "/" + to;
    }
}
