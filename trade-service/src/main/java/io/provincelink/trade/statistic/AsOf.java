package io.provincelink.trade.statistic;

import io.provincelink.kit.http.ParameterReader;
import io.provincelink.kit.problem.Fault;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The moment as of which figures are asked for: an instant, or a day, which is meant to its end. */
public final class AsOf {

    private static final int DAY = "2021-05-26".length();

    /** Java reads years that the database does not have. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private AsOf() {}

    /** The instant; null where the parameter {@code asOf} is left out or cannot be read, which the reader then keeps. */
    public static @Nullable Instant read(ParameterReader parameters, @Nullable String text) {
        return text == null ? null : parameters.read(() -> instant(text, parameters.today()));
    }

    private static Instant instant(String text, LocalDate today) {
        try {
            Instant asked = text.length() == DAY
                    ? LocalDate.parse(text).plusDays(1).atStartOfDay(Today.ZONE).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (asked.isBefore(FIRST)) {
                throw unreadable();
            }
            if (asked.isAfter(today.plusDays(1).atStartOfDay(Today.ZONE).toInstant())) {
                throw ProblemException.invalid(Fault.at("?asOf", "in-future", today));
            }
            return asked;
        } catch (DateTimeException unreadable) {
            throw unreadable();
        }
    }

    private static ProblemException unreadable() {
        return ProblemException.invalid(Fault.at("?asOf", "wrong-format", "2021-05-26, 2021-05-26T08:00:00Z"));
    }
}
