package io.provincelink.exchanges.meeting;

/**
 * How many meetings were held.
 *
 * @param high of level HIGH
 * @param sessions of a mechanism
 */
public record MeetingTally(long high, long sessions) {}
