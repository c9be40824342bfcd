package io.provincelink.record.deadline;

import io.agroal.api.AgroalPoolInterceptor;
import io.provincelink.kit.http.TimeLeft;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Cancels what a request has running in the database once its time is over ({@link TimeLeft}) or the gateway has hung up: a question
 * that nobody waits for must not keep those who come after it waiting. Costs no round trip as long as all is well.
 */
@Singleton
public class Deadlines implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(Deadlines.class);

    /** Before anything that could ask the database. */
    private static final int FIRST = Integer.MIN_VALUE + 1;

    private static final String WAITED = "provincelink.waited";

    private final Vertx vertx;

    /** Who has which connection: it may be given back on another thread than it was taken on. */
    private final Map<PGConnection, Waited> taken = new ConcurrentHashMap<>();

    Deadlines(Vertx vertx) {
        this.vertx = vertx;
    }

    void mount(@Observes Router router) {
        router.route().order(FIRST).handler(this::watch);
    }

    private void watch(RoutingContext context) {
        long millis = millis(context.request().getHeader(TimeLeft.HEADER));
        if (millis > 0) {
            Waited waited = new Waited();
            context.put(WAITED, waited);
            Countdown countdown = new Countdown(context.request(), millis, waited);
            // from then on its reader takes the time that he takes
            context.addHeadersEndHandler(head -> countdown.stop());
            context.addEndHandler(end -> {
                countdown.stop();
                if (end.succeeded()) {
                    waited.answered();
                } else {
                    giveUp(waited);
                }
            });
        }
        context.next();
    }

    /** Runs from the end of a request to the head of its answer. */
    private final class Countdown {

        private final HttpServerRequest request;
        private final boolean hasBody;
        private final long millis;
        private final Waited waited;
        private long timer;
        private boolean stopped;

        private Countdown(HttpServerRequest request, long millis, Waited waited) {
            this.request = request;
            // what has no body is not seen to end where nobody reads it
            this.hasBody = request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                    || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
            this.millis = millis;
            this.waited = waited;
            begin();
        }

        private void begin() {
            timer = vertx.setTimer(millis, late -> {
                if (stopped) {
                    return;
                }
                if (!hasBody || request.isEnded()) {
                    giveUp(waited);
                } else {
                    // a file comes as slowly as its sender's network is; that is not the service's time
                    begin();
                }
            });
        }

        private void stop() {
            stopped = true;
            vertx.cancelTimer(timer);
        }
    }

    private void giveUp(Waited waited) {
        // not in order: before it in the line is the very request that is given up
        vertx.executeBlocking(
                        () -> {
                            waited.giveUp();
                            return null;
                        },
                        false)
                .onFailure(thrown -> LOG.warnf("not given up: %s", thrown));
    }

    /** Only the gateway says it; what is not a number is nobody's deadline. */
    private static long millis(@Nullable String told) {
        try {
            return told == null ? 0 : Long.parseLong(told);
        } catch (NumberFormatException nonsense) {
            return 0;
        }
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        Waited waited = current();
        if (waited != null) {
            PGConnection raw = raw(connection);
            taken.put(raw, waited);
            waited.takes(raw);
        }
    }

    /** One that broke is not given back. */
    @Override
    public void onConnectionDestroy(Connection connection) {
        onConnectionReturn(connection);
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        PGConnection raw = raw(connection);
        Waited waited = taken.remove(raw);
        if (waited != null) {
            waited.returns(raw);
        }
    }

    /** What the pool hands to its interceptors is another wrapper each time, and of no use after that. */
    private static PGConnection raw(Connection connection) {
        try {
            return connection.unwrap(PGConnection.class);
        } catch (SQLException notPostgres) {
            throw new IllegalStateException(notPostgres);
        }
    }

    private static @Nullable Waited current() {
        if (!Arc.container().requestContext().isActive()) {
            return null;
        }
        RoutingContext request =
                Arc.container().select(CurrentVertxRequest.class).get().getCurrent();
        return request == null ? null : request.get(WAITED);
    }
}
