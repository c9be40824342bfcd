package io.provincelink.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is to blame when nothing moves; also for pauses that are too large to be made over a real connection. */
class WatchedBodyTest {

    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final Vertx vertx = Vertx.vertx();
    private final Source source = new Source();
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();

    @AfterEach
    void stop() {
        vertx.close();
    }

    @Test
    void aSenderThatSendsNothingIsToBlame() throws Exception {
        taken(body(paused -> new IllegalStateException("paused " + paused))).resume();
        assertThat(failure.get(5, TimeUnit.SECONDS)).hasMessage("paused false");
    }

    @Test
    void aReceiverThatTakesNothingIsToBlame() throws Exception {
        taken(body(paused -> new IllegalStateException("paused " + paused)))
                .resume()
                .pause();
        assertThat(failure.get(5, TimeUnit.SECONDS)).hasMessage("paused true");
    }

    @Test
    void aReceiverMayPauseForEverWhereThatIsAllowed() throws Exception {
        CountDownLatch pauses = new CountDownLatch(3);
        ReadStream<Buffer> body = taken(body(paused -> {
                    pauses.countDown();
                    return paused ? null : new IllegalStateException("silent");
                }))
                .resume()
                .pause();
        assertThat(pauses.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(failure).isNotDone();
        body.resume();
        assertThat(failure.get(5, TimeUnit.SECONDS)).hasMessage("silent");
    }

    @Test
    void aBodyThatHasEndedIsNotWatchedAnyLonger() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        ReadStream<Buffer> body = taken(body(paused -> {
            asked.incrementAndGet();
            return null;
        }));
        body.endHandler(all -> {});
        body.resume();
        source.end.handle(null);
        CountDownLatch later = new CountDownLatch(1);
        vertx.setTimer(4 * PATIENCE.toMillis(), time -> later.countDown());
        assertThat(later.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(asked).hasValue(0);
    }

    private WatchedBody body(WatchedBody.Verdict verdict) {
        return new WatchedBody(source, vertx, PATIENCE, verdict);
    }

    private ReadStream<Buffer> taken(WatchedBody body) {
        return body.exceptionHandler(failure::complete).handler(piece -> {});
    }

    /** A body of which nothing ever comes. */
    private static final class Source implements ReadStream<Buffer> {

        private Handler<Void> end = all -> {};

        @Override
        public ReadStream<Buffer> endHandler(Handler<Void> handler) {
            end = handler;
            return this;
        }

        @Override
        public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
            return this;
        }

        @Override
        public ReadStream<Buffer> handler(Handler<Buffer> handler) {
            return this;
        }

        @Override
        public ReadStream<Buffer> pause() {
            return this;
        }

        @Override
        public ReadStream<Buffer> resume() {
            return this;
        }

        @Override
        public ReadStream<Buffer> fetch(long amount) {
            return this;
        }
    }
}
