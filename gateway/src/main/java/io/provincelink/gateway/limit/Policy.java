package io.provincelink.gateway.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A quota, and how the answers tell it: fields of draft-ietf-httpapi-ratelimit-headers-10.
 *
 * @param name in the fields, {@code client} or {@code address}
 */
record Policy(String name, int requests, Duration window) {

    static Policy of(String name, LimitSettings.Rate rate) {
        return new Policy(name, rate.requests(), rate.window());
    }

    BucketConfiguration bucket() {
        return BucketConfiguration.builder().addLimit(bandwidth()).build();
    }

    /** Full at first, and filled up evenly. */
    Bandwidth bandwidth() {
        return Bandwidth.builder()
                .capacity(requests)
                .refillGreedy(requests, window)
                .build();
    }

    /** {@code RateLimit-Policy}. */
    String told() {
        return "\"" + name + "\";q=" + requests + ";w=" + window.toSeconds();
    }

    /** {@code RateLimit}: what remains, and in how many seconds all of it is there again. */
    String left(ConsumptionProbe probe) {
        return "\"" + name + "\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset());
    }

    /** Whole seconds, so that who waits for them does not come too early. */
    static long seconds(long nanos) {
        return (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
    }
}
