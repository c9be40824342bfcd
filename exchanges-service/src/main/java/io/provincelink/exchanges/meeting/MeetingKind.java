package io.provincelink.exchanges.meeting;

/** What kind of meeting it is. */
public enum MeetingKind {
    TALKS,
    WORKING_SESSION,
    CONFERENCE,
    FORUM,
    WORKSHOP,
    TRAINING,
    FIELD_TALKS,
    CEREMONY,
    CORRESPONDENCE
}
