package io.provincelink.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message and what became of it.
 *
 * @param id as in the header {@code webhook-id}
 * @param event type of the event
 * @param subject id of the record; absent for a ping
 * @param nextAttemptAt absent once it is over
 * @param attempts the last ones, the oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryView(
        String id,
        String event,
        @Nullable String subject,
        DeliveryStatus status,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        List<Attempt> attempts) {}
