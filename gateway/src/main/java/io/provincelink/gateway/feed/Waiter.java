package io.provincelink.gateway.feed;

import io.provincelink.gateway.upstream.Upstream;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Somebody who waits for changes, with what he was answered last. */
final class Waiter {

    private final Supplier<Uni<ChangeFeed>> question;
    private final Set<Upstream> services;
    private Map<Upstream, String> seen;
    private ChangeFeed answer;
    private boolean called;
    private boolean gone;
    private @Nullable Cancellable asking;
    private @Nullable UniEmitter<? super ChangeFeed> seat;

    /** @param seen where the logs ended before he was answered */
    Waiter(Supplier<Uni<ChangeFeed>> question, Set<Upstream> services, Map<Upstream, String> seen, ChangeFeed answer) {
        this.question = question;
        this.services = services;
        this.seen = seen;
        this.answer = answer;
    }

    synchronized void takeASeat(UniEmitter<? super ChangeFeed> emitter) {
        seat = emitter;
    }

    /** Whether something happened since he was answered, and nobody has called him for it. */
    synchronized boolean isConcernedBy(Map<Upstream, String> now) {
        return !called && services.stream().anyMatch(service -> !Objects.equals(now.get(service), seen.get(service)));
    }

    synchronized void called() {
        called = true;
    }

    /**
     * @param now where the logs end at least
     * @param done runs once, whatever comes of it
     */
    void ask(Map<Upstream, String> now, Runnable done) {
        AtomicBoolean over = new AtomicBoolean();
        Runnable once = () -> {
            if (over.compareAndSet(false, true)) {
                done.run();
            }
        };
        synchronized (this) {
            seen = now;
        }
        Cancellable running =
                question.get().onTermination().invoke(once).subscribe().with(this::answered, this::failed);
        boolean late;
        synchronized (this) {
            asking = running;
            late = gone;
        }
        if (late) {
            running.cancel();
        }
    }

    private void answered(ChangeFeed next) {
        UniEmitter<? super ChangeFeed> to = seat();
        synchronized (this) {
            answer = next;
            called = false;
        }
        if (!next.items().isEmpty() && to != null) {
            to.complete(next);
        }
    }

    private void failed(Throwable thrown) {
        UniEmitter<? super ChangeFeed> to = seat();
        if (to != null) {
            to.fail(thrown);
        }
    }

    /** His patience is over. */
    void giveUp() {
        UniEmitter<? super ChangeFeed> to = seat();
        if (to != null) {
            to.complete(last());
        }
    }

    /** He has his answer, or nobody takes it any more. */
    void breakOff() {
        Cancellable running;
        synchronized (this) {
            gone = true;
            running = asking;
        }
        if (running != null) {
            running.cancel();
        }
    }

    private synchronized ChangeFeed last() {
        return answer;
    }

    private synchronized @Nullable UniEmitter<? super ChangeFeed> seat() {
        return seat;
    }
}
