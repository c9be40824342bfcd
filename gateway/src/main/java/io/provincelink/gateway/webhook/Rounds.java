package io.provincelink.gateway.webhook;

import io.provincelink.gateway.store.Store;
import io.provincelink.kit.problem.ProblemException;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Goes round as long as the gateway runs: reads what has happened, sends what is due, removes what is old. Any number of instances may;
 * whatever one of them leaves unfinished another one takes up.
 */
@Singleton
class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final Store store;
    private final Seal seal;
    private final Collector collector;
    private final Sender sender;
    private final Tidying tidying;

    /** A round that takes long is not overtaken by the next; what is due is sent all the same. */
    private final AtomicBoolean busy = new AtomicBoolean();

    Rounds(Store store, Seal seal, Collector collector, Sender sender, Tidying tidying) {
        this.store = store;
        this.seal = seal;
        this.collector = collector;
        this.sender = sender;
        this.tidying = tidying;
    }

    void begin(@Observes StartupEvent started, Vertx vertx, WebhookSettings settings) {
        if (!store.isWanted()) {
            return;
        }
        if (!seal.isThere()) {
            LOG.warn("provincelink.gateway.webhooks.key is not set: there are no webhooks");
            return;
        }
        vertx.setPeriodic(settings.pause().toMillis(), tick -> {
            if (store.isOpen()) {
                sender.wake();
                alone(vertx, () -> {
                    tidying.tidy();
                    if (collector.collect()) {
                        sender.wake();
                    }
                });
            }
        });
    }

    private void alone(Vertx vertx, Runnable round) {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        vertx.executeBlocking(
                        () -> {
                            round.run();
                            return true;
                        },
                        false)
                .onFailure(thrown -> {
                    if (!(thrown instanceof ProblemException)) {
                        LOG.error("a round of the webhooks ended early", thrown);
                    }
                })
                .onComplete(ended -> busy.set(false));
    }
}
