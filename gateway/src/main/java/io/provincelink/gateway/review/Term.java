package io.provincelink.gateway.review;

import io.provincelink.kit.words.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A programme's period, seen from a day. */
record Term(Period period, LocalDate today) {

    private static final long WHOLE = Long.MAX_VALUE;

    boolean isRunning() {
        return !today.isAfter(period.to());
    }

    /** The share of the period that had passed at the end of that day, from 0 to 1. */
    BigDecimal elapsed(LocalDate day) {
        if (day.isBefore(period.from())) {
            return BigDecimal.ZERO;
        }
        LocalDate last = day.isAfter(period.to()) ? period.to() : day;
        return BigDecimal.valueOf(days(new Period(period.from(), last)))
                .divide(BigDecimal.valueOf(days(period)), MathContext.DECIMAL64);
    }

    /** The share that a published figure tells about; null where it begins too late to tell about the pace. */
    @Nullable
    BigDecimal elapsedAt(ObservedFigure published) {
        Period told = published.period();
        if (told == null) {
            LocalDate said =
                    published.source() == null ? null : published.source().publishedOn();
            return elapsed(said == null || said.isAfter(today) ? today : said);
        }
        return told.from().isAfter(period.from()) ? null : elapsed(told.to().isAfter(today) ? today : told.to());
    }

    /** Figures for the whole period first (also those that name the programme and no days), then those that share most days with it. */
    Comparator<ObservedFigure> closestFirst() {
        return Comparator.comparingLong((ObservedFigure figure) -> daysShared(figure.period()))
                .reversed();
    }

    private long daysShared(@Nullable Period other) {
        if (other == null || other.equals(period)) {
            return WHOLE;
        }
        if (!other.overlaps(period)) {
            return 0;
        }
        LocalDate from = other.from().isAfter(period.from()) ? other.from() : period.from();
        LocalDate to = other.to().isBefore(period.to()) ? other.to() : period.to();
        return days(new Period(from, to));
    }

    private static long days(Period period) {
        return ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
    }
}
