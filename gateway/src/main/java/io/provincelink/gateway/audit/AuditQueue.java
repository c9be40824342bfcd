package io.provincelink.gateway.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.provincelink.gateway.store.Store;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jboss.logging.Logger;

/** Entries that are not written yet. No request waits for them; what has no room is counted, and in the log alone. */
@Singleton
public class AuditQueue {

    private static final Logger LOG = Logger.getLogger(AuditQueue.class);

    private final Store store;
    private final int most;
    private final Counter lost;
    private final Deque<AuditEntry> entries = new ArrayDeque<>();

    /** Whether the last one that came found no room. */
    private boolean full;

    public AuditQueue(Store store, AuditSettings settings, MeterRegistry metrics) {
        this.store = store;
        this.most = settings.waiting();
        this.lost = Counter.builder("provincelink.gateway.audit.lost")
                .description("Audit entries that are in the log alone, for want of a database")
                .register(metrics);
        Gauge.builder("provincelink.gateway.audit.waiting", this, AuditQueue::size)
                .description("Audit entries that are not written yet")
                .register(metrics);
    }

    /** Where no database is to be, the log is all there is. */
    synchronized void add(AuditEntry entry) {
        if (!store.isWanted()) {
            return;
        }
        if (entries.size() < most) {
            entries.addLast(entry);
            return;
        }
        lose();
        if (!full) {
            full = true;
            LOG.errorf("%d audit entries wait for the database: those that come now are in the log alone", most);
        }
    }

    /** Counts one that is in the log alone. */
    void lose() {
        lost.increment();
    }

    /** The oldest ones; they stay until they are {@link #written}. */
    synchronized List<AuditEntry> oldest(int count) {
        List<AuditEntry> taken = new ArrayList<>(Math.min(count, entries.size()));
        for (AuditEntry entry : entries) {
            if (taken.size() == count) {
                break;
            }
            taken.add(entry);
        }
        return taken;
    }

    synchronized void written(int count) {
        for (int i = 0; i < count; i++) {
            entries.removeFirst();
        }
        full = false;
    }

    public synchronized int size() {
        return entries.size();
    }

    /** Whether entries are being lost. */
    public synchronized boolean isFull() {
        return full;
    }

    /** How many were lost since the start. */
    public long lost() {
        return (long) lost.count();
    }
}
