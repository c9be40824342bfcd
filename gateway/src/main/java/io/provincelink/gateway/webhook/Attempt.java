package io.provincelink.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that a message was sent.
 *
 * @param durationMs how long it took, in milliseconds
 * @param status what the receiver answered; absent where it did not
 * @param retryAfterSeconds for how long a receiver that did not take it asks to be left alone; absent where it does not
 * @param error why there is no answer: timeout, connection, tls, or the code of what is wrong with the target
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attempt(
        Instant at,
        long durationMs,
        @Nullable Integer status,
        @Nullable Long retryAfterSeconds,
        @Nullable String error) {

    static final int GONE = 410;

    boolean succeeded() {
        return status != null && status >= 200 && status < 300;
    }

    boolean saysGone() {
        return status != null && status == GONE;
    }
}
