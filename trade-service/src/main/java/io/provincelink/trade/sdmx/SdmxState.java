package io.provincelink.trade.sdmx;

import io.provincelink.kit.caller.Caller;
import io.provincelink.record.RecordStore;
import io.provincelink.record.ScopedRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.hibernate.Session;

/** Where the records stand: one row of the change log, which everything that is written writes. It says nothing that not everybody may know. */
@Singleton
public class SdmxState implements ScopedRepository {

    private static final String PRESENT = """
            select h.seq, (select c.at from change c where c.seq = h.seq) from change_head h
            """;

    private final RecordStore store;

    public SdmxState(RecordStore store) {
        this.store = store;
    }

    /** Ask it before the data: an answer may then tell of more than its tag says, and never of less. */
    public Sdmx.State present(Caller caller) {
        Object[] row = store.entities()
                .unwrap(Session.class)
                .createNativeQuery(PRESENT, Object[].class)
                .getSingleResult();
        return new Sdmx.State(((Number) row[0]).longValue(), row[1] == null ? Instant.EPOCH : (Instant) row[1]);
    }
}
