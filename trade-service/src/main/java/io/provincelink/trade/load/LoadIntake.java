package io.provincelink.trade.load;

import io.provincelink.kit.caller.Caller;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.region.Region;
import io.provincelink.record.RecordStore;
import io.provincelink.record.idempotency.Answer;
import io.provincelink.record.idempotency.Idempotency;
import io.provincelink.trade.load.file.RowErrors;
import io.provincelink.trade.load.merge.LoadMerge;
import io.provincelink.trade.load.merge.Manifest;
import io.provincelink.trade.load.merge.StagedRows;
import io.provincelink.trade.statistic.MonthRange;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Receives a file: its rows are read, judged and sent to their table while it arrives, in one transaction. Beside that the load itself is
 * there from the first byte, for whoever wants to know how far it is or to cancel it. What is acknowledged has been committed; what is
 * refused as a whole leaves nothing behind.
 *
 * <p>With an Idempotency-Key the file must come again as a whole: only then it shows whether it is the same one.
 */
@RequestScoped
class LoadIntake {

    private static final String ADDRESS = "/api/v1/trade-loads/";

    private final CurrentCaller current;
    private final Stores stores;
    private final RowReaders readers;
    private final Reception reception;
    private final Idempotency idempotency;

    LoadIntake(CurrentCaller current, Stores stores, RowReaders readers, Reception reception, Idempotency idempotency) {
        this.current = current;
        this.stores = stores;
        this.readers = readers;
        this.reception = reception;
        this.idempotency = idempotency;
    }

    /**
     * What a client sends.
     *
     * @param type as Content-Type says; null where it says nothing
     * @param length as Content-Length says; -1 where it says nothing
     */
    record Parcel(LoadParameters parameters, @Nullable MediaType type, long length, InputStream body) {}

    /**
     * @throws ProblemException when nothing of it is taken: 400 for what cannot be read at all, 403 for the figures of another side, 409
     *     when it was cancelled, 413, 422 when the key came with another file
     */
    RestResponse<TradeLoadView> receive(Parcel parcel) {
        Caller caller = current.get();
        if (caller.unit() == null) {
            throw ProblemException.of(CommonProblem.NOT_YOUR_PARTY, "?");
        }
        reception.requireFits(parcel.length());
        RowReader reader = readers.of(caller, parcel.parameters(), parcel.type());
        try (Reception.Seat seat = reception.seat()) {
            UUID id = RecordStore.idOr(null);
            QuarkusTransaction.requiringNew().run(() -> begin(caller, id, parcel));
            RestResponse<TradeLoadView> answer =
                    receive(new Arrival(caller, id, parcel, reader, reception.body(parcel.body())));
            reception.over();
            return answer;
        }
    }

    /** A file on its way in. */
    private record Arrival(Caller caller, UUID id, Parcel parcel, RowReader reader, LoadBody body) {}

    private void begin(Caller caller, UUID id, Parcel parcel) {
        var loader = new TradeLoad.Loader(caller.unit().code(), caller.body(), caller.roles());
        stores.loads()
                .add(
                        caller,
                        new TradeLoad(new TradeLoad.Beginning(
                                id,
                                parcel.parameters().dryRun,
                                loader,
                                caller.regions().guardians(caller.unit()),
                                parcel.length() < 0 ? null : parcel.length(),
                                stores.today().now())));
    }

    private RestResponse<TradeLoadView> receive(Arrival arrival) {
        RowErrors errors = new RowErrors();
        try (LoadsAtWork.AtWork open =
                reception.watch(arrival.caller(), arrival.id(), arrival.body(), arrival.reader())) {
            try {
                return reception.call(() -> takeIn(arrival, errors));
            } catch (LoadMerge.RowsRefused refused) {
                return reception.call(() -> refuse(arrival, errors));
            }
        } catch (Replayed same) {
            forget(arrival);
            return same.answer();
        } catch (ProblemException refused) {
            forget(arrival);
            throw refused;
        } catch (LoadBody.Cancelled stopped) {
            throw cancelled(arrival);
        } catch (LoadBody.BrokenOff gone) {
            fail(arrival, LoadFailure.BROKEN_OFF);
            throw ProblemException.of(LoadProblem.LOAD_BROKEN_OFF);
        } catch (RuntimeException | Error fault) {
            fail(arrival, LoadFailure.INTERNAL);
            throw fault;
        }
    }

