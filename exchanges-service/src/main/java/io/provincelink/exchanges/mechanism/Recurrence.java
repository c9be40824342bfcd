package io.provincelink.exchanges.mechanism;

import io.provincelink.kit.words.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * How often a mechanism meets: an RFC 5545 rule, and the stretch after each due day in which the session may be held. The third
 * quarter of every year is {@code FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1} with {@code P3M}.
 */
final class Recurrence {

    private static final Set<String> PARTS = Set.of(
            "FREQ",
            "INTERVAL",
            "COUNT",
            "UNTIL",
            "WKST",
            "BYMONTH",
            "BYMONTHDAY",
            "BYDAY",
            "BYWEEKNO",
            "BYYEARDAY",
            "BYSETPOS");

    /** Sessions are days; several on one day would be one rule's way to ask for any number of them. */
    private static final Set<Freq> FREQUENCIES = EnumSet.of(Freq.YEARLY, Freq.MONTHLY, Freq.WEEKLY, Freq.DAILY);

    /** Nothing is due any later, however far somebody asks. */
    static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private static final int LONGEST_INTERVAL = 100;
    private static final int LONGEST_WINDOW_IN_MONTHS = 120;
    private static final int LONGEST_MONTH = 31;
    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

    private final RecurrenceRule rule;
    private final java.time.@Nullable Period window;

    private Recurrence(RecurrenceRule rule, java.time.@Nullable Period window) {
        this.rule = rule;
        this.window = window;
    }

    /** @param window null: a session may be held until the next one is due */
    static Recurrence of(String rule, @Nullable String window) {
        return new Recurrence(
                read(rule).orElseThrow(() -> new IllegalStateException(rule)),
                window == null ? null : window(window).orElseThrow(() -> new IllegalStateException(window)));
    }

    /** Whether the rule can be read, names days and not hours, and ever falls due from that day on. */
    static boolean isRule(String text, @Nullable LocalDate since) {
        return read(text)
                .filter(rule -> everFallsDue(rule, since == null ? ANY_DAY : since))
                .isPresent();
    }

    private static boolean everFallsDue(RecurrenceRule rule, LocalDate since) {
        try {
            return new Recurrence(rule, null).days(since, since, since).stream().anyMatch(day -> !day.isAfter(LATEST));
        } catch (RuntimeException beyondTheLibrary) {
            // it reads some rules that it cannot work out, such as the 366th of the Mondays of a month, and fails in
            // many ways
            return false;
        }
    }

    static boolean isWindow(String text) {
        return window(text).isPresent();
    }

