package io.provincelink.trade.load;

import io.provincelink.trade.load.file.RowErrors;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A load as its reporter's side gets it.
 *
 * @param phase of a running load
 * @param failure of a failed load
 * @param reporter absent until the first valid row has told it
 * @param bytesExpected as Content-Length said
 * @param digest SHA-256 of the file, once it is received
 * @param percent how far it is; absent while a file of unknown length arrives
 * @param counts once it is done; of a dry run what it would have done
 * @param errors how many errors its rows have
 * @param errorsNotKept how many of them GET /trade-loads/{id}/errors does not list
 * @param revision of the figures that it changed; absent where it changed none
 */
public record TradeLoadView(
        UUID id,
        LoadStatus status,
        @Nullable LoadPhase phase,
        @Nullable LoadFailure failure,
        boolean dryRun,
        @Nullable String reporter,
        Loader loadedBy,
        @Nullable Long bytesExpected,
        long bytes,
        long rows,
        @Nullable String digest,
        @Nullable Integer percent,
        @Nullable Counts counts,
        long errors,
        long errorsNotKept,
        @Nullable Integer revision,
        Instant startedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant finishedAt) {

    /** Who sent it. */
    public record Loader(String region, @Nullable String body) {}

    /** How many figures it added, revised, left as they are and withdrew. */
    public record Counts(long added, long revised, long unchanged, long withdrawn) {}

    static TradeLoadView of(TradeLoad load) {
        TradeLoad.Counts counts = load.counts();
        return new TradeLoadView(
                load.id(),
                load.status(),
                load.isRunning() ? load.phase() : null,
                load.failure(),
                load.isDryRun(),
                load.reporter(),
                new Loader(load.loader().region(), load.loader().body()),
                load.bytesExpected(),
                load.bytes(),
                load.rows(),
                load.digest(),
                load.percent(),
                counts == null
                        ? null
                        : new Counts(counts.added(), counts.revised(), counts.unchanged(), counts.withdrawn()),
                load.errors(),
                Math.max(0, load.errors() - RowErrors.KEPT),
                load.revision(),
                load.startedAt(),
                load.receivedAt(),
                load.finishedAt());
    }
}
