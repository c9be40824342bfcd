package io.provincelink.gateway.review;

import io.provincelink.kit.words.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        return told != null && told.from().isAfter(period.from()) ? null : elapsed(lastDayTold(published));
    }

    /** The last day of the term that a published figure tells about, as far as that day has come. */
    LocalDate lastDayTold(ObservedFigure published) {
        LocalDate last = isRunning() ? today : period.to();
        if (published.period() != null) {
            return earlier(published.period().to(), last);
        }
        // without days it tells about the term as far as it had passed when it was published, and about all of it
        // afterwards
        LocalDate said = published.source() == null ? null : published.source().publishedOn();
        return isRunning() && said != null ? earlier(said, last) : last;
    }

    /** Whether a figure tells how things stand: while the term runs at some day of it, afterwards at its last day. */
    boolean tellsAboutItsPresentEnd(ObservedFigure published) {
        Period told = published.period();
        if (told == null) {
            return true;
        }
        return isRunning()
                ? !told.to().isBefore(period.from()) && !told.from().isAfter(today)
                : told.contains(period.to());
    }

    /** The calendar years of the term. */
    Set<Integer> years() {
        return IntStream.rangeClosed(period.from().getYear(), period.to().getYear())
                .boxed()
                .collect(Collectors.toSet());
    }

    /** The years of the term about which a figure tells, and about nothing else; only those that are over. */
    Set<Integer> yearsTold(ObservedFigure published) {
        Period told = published.period();
        Set<Integer> years = years();
        if (told != null && !told.equals(period)) {
            int first = told.from().getYear();
            int last = told.to().getYear();
            boolean fits = told.equals(Period.years(first, last)) && years.contains(first) && years.contains(last);
            years.removeIf(year -> !fits || year < first || year > last);
        }
        LocalDate last = lastDayTold(published);
        years.removeIf(year ->
                earlier(Year.of(year).atMonth(12).atEndOfMonth(), period.to()).isAfter(last));
        return years;
    }

    /** The figures that tell about the latest day first; of these the ones that tell about the fewest other days. */
    Comparator<ObservedFigure> latestFirst() {
        return Comparator.comparing(this::lastDayTold)
                .thenComparing(figure -> figure.period() == null
                        ? period.from()
                        : figure.period().from())
                .reversed();
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
        return days(new Period(from, earlier(other.to(), period.to())));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static long days(Period period) {
        return ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
    }
}
