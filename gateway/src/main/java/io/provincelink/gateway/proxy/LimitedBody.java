package io.provincelink.gateway.proxy;

import io.provincelink.gateway.upstream.CallersFault;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A request's body on its way through: counted, never kept. Fails when it grows beyond its limit. */
final class LimitedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> request;
    private final long limit;
    private final Runnable complete;
    private long seen;
    private boolean over;
    private @Nullable Throwable failure;
    private @Nullable Handler<Buffer> handler;
    private @Nullable Handler<Throwable> failed;

    /** @param complete runs once when the whole body has come */
    LimitedBody(ReadStream<Buffer> request, long limit, Runnable complete) {
        this.request = request;
        this.limit = limit;
        this.complete = complete;
    }

    /** Why it broke off; null when it did not, or because the service did not take it. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> next) {
        handler = next;
        if (next == null) {
            request.handler(null);
        } else {
            request.handler(this::count);
        }
        return this;
    }

    private void count(Buffer piece) {
        seen += piece.length();
        if (seen > limit && !over) {
            stop(new BodyTooLarge());
        }
        if (!over && handler != null) {
            handler.handle(piece);
        }
    }

    /** Nothing more of it is taken. */
    void stop(Throwable why) {
        over = true;
        fail(why);
    }

    private void fail(Throwable thrown) {
        failure = thrown;
        if (failed != null) {
            failed.handle(thrown);
        }
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> end) {
        if (end == null) {
            request.endHandler(null);
        } else {
            request.endHandler(all -> {
                complete.run();
                end.handle(all);
            });
        }
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> next) {
        failed = next;
        request.exceptionHandler(next == null ? null : this::fail);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        request.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        request.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        request.fetch(amount);
        return this;
    }

    /** The body exceeds the limit. */
    static final class BodyTooLarge extends RuntimeException implements CallersFault {

        private static final long serialVersionUID = 1L;

        BodyTooLarge() {
            super("body too large", null, false, false);
        }
    }
}
