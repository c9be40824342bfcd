package io.provincelink.gateway.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.provincelink.gateway.limit.Callers;
import io.provincelink.gateway.limit.Shares;
import io.provincelink.gateway.upstream.Upstream;
import io.provincelink.kit.problem.ProblemException;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait for changes. While there are any, the services are asked now and then whether anything happened; when something did,
 * those whom it may concern are asked for again, a few at a time. Waiting itself holds no connection to a service.
 */
@Singleton
public class WaitingRoom {

    private static final String AGAIN_IN_SECONDS = "10";

    private final Vertx vertx;
    private final Heads heads;
    private final FeedSettings settings;

    private final Set<Waiter> waiting = new LinkedHashSet<>();
    private final Shares seats;
    private final Deque<Waiter> called = new ArrayDeque<>();
    private int asked;

    public WaitingRoom(Vertx vertx, Heads heads, FeedSettings settings, MeterRegistry metrics) {
        this.vertx = vertx;
        this.heads = heads;
        this.settings = settings;
        this.seats = new Shares(settings.mostWaitingEach());
        Gauge.builder("provincelink.gateway.feed.waiting", this, WaitingRoom::size)
                .description("Callers who wait for changes at this moment")
                .register(metrics);
    }

    void open(@Observes StartupEvent started) {
        vertx.setPeriodic(settings.pause().toMillis(), tick -> look());
    }

    /** How many wait at present. */
    synchronized int size() {
        return waiting.size();
    }

    /**
     * Asks, and where nothing has happened yet, again as soon as something did.
     *
     * @param caller who waits, as {@link Callers} tells them apart
     * @param services those whose changes are wanted
     * @param patience after this long the answer is empty
     * @return fails as the question does, and with a problem when too many wait, or this caller does too often
     */
    Uni<ChangeFeed> ask(String caller, Supplier<Uni<ChangeFeed>> question, Set<Upstream> services, Duration patience) {
        long begun = System.nanoTime();
        // seen before the first answer is made, so that nothing happens unseen between the two
        return heads.since(settings.pause().multipliedBy(2))
                .flatMap(seen -> question.get().flatMap(answer -> {
                    Duration left = patience.minusNanos(System.nanoTime() - begun);
                    return !answer.items().isEmpty() || left.toMillis() < 1
                            ? Uni.createFrom().item(answer)
                            : enter(caller, new Waiter(question, services, seen, answer), left);
                }));
    }

    private Uni<ChangeFeed> enter(String caller, Waiter waiter, Duration left) {
        return Uni.createFrom().emitter(emitter -> {
            ProblemException refusal = admit(caller, waiter);
            if (refusal != null) {
                emitter.fail(refusal);
                return;
            }
            long timer = vertx.setTimer(left.toMillis(), late -> waiter.giveUp());
            // also when the client hangs up
            emitter.onTermination(() -> {
                vertx.cancelTimer(timer);
                leave(caller, waiter);
            });
            waiter.takeASeat(emitter);
        });
    }

    /** Lets it in, or says why not. */
    private synchronized @Nullable ProblemException admit(String caller, Waiter waiter) {
        if (waiting.size() >= settings.mostWaiting()) {
            return refusal(FeedProblem.TOO_MANY_WAITING, Integer.valueOf(AGAIN_IN_SECONDS));
        }
        if (!seats.take(caller)) {
            return refusal(FeedProblem.WAITING_ALREADY, settings.mostWaitingEach());
        }
        waiting.add(waiter);
        return null;
    }

    private static ProblemException refusal(FeedProblem problem, int number) {
        return ProblemException.of(problem, number).with("Retry-After", AGAIN_IN_SECONDS);
    }

    private void leave(String caller, Waiter waiter) {
        synchronized (this) {
            if (waiting.remove(waiter)) {
                seats.giveBack(caller);
            }
            called.remove(waiter);
        }
        waiter.breakOff();
    }

    private void look() {
        if (size() > 0) {
            heads.look().subscribe().with(this::call);
        }
    }

    private void call(Map<Upstream, String> now) {
        synchronized (this) {
            waiting.stream().filter(waiter -> waiter.isConcernedBy(now)).forEach(waiter -> {
                waiter.called();
                called.add(waiter);
            });
        }
        askNext();
    }

    private void askNext() {
        for (Waiter next : next()) {
            next.ask(heads.known(), this::answered);
        }
    }

    private synchronized List<Waiter> next() {
        List<Waiter> next = new ArrayList<>();
        while (asked < settings.askedAtOnce() && !called.isEmpty()) {
            next.add(called.remove());
            asked++;
        }
        return next;
    }

    private void answered() {
        synchronized (this) {
            asked--;
        }
        askNext();
    }
}
