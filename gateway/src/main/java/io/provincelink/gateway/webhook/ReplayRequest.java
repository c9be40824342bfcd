package io.provincelink.gateway.webhook;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** From when on everything shall be sent once more. */
public record ReplayRequest(@NotNull Instant since) {}
