package io.provincelink.gateway.upstream;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many requests a service is given at a time, and who waits for a place. What waits is kept short by time, not by number: a
 * burst may wait for as long as the patience, but when there was always somebody waiting for that long, more comes than can be
 * done, and then the newest is served first and nobody waits for more than a moment (controlled delay, after Maurer, "Fail at
 * Scale", ACM Queue 13/8, 2015). So whoever is taken in under load is answered about as fast as without.
 */
final class Places {

    /** How many may wait at most, whatever their patience. */
    private static final int MOST_WAITING = 1_000;

    private final Vertx vertx;
    private final IntSupplier limit;
    private final Duration patience;
    private final Duration patienceUnderLoad;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int taken;
    private long nobodyWaited = System.nanoTime();

    Places(Vertx vertx, IntSupplier limit, Duration patience, Duration patienceUnderLoad) {
        this.vertx = vertx;
        this.limit = limit;
        this.patience = patience;
        this.patienceUnderLoad = patienceUnderLoad;
    }

    /** @return a place, on the context of who asks; fails with {@link Admission.Overloaded} when none was free in time */
    Future<Place> take() {
        Waiting next;
        synchronized (this) {
            if (waiting.isEmpty()) {
                nobodyWaited = System.nanoTime();
                if (taken < limit.getAsInt()) {
                    taken++;
                    return Future.succeededFuture(new Place());
                }
            }
            if (waiting.size() >= MOST_WAITING) {
                return Future.failedFuture(new Admission.Overloaded());
            }
            next = new Waiting(vertx.getOrCreateContext());
            waiting.addLast(next);
        }
        Duration longest = isLoaded() ? patienceUnderLoad : patience;
        next.timer = vertx.setTimer(Math.max(1, longest.toMillis()), late -> giveUp(next));
        return next.promise.future();
    }

    synchronized int taken() {
        return taken;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized boolean isLoaded() {
        return System.nanoTime() - nobodyWaited > patience.toNanos();
    }

    private void giveUp(Waiting one) {
        boolean stillWaiting;
        synchronized (this) {
            stillWaiting = waiting.remove(one);
        }
        if (stillWaiting) {
            one.promise.fail(new Admission.Overloaded());
        }
    }

    private void left() {
        synchronized (this) {
            taken--;
        }
        for (Waiting next = admitNext(); next != null; next = admitNext()) {
            next.admit();
        }
    }

    private synchronized @Nullable Waiting admitNext() {
        if (waiting.isEmpty()) {
            nobodyWaited = System.nanoTime();
            return null;
        }
        if (taken >= limit.getAsInt()) {
            return null;
        }
        taken++;
        return isLoaded() ? waiting.pollLast() : waiting.pollFirst();
    }

    /** A request's place until it leaves. */
    final class Place {

        private final AtomicBoolean left = new AtomicBoolean();

        /** Counts once, however often it is said. */
        void leave() {
            if (left.compareAndSet(false, true)) {
                Places.this.left();
            }
        }
    }

    private final class Waiting {

        private final Context context;
        private final Promise<Place> promise = Promise.promise();
        private volatile long timer = -1;

        private Waiting(Context context) {
            this.context = context;
        }

        private void admit() {
            vertx.cancelTimer(timer);
            // who leaves is on another event loop than who comes
            context.runOnContext(here -> promise.complete(new Place()));
        }
    }
}
