package io.provincelink.exchanges.meeting;

/** Between whom a meeting is; HIGH is the leaders of the parties. */
public enum MeetingLevel {
    HIGH,
    DEPARTMENT,
    DISTRICT,
    COMMUNE,
    BORDER_POST
}
