package io.provincelink.trade.summary;

import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The moment whose knowledge a read of the past wants: an instant, or a day with all that became known on it. */
public final class AsOf {

    private static final Pattern DAY = Pattern.compile("(?!0000)\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT =
            Pattern.compile("(?!0000)\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?Z");
    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);

    private AsOf() {}

    /**
     * Null where the parameter is not there.
     *
     * @throws ProblemException 400 for what is neither, and for what is still to come
     */
    public static @Nullable Instant read(@Nullable String text, Instant now) {
        if (text == null) {
            return null;
        }
        try {
            return DAY.matcher(text).matches() ? endOf(LocalDate.parse(text, STRICT), now) : moment(text, now);
        } catch (DateTimeException noSuchDay) {
            throw unreadable();
        }
    }

    /** Of today, what has passed of it. */
    private static Instant endOf(LocalDate day, Instant now) {
        if (day.isAfter(LocalDate.ofInstant(now, Today.ZONE))) {
            throw tooLate(now);
        }
        // what became known in the last microsecond of the day is of the day
        Instant end = day.plusDays(1).atStartOfDay(Today.ZONE).toInstant().minus(1, ChronoUnit.MICROS);
        return end.isAfter(now) ? now : end;
    }

    private static Instant moment(String text, Instant now) {
        if (!MOMENT.matcher(text).matches()) {
            throw unreadable();
        }
        Instant moment =
                Instant.parse(text.length() == "2026-03-01T08:00Z".length() ? text.replace("Z", ":00Z") : text);
        if (moment.isAfter(now)) {
            throw tooLate(now);
        }
        return moment;
    }

    private static ProblemException unreadable() {
        return ProblemException.invalid(Fault.at("?asOf", "wrong-format", "2026-03-01, 2026-03-01T08:00:00Z"));
    }

    private static ProblemException tooLate(Instant now) {
        return ProblemException.invalid(Fault.at("?asOf", "after-now", now.truncatedTo(ChronoUnit.SECONDS)));
    }
}
