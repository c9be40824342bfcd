package io.provincelink.gateway.audit;

import io.provincelink.gateway.store.Store;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.time.Today;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Writes what waits, some at a time, and removes what has been kept long enough. */
@Singleton
class AuditWriter {

    private static final Logger LOG = Logger.getLogger(AuditWriter.class);

    private static final int BATCH = 500;
    private static final Duration BETWEEN_TIDYINGS = Duration.ofHours(1);

    private final Store store;
    private final Audit audit;
    private final AuditQueue queue;
    private final AuditEntries entries;
    private final AuditSettings settings;
    private final Today today;

    /** A round that takes long is not overtaken by the next. */
    private final AtomicBoolean busy = new AtomicBoolean();

    private Instant tidied = Instant.EPOCH;

    AuditWriter(Store store, Audit audit, AuditQueue queue, AuditEntries entries, Today today, AuditSettings settings) {
        this.store = store;
        this.audit = audit;
        this.queue = queue;
        this.entries = entries;
        this.today = today;
        this.settings = settings;
    }

    void begin(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(settings.together().toMillis(), tick -> audit.endOfRepeats());
        if (store.isWanted()) {
            vertx.setPeriodic(settings.pause().toMillis(), tick -> {
                if (store.isOpen() && busy.compareAndSet(false, true)) {
                    vertx.executeBlocking(this::round, false).onComplete(ended -> busy.set(false));
                }
            });
        }
    }

    /** Before the database is closed. */
    void end(@Observes @Priority(1) ShutdownEvent stopping) {
        audit.endOfRepeats();
        if (store.isOpen()) {
            round();
        }
    }

    private boolean round() {
        try {
            writeAll();
            tidy();
            return true;
        } catch (ProblemException away) {
            // the store has said so; what waits stays
            return false;
        } catch (RuntimeException unforeseen) {
            LOG.error("audit entries are not written", unforeseen);
            return false;
        }
    }

    private synchronized void writeAll() {
        List<AuditEntry> batch = queue.oldest(BATCH);
        while (!batch.isEmpty()) {
            write(batch);
            queue.written(batch.size());
            batch = queue.oldest(BATCH);
        }
    }

    /** One that the database does not take must not keep all others out. */
    private void write(List<AuditEntry> batch) {
        try {
            store.transaction(connection -> entries.add(connection, batch));
        } catch (IllegalStateException notTaken) {
            if (batch.size() == 1) {
                LOG.error("an audit entry cannot be kept and is in the log alone", notTaken);
                queue.lose();
            } else {
                batch.forEach(one -> write(List.of(one)));
            }
        }
    }

    private void tidy() {
        Instant now = today.now();
        if (now.isBefore(tidied.plus(BETWEEN_TIDYINGS))) {
            return;
        }
        while (store.transaction(connection -> entries.removeBefore(connection, now.minus(settings.keep()))) > 0) {
            // some at a time, so that nobody waits for long
        }
        tidied = now;
    }
}
