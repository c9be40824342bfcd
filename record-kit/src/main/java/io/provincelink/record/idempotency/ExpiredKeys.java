package io.provincelink.record.idempotency;

import io.provincelink.kit.time.Today;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Forgets answers whose time is over, at most once an hour and instance, on the way of a write that comes along anyway. */
@Singleton
public class ExpiredKeys {

    private static final Duration PAUSE = Duration.ofHours(1);

    private final EntityManager entities;
    private final Today today;
    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);

    public ExpiredKeys(EntityManager entities, Today today) {
        this.entities = entities;
        this.today = today;
    }

    void forget() {
        Instant now = today.now();
        Instant before = last.get();
        if (before.plus(PAUSE).isBefore(now) && last.compareAndSet(before, now)) {
            entities.createNativeQuery("delete from idempotency_key where at < :expired")
                    .setParameter("expired", Timestamp.from(now.minus(Idempotency.KEPT)))
                    .executeUpdate();
        }
    }
}
