package io.provincelink.trade.load;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/** How files are received at this instance: how many at a time, how large, for how long, and watched while they come. */
@Singleton
class Reception {

    private static final int RETRY_AFTER_SECONDS = 30;

    private final TradeLoads loads;
    private final LoadsAtWork atWork;
    private final LoadSettings settings;
    private final Semaphore seats;

    Reception(TradeLoads loads, LoadsAtWork atWork, LoadSettings settings) {
        this.loads = loads;
        this.atWork = atWork;
        this.settings = settings;
        this.seats = new Semaphore(settings.receivedAtOnce());
    }

    /** A place for one file. */
    interface Seat extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws ProblemException 503 when all are taken; before a byte of the file is read */
    Seat seat() {
        if (!seats.tryAcquire()) {
            throw ProblemException.of(LoadProblem.LOADS_BUSY, RETRY_AFTER_SECONDS)
                    .with(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER_SECONDS));
        }
        return seats::release;
    }

    LoadBody body(InputStream body) {
        return new LoadBody(body, settings.limit().asLongValue());
    }

    /** Lets whoever asks know how far the file is; stops it when the load was cancelled. */
    LoadsAtWork.AtWork watch(Caller caller, UUID load, LoadBody body, RowReader reader) {
        return atWork.begin(load, new LoadsAtWork.Work() {
            @Override
            public boolean report() {
                return loads.progress(caller, load, body.bytes(), reader.rows());
            }

            @Override
            public void stop() {
                body.cancel();
            }
        });
    }

    /** Within a transaction that may last as long as a file takes. */
    <T> T call(Callable<T> receiving) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) settings.receiving().toSeconds())
                .call(receiving);
    }
}
