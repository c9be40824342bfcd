package io.provincelink.exchanges.meeting;

/**
 * What an earlier session left to this one.
 *
 * @param meeting the session that carried it over
 * @param settled whether an outcome that continues it is done
 */
public record OldBusiness(MeetingMention meeting, OutcomeView outcome, boolean settled) {}
