package io.provincelink.record;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.provincelink.kit.time.Today;
import io.provincelink.record.audit.ReadAudit;
import io.provincelink.record.change.ChangeLog;
import io.provincelink.record.change.Changes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the repositories need: the database, the change log, the clock and new ids. Only a {@link ScopedRepository} may use it. */
@Singleton
public class RecordStore {

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final EntityManager entities;
    private final ChangeLog changes;
    private final Changes history;
    private final Today today;
    private final ReadAudit readings;

    public RecordStore(EntityManager entities, ChangeLog changes, Changes history, Today today, ReadAudit readings) {
        this.entities = entities;
        this.changes = changes;
        this.history = history;
        this.today = today;
        this.readings = readings;
    }

    /** The id that the client gave, else a new UUIDv7. */
    public static UUID idOr(@Nullable UUID given) {
        return given == null ? IDS.generate() : given;
    }

    public EntityManager entities() {
        return entities;
    }

    public ChangeLog changes() {
        return changes;
    }

    /** The change log's read side. */
    public Changes history() {
        return history;
    }

    public Instant now() {
        return today.now();
    }

    public ReadAudit readings() {
        return readings;
    }
}
