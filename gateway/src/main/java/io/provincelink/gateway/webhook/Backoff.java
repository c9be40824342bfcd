package io.provincelink.gateway.webhook;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before a message is tried again: longer each time, and never for all at the same moment. */
final class Backoff {

    private Backoff() {}

    /** @param tries how often it was tried */
    static Duration after(int tries, WebhookSettings.Retries settings) {
        double pause = settings.first().toMillis() * Math.pow(settings.factor(), tries - 1.0);
        double capped = Math.min(pause, settings.longest().toMillis());
        return Duration.ofMillis((long) (capped * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }
}