    private static Optional<RecurrenceRule> read(String text) {
        boolean known = Arrays.stream(text.split(";", -1)).allMatch(part -> PARTS.contains(part.split("=", 2)[0]));
        if (!known) {
            return Optional.empty();
        }
        try {
            RecurrenceRule rule = new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
            return FREQUENCIES.contains(rule.getFreq()) && rule.getInterval() <= LONGEST_INTERVAL
                    ? Optional.of(rule)
                    : Optional.empty();
        } catch (InvalidRecurrenceRuleException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<java.time.Period> window(String text) {
        try {
            java.time.Period window = java.time.Period.parse(text);
            boolean forward = !window.isNegative() && !window.isZero();
            boolean usual = window.toTotalMonths() <= LONGEST_WINDOW_IN_MONTHS && window.getDays() <= 3660;
            return forward && usual ? Optional.of(window) : Optional.empty();
        } catch (DateTimeException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }

    /** Sessions due in the asked days, for a mechanism that stands from {@code since} on. */
    List<DueSession> due(LocalDate since, @Nullable LocalDate until, Period asked) {
        LocalDate end = Stream.of(asked.to(), until == null ? LATEST : until, LATEST)
                .min(LocalDate::compareTo)
                .orElseThrow();
        List<LocalDate> days = end.isBefore(asked.from()) ? List.of() : days(since, asked.from(), end);
        List<DueSession> sessions = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate due = days.get(i);
            if (!due.isAfter(end)) {
                LocalDate next = i + 1 < days.size() ? days.get(i + 1) : due.plus(step());
                sessions.add(DueSession.of(due, (window == null ? next : due.plus(window)).minusDays(1)));
            }
        }
        return sessions;
    }

    /**
     * The rule from its first due day on. It counts from {@code since}, but a calendar takes the day on which an event begins for one
     * of the rule.
     */
    Optional<Series> series(LocalDate since, @Nullable LocalDate until) {
        return due(since, until, new Period(since, firstDay(since))).stream()
                .findFirst()
                .map(session -> new Series(
                        session.due(),
                        explicit(until == null ? rule.toString() : ending(since, until), session.due())));
    }

    /** Some programs take the 1st of March where a year has no such day; where the rule names the day they leave it out, as they should. */
    private String explicit(String text, LocalDate first) {
        boolean leapDay = first.getMonthValue() == 2 && first.getDayOfMonth() == 29;
        return leapDay && rule.getFreq() == Freq.YEARLY && !text.contains("BY")
                ? text + ";BYMONTH=2;BYMONTHDAY=29"
                : text;
    }

    private LocalDate firstDay(LocalDate since) {
        return days(since, since, since).stream().findFirst().orElse(since);
    }

    /** A rule may have an end of its own, by a day or by a count, and must not have both. */
    private String ending(LocalDate since, LocalDate until) {
        DateTime last = day(until);
        boolean endsBefore = rule.getCount() != null
                ? due(since, until, new Period(since, until)).size() == rule.getCount()
                : rule.getUntil() != null && !rule.getUntil().after(last);
        if (endsBefore) {
            return rule.toString();
        }
        RecurrenceRule ended = read(rule.toString()).orElseThrow(() -> new IllegalStateException(rule.toString()));
        ended.setUntil(last);
        return ended.toString();
    }

    /** The session with its window moved to another first day; where there is no window, it keeps the days that it had. */
    DueSession moved(DueSession session, LocalDate first) {
        LocalDate last = window == null
                ? first.plusDays(session.due().until(session.last(), ChronoUnit.DAYS))
                : first.plus(window).minusDays(1);
        return new DueSession(session.due(), first, last, session.exception(), session.host());
    }

    /** All due days up to that day, and the next one after it if there is one. */
    List<LocalDate> daysUpTo(LocalDate since, @Nullable LocalDate until, LocalDate day) {
        LocalDate end = until == null || until.isAfter(LATEST) ? LATEST : until;
        return days(since, since, day.isBefore(end) ? day : end).stream()
                .takeWhile(due -> !due.isAfter(end))
                .toList();
    }

    /**
     * How many sessions fell due before the one of each of these days. All are counted out in one pass, which keeps nothing of what it
     * passes by: three milliseconds for a century of days.
     */
    Map<LocalDate, Long> countedBefore(LocalDate since, Set<LocalDate> dueDays) {
        Map<LocalDate, Long> counts = new HashMap<>();
        Deque<LocalDate> wanted = new ArrayDeque<>(new TreeSet<>(dueDays));
        try {
            RecurrenceRuleIterator all = rule.iterator(day(since));
            for (long before = 0; !wanted.isEmpty() && all.hasNext(); before++) {
                if (all.nextMillis() == day(wanted.element()).getTimestamp()) {
                    counts.put(wanted.remove(), before);
                }
            }
        } catch (IllegalArgumentException gap) {
            // as in days: the library does not look over a gap of so many years, which a leap to a day passes by
            return counts;
        }
        return counts;
    }

    /** Windows of two sessions may overlap only where a window is given; the day is before all whose window may include that day. */
    LocalDate beforeAnyThatAdmits(LocalDate day) {
        return window == null ? day : day.minusDays(window.toTotalMonths() * LONGEST_MONTH + window.getDays());
    }

    /** Due days from {@code from} up to the first after {@code end}, which closes the last session where there is no window. */
    private List<LocalDate> days(LocalDate since, LocalDate from, LocalDate end) {
        List<LocalDate> days = new ArrayList<>();
        try {
            RecurrenceRuleIterator all = rule.iterator(day(since));
            if (from.isAfter(since)) {
                all.fastForward(day(from));
            }
            while (all.hasNext()) {
                DateTime day = all.nextDateTime();
                days.add(LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth()));
                if (days.get(days.size() - 1).isAfter(end)) {
                    break;
                }
            }
        } catch (IllegalArgumentException neverAgain) {
            // the library's way to say that it looked for the next day long enough, such as for the 30th of February
            return days;
        }
        return days;
    }

    private static DateTime day(LocalDate day) {
        // months count from 0 there
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }

    private java.time.Period step() {
        int interval = rule.getInterval();
        return switch (rule.getFreq()) {
            case YEARLY -> java.time.Period.ofYears(interval);
            case MONTHLY -> java.time.Period.ofMonths(interval);
            case WEEKLY -> java.time.Period.ofWeeks(interval);
            default -> java.time.Period.ofDays(interval);
        };
    }
}
