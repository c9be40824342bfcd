package io.provincelink.trade.gate.measure;

import io.provincelink.kit.holiday.Holiday;
import io.provincelink.kit.holiday.Holidays;
import io.provincelink.kit.words.Period;
import io.provincelink.trade.gate.measure.SideOpenness.PublicHoliday;
import io.provincelink.trade.gate.measure.SideOpenness.Reason;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A gate's measures, asked what holds on a day. Of a side's measures that say whether it is open, the one that began last holds, and of
 * two that began on one day the one that was recorded last; the same among those that say its hours.
 *
 * @param gate the gate's code
 * @param since the days among which the gate opened; null where that is not known
 * @param measures in the order in which they were recorded
 */
public record MeasureCalendar(String gate, @Nullable Period since, List<GateMeasure> measures) {

    /** @param country of two letters, as regions have it */
    public SideOpenness side(String region, String country, LocalDate day) {
        GateMeasure said = latest(day, measure -> measure.kind().isState() && region.equals(measure.side()));
        GateMeasure working =
                latest(day, measure -> measure.kind() == MeasureKind.HOURS && region.equals(measure.side()));
        List<Holiday> holidays = Holidays.between(country, day, day);
        OpeningHours hours = working == null ? null : working.hours();
        List<OpeningTime> times = hours == null ? null : hours.on(day);
        Verdict verdict = said == null ? byItself(day) : new Verdict(state(said.kind()), Reason.MEASURE, said);
        if (verdict.state() != GateState.CLOSED && times != null) {
            if (times.isEmpty()) {
                verdict = new Verdict(GateState.CLOSED, Reason.HOURS, working);
            } else if (hours.closedOnHolidays() && holidays.stream().anyMatch(holiday -> !holiday.estimated())) {
                verdict = new Verdict(GateState.CLOSED, Reason.HOLIDAY, working);
            }
        }
        return new SideOpenness(
                region,
                verdict.state(),
                verdict.reason(),
                verdict.measure() == null ? null : GateMeasureView.of(verdict.measure(), gate),
                times,
                quotas(region, day),
                holidays.stream().map(MeasureCalendar::shown).toList());
    }

    private record Verdict(
            GateState state, Reason reason, @Nullable GateMeasure measure) {}

    /** Where no measure says anything. Within the days among which it opened nobody knows. */
    private Verdict byItself(LocalDate day) {
        if (since == null || !day.isBefore(since.from()) && day.isBefore(since.to())) {
            return new Verdict(GateState.UNKNOWN, Reason.NOTHING_KNOWN, null);
        }
        return day.isBefore(since.from())
                ? new Verdict(GateState.CLOSED, Reason.NOT_YET, null)
                : new Verdict(GateState.OPEN, Reason.SINCE, null);
    }

    private @Nullable GateMeasure latest(LocalDate day, Predicate<GateMeasure> kind) {
        return measures.stream()
                .filter(kind)
                .filter(measure -> measure.holdsOn(day))
                // of equals the later one stays, which was recorded later
                .reduce((one, next) -> next.validFrom().isBefore(one.validFrom()) ? one : next)
                .orElse(null);
    }

    private List<GateMeasureView> quotas(String region, LocalDate day) {
        return measures.stream()
                .filter(measure -> measure.kind() == MeasureKind.QUOTA && measure.isOf(region))
                .filter(measure -> measure.holdsOn(day))
                .sorted(Comparator.comparing(GateMeasure::validFrom).reversed())
                .map(measure -> GateMeasureView.of(measure, gate))
                .toList();
    }

    private static GateState state(MeasureKind kind) {
        return switch (kind) {
            case OPEN -> GateState.OPEN;
            case RESTRICTED -> GateState.RESTRICTED;
            case CLOSED -> GateState.CLOSED;
            case HOURS, QUOTA -> throw new IllegalArgumentException(kind + " says nothing of that");
        };
    }

    private static PublicHoliday shown(Holiday holiday) {
        return new PublicHoliday(holiday.from(), holiday.to(), holiday.name(), holiday.estimated());
    }
}
