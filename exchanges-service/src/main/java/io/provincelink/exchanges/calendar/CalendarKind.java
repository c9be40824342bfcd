package io.provincelink.exchanges.calendar;

import io.provincelink.exchanges.delegation.DelegationLevel;
import io.provincelink.exchanges.mechanism.MechanismLevel;
import io.provincelink.exchanges.meeting.MeetingLevel;
import java.util.Arrays;

/** Records that are events of the calendar. */
public enum CalendarKind {
    MECHANISM(MechanismLevel.values()),
    MEETING(MeetingLevel.values()),
    DELEGATION(DelegationLevel.values());

    private final Enum<?>[] levels;

    CalendarKind(Enum<?>[] levels) {
        this.levels = levels;
    }

    boolean has(MechanismLevel level) {
        return Arrays.stream(levels).anyMatch(known -> known.name().equals(level.name()));
    }
}
