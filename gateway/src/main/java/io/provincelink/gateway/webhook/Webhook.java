package io.provincelink.gateway.webhook;

import io.provincelink.kit.caller.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A webhook as it is kept, without its secrets. */
record Webhook(UUID id, long version, Owner owner, WebhookDraft terms, WebhookState state, Times times) {

    /**
     * Whose it is.
     *
     * @param unit code of the unit that registered it, as it was understood on that day
     */
    record Owner(String unit, LocalDate day) {

        /** The unit itself, and whoever succeeded it. */
        boolean is(Caller caller) {
            return caller.decidesFor(unit, day);
        }
    }

    /**
     * @param previousUntil until when the secret before the present one signs too
     * @param failingSince since when its receiver takes nothing; null while all is well
     */
    record Times(
            Instant createdAt,
            Instant changedAt,
            @Nullable Instant previousUntil,
            @Nullable Instant failingSince) {}
}
