package io.provincelink.gateway.upstream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.Guard;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/** Lets as much through to each service as it can do, and nothing for a while to one that fails. */
@Singleton
public class Admission {

    private static final Logger LOG = Logger.getLogger(Admission.class);

    /** What counts against which limit. */
    public enum Kind {
        REQUEST,
        UPLOAD
    }

    private final Map<Upstream, Lane> lanes = new EnumMap<>(Upstream.class);

    public Admission(Vertx vertx, Services services, GatewaySettings settings, MeterRegistry metrics) {
        for (Upstream service : Upstream.values()) {
            Fleet fleet = services.fleet(service);
            GatewaySettings.Admission limits = settings.admission();
            Lane lane = new Lane(
                    breaker(service.title(), settings.breaker()),
                    breaker(uploads(service), settings.breaker()),
                    new Places(
                            vertx,
                            () -> limits.requestsPerInstance() * fleet.size(),
                            limits.patience(),
                            limits.patienceUnderLoad()),
                    new Places(
                            vertx,
                            () -> limits.uploadsPerInstance() * fleet.size(),
                            limits.patience(),
                            limits.patienceUnderLoad()));
            lanes.put(service, lane);
            Gauge.builder("provincelink.gateway.requests", lane.requests(), Places::taken)
                    .description("Requests that a service has at this moment")
                    .tag("service", service.title())
                    .register(metrics);
        }
    }

    /** One service's limits. A single upload that tries whether the service is well again would keep everybody waiting for its end. */
    private record Lane(Guard requestBreaker, Guard uploadBreaker, Places requests, Places uploads) {

        Guard breaker(Kind kind) {
            return kind == Kind.UPLOAD ? uploadBreaker : requestBreaker;
        }

        Places places(Kind kind) {
            return kind == Kind.UPLOAD ? uploads : requests;
        }
    }

    /**
     * Sends when it is the request's turn.
     *
     * @param sending its future ends when the service has answered
     * @return fails with {@link Overloaded} or {@link Resting} when nothing was sent, else as the sending does
     */
    public <T> Future<T> admit(Upstream service, Kind kind, Supplier<Future<T>> sending) {
        Lane lane = lanes.get(service);
        CompletionStage<T> stage = lane.breaker(kind)
                .get(
                        () -> lane.places(kind)
                                .take()
                                .compose(place -> send(sending, place))
                                .toCompletionStage(),
                        new TypeLiteral<>() {});
        return Future.fromCompletionStage(stage).recover(thrown -> Future.failedFuture(cause(thrown)));
    }

    private static <T> Future<T> send(Supplier<Future<T>> sending, Places.Place place) {
        try {
            return sending.get().onComplete(over -> place.leave());
        } catch (RuntimeException notSent) {
            place.leave();
            throw notSent;
        }
    }

    /** A service that has become well is not left alone any longer. */
    static void forgive(Upstream service) {
        CircuitBreakerMaintenance.get().reset(service.title());
        CircuitBreakerMaintenance.get().reset(uploads(service));
    }

    private static String uploads(Upstream service) {
        return service.title() + ", uploads";
    }

    private static Throwable cause(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause instanceof CircuitBreakerOpenException ? new Resting() : cause;
    }

    private static Guard breaker(String name, GatewaySettings.Breaker settings) {
        return Guard.create()
                .withDescription(name)
                .withCircuitBreaker()
                .name(name)
                .requestVolumeThreshold(settings.requests())
                .failureRatio(settings.failures())
                .delay(settings.rest().toMillis(), ChronoUnit.MILLIS)
                .when(thrown -> !(thrown instanceof CallersFault) && !(thrown instanceof Overloaded))
                .onStateChange(state -> LOG.infof("%s: circuit breaker is %s", name, state))
                .done()
                // everything happens on the event loop of the request
                .withThreadOffload(false)
                .build();
    }

    /** More is asked of the service than it can do; nothing was sent. */
    public static final class Overloaded extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Overloaded() {
            super("overloaded", null, false, false);
        }
    }

    /** The service has failed too often a moment ago; nothing was sent. */
    public static final class Resting extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Resting() {
            super("left alone for a while", null, false, false);
        }
    }
}
