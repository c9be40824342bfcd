package io.provincelink.gateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Asks once more when a connection was refused or turned out to be dead before any byte of an answer; only for what changes nothing.
 * Not at once: what many met in the same moment they must not all ask again in the same moment.
 */
public final class SecondTry {

    private static final int SHORTEST_MILLIS = 5;
    private static final int LONGEST_MILLIS = 50;

    private SecondTry() {}

    public static <T> Future<T> of(Vertx vertx, Supplier<Future<T>> asking) {
        return asking.get().recover(thrown -> {
            if (!(thrown instanceof Services.Unreachable) && !(thrown instanceof HttpClosedException)) {
                return Future.failedFuture(thrown);
            }
            Promise<Void> pause = Promise.promise();
            int millis = ThreadLocalRandom.current().nextInt(SHORTEST_MILLIS, LONGEST_MILLIS);
            vertx.setTimer(millis, over -> pause.complete());
            return pause.future().compose(over -> asking.get());
        });
    }
}
