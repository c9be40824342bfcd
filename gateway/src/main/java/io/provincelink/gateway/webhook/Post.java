package io.provincelink.gateway.webhook;

import io.netty.channel.ConnectTimeoutException;
import io.provincelink.gateway.destination.Target;
import io.provincelink.gateway.destination.TargetRefused;
import io.provincelink.gateway.destination.TargetSettings;
import io.provincelink.gateway.destination.Targets;
import io.provincelink.gateway.webhook.Outbox.Parcel;
import io.provincelink.kit.time.Today;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends a message to its receiver: to the address that was looked at and to no other, whatever the name leads to a moment later. No redirect is
 * followed, and no proxy of the surroundings is used. Of the answer only the status counts,
 * and what a receiver that does not take it says of when to come again.
 */
@Singleton
class Post {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_AT_MOST = 16 * 1024;

    /** Names that take long to be found keep only each other waiting. */
    private static final int NAMES_AT_ONCE = 16;

    private final Vertx vertx;
    private final Targets targets;
    private final Today today;
    private final long timeoutMillis;
    private final HttpClient client;
    private final WorkerExecutor names;

    Post(Vertx vertx, Targets targets, TargetSettings exceptions, Today today, WebhookSettings settings) {
        this.vertx = vertx;
        this.targets = targets;
        this.today = today;
        this.timeoutMillis = settings.timeout().toMillis();
        // A connection that is kept would lead to an address that was looked at long ago.
        HttpClientOptions options =
                new HttpClientOptions().setKeepAlive(false).setVerifyHost(true).setConnectTimeout(CONNECT_MILLIS);
        exceptions.trusted().ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file)));
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(settings.atOnce()));
        this.names = vertx.createSharedWorkerExecutor("webhook-names", NAMES_AT_ONCE);
    }

    /** Never fails: what went wrong is what the attempt tells. */
    Future<Attempt> send(Parcel parcel) {
        Instant at = today.now();
        long begun = System.nanoTime();
        Promise<HttpClientResponse> answer = Promise.promise();
        Sending sending = new Sending();
        long timer = vertx.setTimer(timeoutMillis, late -> {
            answer.tryFail(new TimeoutException());
            // also while the rest of an answer drips in
            sending.breakOff();
        });
        names.executeBlocking(() -> targets.find(Target.of(parcel.url())), false)
                .compose(found -> client.request(options(found)))
                .compose(request -> sending.begin(request, parcel, today.now()))
                .onSuccess(response -> {
                    answer.tryComplete(response);
                    passOver(response, () -> vertx.cancelTimer(timer));
                })
                .onFailure(thrown -> {
                    vertx.cancelTimer(timer);
                    answer.tryFail(thrown);
                });
        return answer.future().transform(result -> {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            return Future.succeededFuture(
                    result.succeeded()
                            ? attempt(at, millis, result.result())
                            : new Attempt(at, millis, null, null, reason(result.cause())));
        });
    }

    private Attempt attempt(Instant at, long millis, HttpClientResponse answer) {
        boolean taken = answer.statusCode() >= 200 && answer.statusCode() < 300;
        Long rest = taken ? null : RetryAfter.seconds(answer.getHeader("Retry-After"), today.now());
        return new Attempt(at, millis, answer.statusCode(), rest, null);
    }

    private static RequestOptions options(Targets.Found found) {
        Target target = found.target();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        target.port(), found.address().getHostAddress()))
                .setSsl(target.secure())
                .setHost(target.host())
                .setPort(target.port())
                .setURI(target.path())
                .setFollowRedirects(false)
                .putHeader("Host", target.authority());
    }

    private static void passOver(HttpClientResponse response, Runnable over) {
        int[] seen = {0};
        response.exceptionHandler(brokenOff -> over.run())
                .handler(piece -> {
                    seen[0] += piece.length();
                    if (seen[0] > READ_AT_MOST) {
                        response.request().reset();
                    }
                })
                .endHandler(all -> over.run());
    }

    private static String reason(Throwable thrown) {
        if (thrown instanceof TargetRefused refused) {
            return refused.code();
        }
        if (thrown instanceof TimeoutException || thrown instanceof ConnectTimeoutException) {
            return "timeout";
        }
        return isOfTls(thrown) ? "tls" : "connection";
    }

    private static boolean isOfTls(@Nullable Throwable thrown) {
        return thrown != null && (thrown instanceof SSLException || isOfTls(thrown.getCause()));
    }

    /** A request that may have to be broken off at any time. */
    private static final class Sending {

        private @Nullable HttpClientRequest request;
        private boolean over;

        synchronized Future<HttpClientResponse> begin(HttpClientRequest connected, Parcel parcel, Instant now) {
            request = connected;
            connected.exceptionHandler(brokenOff -> {});
            if (over) {
                connected.reset();
                return Future.failedFuture(new TimeoutException());
            }
            String id = parcel.message().id();
            String body = parcel.message().body();
            long timestamp = now.getEpochSecond();
            List<Secret> secrets = parcel.secrets();
            connected
                    .putHeader("Content-Type", "application/cloudevents+json; charset=UTF-8")
                    .putHeader("User-Agent", "ProvinceLink")
                    .putHeader("webhook-id", id)
                    .putHeader("webhook-timestamp", String.valueOf(timestamp))
                    .putHeader(
                            "webhook-signature",
                            secrets.stream()
                                    .map(secret -> secret.signature(id, timestamp, body))
                                    .collect(Collectors.joining(" ")));
            return connected.send(body);
        }

        synchronized void breakOff() {
            over = true;
            if (request != null) {
                request.reset();
            }
        }
    }
}
