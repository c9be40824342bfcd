package io.provincelink.trade.load;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The loads that this instance receives or merges. Once a second each says how far it is, from a thread of its own, so that a slow client
 * or a long statement does not look like a dead instance; and hears whether it has been cancelled.
 */
@Singleton
class LoadsAtWork {

    private static final Logger LOG = Logger.getLogger(LoadsAtWork.class);

    private final LoadSettings settings;
    private final Map<UUID, Work> works = new ConcurrentHashMap<>();
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "loads-beat");
        thread.setDaemon(true);
        return thread;
    });

    LoadsAtWork(LoadSettings settings) {
        this.settings = settings;
    }

    /** What an instance does with a load. */
    interface Work {
        /**
         * Says how far it is, in a transaction that is there.
         *
         * @return false when the load does not run any more
         */
        boolean report();

        /** Gives it up, soon. */
        void stop();
    }

    void start(@Observes StartupEvent started) {
        long pause = settings.beat().toMillis();
        beat.scheduleWithFixedDelay(
                () -> works.values().forEach(LoadsAtWork::report), pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        beat.shutdownNow();
        works.values().forEach(Work::stop);
    }

    /** @return to be closed when the work is over */
    AtWork begin(UUID load, Work work) {
        works.put(load, work);
        return () -> works.remove(load, work);
    }

    /** While it is open the work is watched. */
    interface AtWork extends AutoCloseable {
        @Override
        void close();
    }

    private static void report(Work work) {
        try {
            if (!QuarkusTransaction.requiringNew().call(work::report)) {
                work.stop();
            }
        } catch (RuntimeException notNow) {
            // a database that is away ends the work by itself; the next beat tries again
            LOG.debug("progress of a load was not noted", notNow);
        } catch (Error shortOfSomething) {
            // the executor would never call again
            LOG.error("progress of a load was not noted", shortOfSomething);
        }
    }
}
