package io.provincelink.gateway.upstream;

import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** The connections to the services, shared by streaming and composition. */
@Singleton
public class Services {

    private static final int MOST_WAITING = 1_000;

    private final Vertx vertx;
    private final HttpClient client;
    private final Map<Upstream, Fleet> fleets = new EnumMap<>(Upstream.class);

    public Services(Vertx vertx, GatewaySettings settings) {
        this.vertx = vertx;
        for (Upstream service : Upstream.values()) {
            fleets.put(service, new Fleet(service, instances(service, settings)));
        }
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        // No idle timeout: a connection also rests where the reader of an answer takes its time.
                        // Whoever
                        // uses it watches what moves on it.
                        .setConnectTimeout((int) settings.connectTimeout().toMillis())
                        .setKeepAliveTimeout(20)
                        .setMaxHeaderSize(32 * 1024)
                        .setMaxWaitQueueSize(MOST_WAITING),
                new PoolOptions().setHttp1MaxSize(settings.connectionsPerInstance()));
    }

    public HttpClient client() {
        return client;
    }

    /** Under which addresses a service is known to the gateway, and to nobody outside. */
    public List<String> origins(Upstream service) {
        return fleet(service).origins();
    }

    /** How a service is, as far as the gateway knows. */
    public Condition condition(Upstream service) {
        return new Condition(
                CircuitBreakerMaintenance.get().currentState(service.title()) == CircuitBreakerState.OPEN,
                fleet(service).instances().stream()
                        .map(instance -> new Condition.OfInstance(
                                instance.toString(), instance.isReady(), Optional.ofNullable(instance.since())))
                        .toList());
    }

    Fleet fleet(Upstream service) {
        return fleets.get(service);
    }

    /**
     * A connection to an instance of the service with a request that is not sent yet.
     *
     * @param within how long to wait for one; a connection that comes later goes to the next who waits
     * @param attempts whom the same request was sent to before
     * @return fails with {@link Unreachable} when there is none to be had, with {@link TimeoutException} when all are in use
     */
    public Future<HttpClientRequest> request(
            Upstream service, HttpMethod method, String uri, Duration within, Attempts attempts) {
        Instance instance = fleet(service).pick(attempts.asked());
        if (instance == null) {
            return Future.failedFuture(new Unreachable(service, "no address is known"));
        }
        attempts.add(instance);
        Promise<HttpClientRequest> inTime = Promise.promise();
        // Not the client's own timeout: when it ends in the moment in which the connection comes, the pool
        // never gets that back (vert.x issue 6169).
        long timer = vertx.setTimer(
                Math.max(1, within.toMillis()),
                late -> inTime.tryFail(new TimeoutException("no connection to " + service.title() + " was free")));
        client.request(instance.request(method, uri)).onComplete(came -> {
            vertx.cancelTimer(timer);
            if (came.failed()) {
                // the others are asked first until it says that it is ready
                instance.becomes(false);
                inTime.tryFail(
                        new Unreachable(service, String.valueOf(came.cause().getMessage())));
                return;
            }
            HttpClientRequest request = came.result();
            // whoever waits for the answer is told; without a handler the client would log every one that is broken off
            request.exceptionHandler(brokenOff -> {});
            instance.begin(request);
            if (!inTime.tryComplete(request)) {
                request.reset();
            }
        });
        return inTime.future();
    }

    private static List<URI> instances(Upstream service, GatewaySettings settings) {
        return switch (service) {
            case AGREEMENTS -> settings.agreements().url();
            case EXCHANGES -> settings.exchanges().url();
            case TRADE -> settings.trade().url();
        };
    }

    /** No connection to a service: nothing was sent. */
    public static final class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreachable(Upstream service, String why) {
            super(service.title() + ": " + why, null, false, false);
        }
    }
}
