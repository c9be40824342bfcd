package io.provincelink.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body on its way through that fails when nothing moves for too long. An idle timeout of the connection could not tell who is to
 * blame: the side that sends nothing or the side that takes nothing.
 */
final class WatchedBody implements ReadStream<Buffer> {

    /** Says what it means that nothing has moved. */
    interface Verdict {
        /**
         * @param paused whether it is the receiver who takes nothing
         * @return how the body fails, null when it may go on
         */
        @Nullable
        Throwable on(boolean paused);
    }

    private final ReadStream<Buffer> body;
    private final Vertx vertx;
    private final long patience;
    private final Verdict verdict;
    private @Nullable Handler<Throwable> failed;
    private boolean paused = true;
    private boolean watching;
    private long lastMoved;
    private long timer = -1;

    /** @param body paused, as the proxy gets it */
    WatchedBody(ReadStream<Buffer> body, Vertx vertx, Duration patience, Verdict verdict) {
        this.body = body;
        this.vertx = vertx;
        this.patience = patience.toMillis();
        this.verdict = verdict;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> next) {
        if (next == null) {
            stop();
            body.handler(null);
            return this;
        }
        lastMoved = System.nanoTime();
        watching = true;
        watch(patience);
        body.handler(piece -> {
            lastMoved = System.nanoTime();
            next.handle(piece);
        });
        return this;
    }

    /** Looks again when the patience could be at its end, instead of setting a timer for each piece. */
    private void watch(long millis) {
        timer = vertx.setTimer(Math.max(1, millis), look -> {
            if (!watching) {
                return;
            }
            long left = patience - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastMoved);
            Throwable failure = left > 0 ? null : verdict.on(paused);
            if (failure == null) {
                watch(left > 0 ? left : patience);
            } else {
                stop();
                if (failed != null) {
                    failed.handle(failure);
                }
            }
        });
    }

    private void stop() {
        watching = false;
        vertx.cancelTimer(timer);
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> end) {
        body.endHandler(
                end == null
                        ? null
                        : all -> {
                            stop();
                            end.handle(all);
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> failure) {
        failed = failure;
        body.exceptionHandler(
                failure == null
                        ? null
                        : thrown -> {
                            stop();
                            failure.handle(thrown);
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        paused = true;
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        flows();
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        flows();
        body.fetch(amount);
        return this;
    }

    /** The time of the pause is the receiver's, not the sender's. */
    private void flows() {
        paused = false;
        lastMoved = System.nanoTime();
    }
}
