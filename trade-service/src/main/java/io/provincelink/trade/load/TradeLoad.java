package io.provincelink.trade.load;

import io.provincelink.record.change.Logged;
import io.provincelink.trade.load.merge.LoadStep;
import io.provincelink.trade.load.merge.Manifest;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A file of trade figures of one reporter, from its first byte to its end: wholly in, or not at all. */
@Entity
public class TradeLoad implements Logged {

    @Id
    private UUID id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private LoadStatus status;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private LoadPhase phase;

    @Enumerated(EnumType.STRING)
    private @Nullable LoadFailure failure;

    @Column(nullable = false, updatable = false)
    private boolean dryRun;

    private @Nullable String reporter;

    @Column(nullable = false)
    private List<String> readers;

    @Column(nullable = false, updatable = false)
    private String byRegion;

    @Column(updatable = false)
    private @Nullable String byBody;

    @Column(nullable = false, updatable = false)
    private List<String> byRoles;

    @Column(updatable = false)
    private @Nullable Long bytesExpected;

    @Column(nullable = false)
    private long bytes;

    @Column(nullable = false)
    private long rows;

    private @Nullable String digest;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Manifest manifest;

    private @Nullable Long place;

    @Column(nullable = false)
    private short percent;

    private @Nullable Long added;

    private @Nullable Long revised;

    private @Nullable Long unchanged;

    private @Nullable Long withdrawn;

    @Column(nullable = false)
    private long errors;

    private @Nullable Integer revision;

    @Column(nullable = false)
    private short attempts;

    @Column(nullable = false, updatable = false)
    private Instant startedAt;

    private @Nullable Instant receivedAt;

    private @Nullable Instant finishedAt;

    @SuppressWarnings("NullAway.Init")
    protected TradeLoad() {}

    TradeLoad(Beginning beginning) {
        this.id = beginning.id();
        this.status = LoadStatus.RUNNING;
        this.phase = LoadPhase.RECEIVING;
        this.dryRun = beginning.dryRun();
        this.readers = List.copyOf(beginning.readers());
        this.byRegion = beginning.loader().region();
        this.byBody = beginning.loader().body();
        this.byRoles = List.copyOf(beginning.loader().roles());
        this.bytesExpected = beginning.bytesExpected();
        this.startedAt = beginning.at();
    }

    /** Who sends it. */
    record Loader(String region, @Nullable String body, Set<String> roles) {}

    /**
     * What is known before the first byte.
     *
     * @param readers keys of the loader's side
     */
    record Beginning(
            UUID id,
            boolean dryRun,
            Loader loader,
            Collection<String> readers,
            @Nullable Long bytesExpected,
            Instant at) {}

    /**
     * What is known after the last byte.
     *
     * @param digest SHA-256 of the bytes
     */
    record Receipt(long bytes, long rows, String digest) {}

    /** How many figures a load added, revised, left as they are and withdrew. */
    record Counts(long added, long revised, long unchanged, long withdrawn) {

        boolean changesNothing() {
            return added + revised + withdrawn == 0;
        }
    }

    boolean isRunning() {
        return status == LoadStatus.RUNNING;
    }

    /** Whether its file is still on the way: until then nobody but its receiver has to do with it. */
    boolean isArriving() {
        return isRunning() && phase == LoadPhase.RECEIVING;
    }

    /** The first valid row has told whose figures it has. */
    void isOf(String reporterCode, Collection<String> guardians) {
        reporter = reporterCode;
        Set<String> all = new LinkedHashSet<>(readers);
        all.addAll(guardians);
        readers = new ArrayList<>(all);
    }

    /** The file is received as a whole; from here on any instance can finish the load. */
    void received(Receipt receipt, Manifest seen, long turn, Instant at) {
        note(receipt);
        manifest = seen;
        place = turn;
        phase = LoadPhase.WAITING;
        percent = (short) LoadStep.RECEIVED.percent();
        receivedAt = at;
    }

    /** The file is received as a whole, and can go no further. */
    void refused(Receipt receipt, long rowErrors, Instant at) {
        note(receipt);
        receivedAt = at;
        failed(rowErrors, at);
    }

    private void note(Receipt receipt) {
        note(receipt.bytes(), receipt.rows());
        digest = receipt.digest();
    }

    /** How much of it has come. */
    void note(long bytesCome, long rowsRead) {
        bytes = bytesCome;
        rows = rowsRead;
    }

    void failed(long rowErrors, Instant at) {
        errors = rowErrors;
        failed(LoadFailure.ROW_ERRORS, at);
    }

    void failed(LoadFailure why, Instant at) {
        failure = why;
        end(LoadStatus.FAILED, at);
    }

    void cancel(Instant at) {
        end(LoadStatus.CANCELLED, at);
    }

    /** @param newRevision null where nothing has changed, and of a dry run */
    void done(Counts counts, @Nullable Integer newRevision, Instant at) {
        added = counts.added();
        revised = counts.revised();
        unchanged = counts.unchanged();
        withdrawn = counts.withdrawn();
        revision = newRevision;
        percent = (short) LoadStep.DONE.percent();
        end(LoadStatus.DONE, at);
    }

    /** One attempt to take it over has ended with a fault. */
    void attempted(int most, Instant at) {
        attempts++;
        if (attempts >= most) {
            failed(LoadFailure.INTERNAL, at);
        }
    }

    private void end(LoadStatus how, Instant at) {
        if (!isRunning()) {
            throw new IllegalStateException(status + " cannot become " + how);
        }
        status = how;
        finishedAt = at;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    LoadStatus status() {
        return status;
    }

    LoadPhase phase() {
        return phase;
    }

    @Nullable
    LoadFailure failure() {
        return failure;
    }

    boolean isDryRun() {
        return dryRun;
    }

    @Nullable
    String reporter() {
        return reporter;
    }

    Loader loader() {
        return new Loader(byRegion, byBody, Set.copyOf(byRoles));
    }

    @Nullable
    Long bytesExpected() {
        return bytesExpected;
    }

    long bytes() {
        return bytes;
    }

    long rows() {
        return rows;
    }

    @Nullable
    String digest() {
        return digest;
    }

    /** Of a load that was received. */
    Manifest manifest() {
        if (manifest == null) {
            throw new IllegalStateException("not received: " + id);
        }
        return manifest;
    }

    /** How far it is, from 0 to 100; null while a file of unknown length arrives. */
    @Nullable
    Integer percent() {
        if (phase != LoadPhase.RECEIVING || status == LoadStatus.DONE) {
            return (int) percent;
        }
        return bytesExpected == null || bytesExpected == 0
                ? null
                : Integer.valueOf((int) (bytes * LoadStep.RECEIVED.percent() / bytesExpected));
    }

    /** Null until it is done. */
    @Nullable
    Counts counts() {
        return added == null || revised == null || unchanged == null || withdrawn == null
                ? null
                : new Counts(added, revised, unchanged, withdrawn);
    }

    long errors() {
        return errors;
    }

    @Nullable
    Integer revision() {
        return revision;
    }

    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant receivedAt() {
        return receivedAt;
    }

    @Nullable
    Instant finishedAt() {
        return finishedAt;
    }
}
