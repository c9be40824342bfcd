package io.provincelink.exchanges.meeting;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting that another one may name as a session of its mechanism. */
public record KnownSession(
        UUID id, @Nullable UUID mechanism, @Nullable LocalDate startOn) {}
