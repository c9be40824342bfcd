package io.provincelink.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.provincelink.kit.words.Text;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook.
 *
 * @param unit code of the unit whose it is; it is sent what that unit may see
 * @param types of records; empty for all
 * @param state PAUSED by its owner, DISABLED when its receiver said that it is gone (410)
 * @param failingSince since when its receiver takes nothing; absent while all is well
 * @param previousSecretUntil until when the secret before the present one signs too
 * @param secret shown this once: when it is made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookView(
        UUID id,
        String unit,
        String url,
        List<String> types,
        @Nullable String region,
        @Nullable Text description,
        boolean active,
        WebhookState state,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant failingSince,
        @Nullable Instant previousSecretUntil,
        @Nullable String secret) {

    static WebhookView of(Webhook hook) {
        return of(hook, null);
    }

    static WebhookView of(Webhook hook, @Nullable String secret) {
        WebhookDraft terms = hook.terms();
        return new WebhookView(
                hook.id(),
                hook.owner().unit(),
                terms.url(),
                terms.types() == null ? List.of() : terms.types(),
                terms.region(),
                terms.description(),
                terms.isActive(),
                hook.state(),
                hook.times().createdAt(),
                hook.times().changedAt(),
                hook.times().failingSince(),
                hook.times().previousUntil(),
                secret);
    }
}
