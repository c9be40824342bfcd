package io.provincelink.exchanges.meeting;

/** What became of a meeting. */
public enum MeetingStatus {
    PLANNED,
    HELD,
    POSTPONED,
    CANCELLED
}
