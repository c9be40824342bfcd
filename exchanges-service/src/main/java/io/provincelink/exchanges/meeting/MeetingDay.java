package io.provincelink.exchanges.meeting;

import java.time.LocalDate;
import java.util.UUID;

/** On which day a mechanism's session was set, and what became of it. */
public record MeetingDay(UUID id, UUID mechanism, LocalDate startOn, MeetingStatus status) {}
