package io.provincelink.gateway.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** For how long a receiver asks to be left alone: {@code Retry-After} of RFC 9110 §10.2.3, in seconds or as a date. */
final class RetryAfter {

    private static final int DIGITS = 9;

    private RetryAfter() {}

    /** In seconds; null where nothing is asked for, or nothing that can be read. */
    static @Nullable Long seconds(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String asked = header.strip();
        if (asked.matches("[0-9]{1," + DIGITS + "}")) {
            return Long.valueOf(asked);
        }
        try {
            Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(asked));
            return Math.max(0, Duration.between(now, until).toSeconds());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
