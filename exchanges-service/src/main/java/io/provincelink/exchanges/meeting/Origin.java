package io.provincelink.exchanges.meeting;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In which session an outcome was agreed. */
public record Origin(UUID outcome, UUID meeting, @Nullable LocalDate startOn) {}
