package io.provincelink.exchanges.delegation.member;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Ids of keys that are to be deleted, noted with what no longer needs them, so that none is forgotten. They say nothing of anybody. */
@Singleton
public class DroppedKeys implements ScopedRepository {

    private static final int AT_ONCE = 5_000;

    private final RecordStore store;

    public DroppedKeys(RecordStore store) {
        this.store = store;
    }

    /** Within the transaction that drops what they open. */
    void note(Caller caller, Collection<UUID> keys) {
        Objects.requireNonNull(caller);
        store.entities()
                .createNativeQuery("insert into dropped_key (id) select unnest(:keys) on conflict do nothing")
                .setParameter("keys", keys.toArray(UUID[]::new))
                .executeUpdate();
    }

    List<UUID> all(Caller operator) {
        Objects.requireNonNull(operator);
        return QuarkusTransaction.requiringNew().call(() -> store
                .entities()
                .createNativeQuery("select id from dropped_key limit :most", UUID.class)
                .setParameter("most", AT_ONCE)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .toList());
    }

    void done(Caller operator, Collection<UUID> keys) {
        Objects.requireNonNull(operator);
        QuarkusTransaction.requiringNew().run(() -> store.entities()
                .createNativeQuery("delete from dropped_key where id = any (:keys)")
                .setParameter("keys", keys.toArray(UUID[]::new))
                .executeUpdate());
    }
}
