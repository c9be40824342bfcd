package io.provincelink.trade.figure;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The numbers of writes of trade figures, and since when what they wrote is known. Everybody may know them. */
@Singleton
public class Revisions implements ScopedRepository {

    private static final String BEGIN = "insert into trade_revision (at, by_region, by_body, load)"
            + " values (:at, :region, :body, :load) returning number";

    private final RecordStore store;

    public Revisions(RecordStore store) {
        this.store = store;
    }

    /**
     * A new number, for a write that its own transaction ends with {@link #close}.
     *
     * @param load null for a figure that comes by itself
     */
    public int begin(Caller caller, @Nullable UUID load) {
        return session()
                .createNativeQuery(BEGIN, Integer.class)
                .setParameter("at", store.now())
                .setParameter(
                        "region", caller.unit() == null ? "" : caller.unit().code())
                .setParameter("body", caller.body(), String.class)
                .setParameter("load", load, UUID.class)
                .getSingleResult();
    }

    /**
     * Says since when the write is known. On the way into the commit, and in the order of commits: whoever has read what was known at a
     * moment, or all that came after it, never finds more of it later.
     */
    public Instant close(Caller caller, int number) {
        store.changes().waitForEarlier();
        Instant known = store.now();
        session()
                .createNativeMutationQuery("update trade_revision set at = :at where number = :number")
                .setParameter("at", known)
                .setParameter("number", number)
                .executeUpdate();
        return known;
    }

    private Session session() {
        return store.entities().unwrap(Session.class);
    }
}
