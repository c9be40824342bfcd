package io.provincelink.gateway.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.provincelink.gateway.webhook.Outbox.Parcel;
import io.provincelink.kit.problem.ProblemException;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Sends what is due: to each receiver a few messages at a time, so that none holds up the others. */
@Singleton
class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);

    private final Vertx vertx;
    private final Outbox outbox;
    private final Post post;
    private final WebhookSettings settings;
    private final MeterRegistry metrics;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Map<UUID, Integer> onTheirWay = new ConcurrentHashMap<>();

    Sender(Vertx vertx, Outbox outbox, Post post, WebhookSettings settings, MeterRegistry metrics) {
        this.vertx = vertx;
        this.outbox = outbox;
        this.post = post;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Sends what is due, soon; who asks while somebody else has asked already is served with him. */
    void wake() {
        if (asked.compareAndSet(false, true)) {
            vertx.<Integer>executeBlocking(this::send, false).onFailure(thrown -> {
                if (!(thrown instanceof ProblemException)) {
                    LOG.error("nothing is sent for now", thrown);
                }
            });
        }
    }

    /** One at a time, or a receiver would get twice as many at once. */
    private synchronized int send() {
        asked.set(false);
        int room = settings.atOnce()
                - onTheirWay.values().stream().mapToInt(Integer::intValue).sum();
        if (room <= 0) {
            return 0;
        }
        List<Parcel> parcels = outbox.take(List.copyOf(onTheirWay.keySet()), room);
        parcels.forEach(parcel -> onTheirWay.merge(parcel.webhook(), 1, Integer::sum));
        parcels.forEach(parcel -> post.send(parcel).onSuccess(attempt -> note(parcel, attempt)));
        return parcels.size();
    }

    private void note(Parcel parcel, Attempt attempt) {
        metrics.counter("provincelink.gateway.webhooks.attempts", "outcome", attempt.succeeded() ? "taken" : "failed")
                .increment();
        vertx.executeBlocking(
                        () -> {
                            outbox.note(parcel, attempt);
                            return parcel;
                        },
                        false)
                // the lease brings it back
                .onFailure(thrown -> LOG.warnf(
                        "what came of %s is not kept: %s", parcel.message().id(), thrown))
                .onComplete(noted -> arrived(parcel.webhook()));
    }

    private void arrived(UUID webhook) {
        Integer left = onTheirWay.computeIfPresent(webhook, (id, count) -> count == 1 ? null : count - 1);
        if (left == null) {
            wake();
        }
    }
}
