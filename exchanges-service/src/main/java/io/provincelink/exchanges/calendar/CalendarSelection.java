package io.provincelink.exchanges.calendar;

import io.provincelink.exchanges.delegation.DelegationLevel;
import io.provincelink.exchanges.mechanism.MechanismLevel;
import io.provincelink.exchanges.meeting.MeetingLevel;
import io.provincelink.kit.words.Period;
import io.provincelink.record.Filter;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which records are in a calendar.
 *
 * @param regions of all these together, each with the units inside it; empty for all
 * @param mechanism only that one and its meetings
 * @param kinds empty for all
 */
public record CalendarSelection(
        List<String> regions,
        @Nullable UUID mechanism,
        @Nullable MechanismLevel level,
        Set<CalendarKind> kinds,
        Period period) {

    /** What a calendar program shows, when nobody says how much: a bounded stretch around today. */
    public static Period around(LocalDate today) {
        return new Period(today.minusYears(1), today.plusYears(2));
    }

    boolean shows(CalendarKind kind) {
        return (kinds.isEmpty() || kinds.contains(kind))
                && (level == null || kind.has(level))
                && (mechanism == null || kind != CalendarKind.DELEGATION);
    }

    /** Those that repeat and of which a session may be set in the period. */
    Filter mechanisms() {
        return Filter.all()
                .of(regions)
                .and("r.id = :mechanism", "mechanism", mechanism)
                .and("r.level = :level", "level", level)
                .and("r.recurrence is not null and r.firstOn <= :end", "end", period.to())
                .and("r.lastOn is null or r.lastOn >= :start", "start", period.from());
    }

    /** Those that begin in the period, or last into it. */
    Filter meetings() {
        return Filter.all()
                .of(regions)
                .and("r.mechanism = :mechanism", "mechanism", mechanism)
                .and("r.level = :level", "level", level == null ? null : MeetingLevel.valueOf(level.name()))
                .and("r.startOn <= :end", "end", period.to())
                .and("r.startOn >= :start or r.endOn >= :start", "start", period.from());
    }

    /** Those that travel on a day of the period. */
    Filter delegations() {
        return Filter.all()
                .of(regions)
                .and("r.level = :level", "level", level == null ? null : DelegationLevel.valueOf(level.name()))
                .and("r.periodFrom <= :end", "end", period.to())
                .and("r.periodTo >= :start", "start", period.from());
    }
}
