package io.provincelink.agreements.agreement;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.regex.Pattern;

/** Durations in parameters: ISO 8601 periods of days, weeks, months and years, up to a century. */
final class Durations {

    // java.time would also take signs and lower case
    private static final Pattern FORM = Pattern.compile("P(?=\\d)(\\d{1,3}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?");
    private static final int LONGEST_YEARS = 100;

    private Durations() {}

    /**
     * The last day within that duration from a day on.
     *
     * @throws ProblemException 400 naming the parameter when the text is no such duration
     */
    static LocalDate after(LocalDate day, String parameter, String text) {
        try {
            if (FORM.matcher(text).matches()) {
                LocalDate last = day.plus(Period.parse(text));
                if (!last.isAfter(day.plusYears(LONGEST_YEARS))) {
                    return last;
                }
            }
        } catch (DateTimeException | ArithmeticException tooLong) {
            // said below
        }
        throw ProblemException.invalid(Fault.at("?" + parameter, "unknown-duration"));
    }
}