    private RestResponse<TradeLoadView> takeIn(Arrival arrival, RowErrors errors) {
        Caller caller = arrival.caller();
        StagedRows rows = stores.staging()
                .fill(caller, arrival.id(), errors, target -> arrival.reader().read(arrival.body(), target, errors));
        if (!errors.isEmpty()) {
            throw new LoadMerge.RowsRefused(errors);
        }
        if (rows.rows() == 0) {
            throw ProblemException.of(LoadProblem.LOAD_EMPTY);
        }
        Manifest manifest = rows.manifest();
        String reporter = Objects.requireNonNull(arrival.reader().reporter()).code();
        manifest.periods().forEach(period -> caller.requireActsFor(reporter, new MonthRange(period, 1).firstDay()));
        return once(arrival, digest -> {
            TradeLoad load = running(arrival);
            load.received(
                    new TradeLoad.Receipt(arrival.body().bytes(), rows.rows(), digest),
                    manifest,
                    stores.loads().nextPlace(caller, reporter),
                    stores.today().now());
            return load;
        });
    }

    private RestResponse<TradeLoadView> refuse(Arrival arrival, RowErrors errors) {
        return once(arrival, digest -> {
            TradeLoad load = running(arrival);
            stores.errors().keep(arrival.caller(), arrival.id(), errors.first());
            load.refused(
                    new TradeLoad.Receipt(
                            arrival.body().bytes(), arrival.reader().rows(), digest),
                    errors.count(),
                    stores.today().now());
            return load;
        });
    }

    /** What becomes of a file that has come as a whole, given its digest. */
    private interface Ending {
        TradeLoad of(String digest);
    }

    private RestResponse<TradeLoadView> once(Arrival arrival, Ending ending) {
        String digest = arrival.body().digest();
        String type = String.valueOf(arrival.parcel().type());
        boolean[] ended = {false};
        Supplier<Answer<TradeLoadView>> write = () -> {
            ended[0] = true;
            TradeLoadView view = TradeLoadView.of(ending.of(digest));
            return new Answer<>(202, Map.of(HttpHeaders.LOCATION, ADDRESS + arrival.id()), view);
        };
        RestResponse<TradeLoadView> answer =
                idempotency.once(arrival.caller(), List.of(type, digest), TradeLoadView.class, write);
        if (!ended[0]) {
            throw new Replayed(answer);
        }
        return answer;
    }

    /** The load, which knows whose figures it has if any row was right. */
    private TradeLoad running(Arrival arrival) {
        TradeLoad load = stores.loads()
                .lock(arrival.caller(), arrival.id())
                .filter(TradeLoad::isRunning)
                .orElseThrow(LoadBody.Cancelled::new);
        Region reporter = arrival.reader().reporter();
        if (reporter != null) {
            load.isOf(reporter.code(), arrival.caller().regions().guardians(reporter));
        }
        return load;
    }

    private void forget(Arrival arrival) {
        QuarkusTransaction.requiringNew().run(() -> stores.loads().forget(arrival.caller(), arrival.id()));
    }

    /** Not what has arrived: it may be that only the answer to its commit was lost, and the load goes on. */
    private void fail(Arrival arrival, LoadFailure why) {
        QuarkusTransaction.requiringNew().run(() -> stores.loads()
                .lock(arrival.caller(), arrival.id())
                .filter(TradeLoad::isArriving)
                .ifPresent(load -> {
                    load.note(arrival.body().bytes(), arrival.reader().rows());
                    load.failed(why, stores.today().now());
                }));
    }

    private static ProblemException cancelled(Arrival arrival) {
        return ProblemException.of(LoadProblem.LOAD_CANCELLED).with(HttpHeaders.LOCATION, ADDRESS + arrival.id());
    }

    /** The same file came under the same key before; this one is not taken a second time. */
    private static final class Replayed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient RestResponse<TradeLoadView> answer;

        Replayed(RestResponse<TradeLoadView> answer) {
            super("replayed", null, false, false);
            this.answer = answer;
        }

        RestResponse<TradeLoadView> answer() {
            return answer;
        }
    }
}
