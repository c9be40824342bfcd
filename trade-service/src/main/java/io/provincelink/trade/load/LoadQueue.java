package io.provincelink.trade.load;

import io.provincelink.kit.caller.Caller;
import io.provincelink.trade.load.merge.Staging;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sees to it that every received load comes to its end, whichever instance received it: looks for waiting ones now and then, and at once
 * when this instance has received one. One load at a time; of several instances each takes another one.
 */
@Singleton
class LoadQueue {

    private static final Logger LOG = Logger.getLogger(LoadQueue.class);

    /** In milliseconds; a statement that was stopped ends within moments. */
    private static final long LONGEST_END = 3_000;

    private final TradeLoads loads;
    private final Staging staging;
    private final Takeover takeover;
    private final LoadSettings settings;
    private final Caller service;
    private final Semaphore woken = new Semaphore(0);
    private final Thread worker = new Thread(this::work, "loads-merge");
    private volatile boolean stopping;

    LoadQueue(TradeLoads loads, Staging staging, Takeover takeover, LoadSettings settings, LoadCallers callers) {
        this.loads = loads;
        this.staging = staging;
        this.takeover = takeover;
        this.settings = settings;
        this.service = callers.nobody();
    }

    void start(@Observes StartupEvent started) {
        worker.setDaemon(true);
        worker.start();
    }

    /** What is being merged is stopped by {@link LoadsAtWork}; another instance, or the next start, takes it up. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake();
        worker.join(LONGEST_END);
    }

    /** Something waits. */
    void wake() {
        woken.release();
    }

    private void work() {
        while (!stopping) {
            try {
                woken.tryAcquire(settings.pause().toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
                if (!stopping) {
                    tidy();
                    takeAll();
                }
            } catch (InterruptedException ended) {
                return;
            } catch (RuntimeException notNow) {
                // the database is away; what waits is still there when it is back
                LOG.debug("loads are not looked for", notNow);
            } catch (Error shortOfSomething) {
                // nobody would start this thread again, and loads would wait for the next start
                LOG.error("taking loads over was broken off", shortOfSomething);
            }
        }
    }

    private void tidy() {
        QuarkusTransaction.requiringNew().run(() -> {
            loads.failAbandoned(service, settings.silence());
            staging.dropLeft(service);
        });
    }

    /** Also those that become the first of their reporter meanwhile. */
    private void takeAll() {
        boolean again = true;
        while (again && !stopping) {
            again = false;
            for (UUID load : QuarkusTransaction.requiringNew().call(() -> loads.waiting(service))) {
                again |= !stopping && takeover.take(load);
            }
        }
    }
}
