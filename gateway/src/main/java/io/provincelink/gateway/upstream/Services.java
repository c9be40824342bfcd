package io.provincelink.gateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** The connections to the services, shared by streaming and composition. */
@Singleton
public class Services {

    private static final int MOST_WAITING = 1_000;

    private final Vertx vertx;
    private final HttpClient client;
    private final GatewaySettings settings;

    public Services(Vertx vertx, GatewaySettings settings) {
        this.vertx = vertx;
        this.settings = settings;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        // No idle timeout: a connection also rests where the reader of an answer takes its time.
                        // Whoever
                        // uses it watches what moves on it.
                        .setConnectTimeout((int) settings.connectTimeout().toMillis())
                        .setKeepAliveTimeout(20)
                        .setMaxHeaderSize(32 * 1024)
                        .setMaxWaitQueueSize(MOST_WAITING),
                new PoolOptions().setHttp1MaxSize(settings.connectionsPerService()));
    }

    public HttpClient client() {
        return client;
    }

    /**
     * A connection to the service with a request that is not sent yet.
     *
     * @param within how long to wait for one; a connection that comes later goes to the next who waits
     * @return fails with {@link Unreachable} when there is none to be had, with {@link TimeoutException} when all are in use
     */
    public Future<HttpClientRequest> request(Upstream service, HttpMethod method, String uri, Duration within) {
        URI url = instance(service).url();
        boolean tls = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80;
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(uri);
        Promise<HttpClientRequest> inTime = Promise.promise();
        // Not the client's own timeout: when it ends in the moment in which the connection comes, the pool
        // never gets that back (vert.x issue 6169).
        long timer = vertx.setTimer(
                Math.max(1, within.toMillis()),
                late -> inTime.tryFail(new TimeoutException("no connection to " + service.title() + " was free")));
        client.request(options).onComplete(came -> {
            vertx.cancelTimer(timer);
            if (came.failed()) {
                inTime.tryFail(new Unreachable(service, came.cause()));
                return;
            }
            HttpClientRequest request = came.result();
            // whoever waits for the answer is told; without a handler the client would log every one that is broken off
            request.exceptionHandler(brokenOff -> {});
            if (!inTime.tryComplete(request)) {
                request.reset();
            }
        });
        return inTime.future();
    }

    private GatewaySettings.Instance instance(Upstream service) {
        return switch (service) {
            case AGREEMENTS -> settings.agreements();
            case EXCHANGES -> settings.exchanges();
            case TRADE -> settings.trade();
        };
    }

    /** No connection to a service: nothing was sent. */
    public static final class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreachable(Upstream service, Throwable cause) {
            super(service.title() + ": " + cause.getMessage(), cause, false, false);
        }
    }
}
