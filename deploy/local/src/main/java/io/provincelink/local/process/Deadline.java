package io.provincelink.local.process;

import java.time.Duration;

/** A moment until when something is waited for; several that end side by side share one. */
public final class Deadline {
    private final long nanoTime;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    public static Deadline in(Duration fromNow) {
        return new Deadline(System.nanoTime() + fromNow.toNanos());
    }

    /** The time that is left; zero once it has passed. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    boolean hasPassed() {
        return left().isZero();
    }
}
