package io.provincelink.gateway.proxy;

import io.provincelink.gateway.door.Refusals;
import io.provincelink.gateway.upstream.Services;
import io.provincelink.kit.problem.CommonProblem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps a request within its size and its deadline, and says in the client's language what went wrong. Stands first. */
final class Guard implements ProxyInterceptor {

    /** Under this name the context holds the request to the service, once there is one. */
    static final String SENT = "sent";

    private static final Logger LOG = Logger.getLogger(Guard.class);

    private final Vertx vertx;
    private final Refusals refusals;
    private final Duration deadline;
    private final long bodyLimit;

    Guard(Vertx vertx, Refusals refusals, Duration deadline, long bodyLimit) {
        this.vertx = vertx;
        this.refusals = refusals;
        this.deadline = deadline;
        this.bodyLimit = bodyLimit;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        Clock clock = new Clock(context);
        LimitedBody body = limit(context.request(), clock);
        context.sendRequest().onComplete(sent -> {
            vertx.cancelTimer(clock.timer);
            if (sent.failed()) {
                clock.answer.tryFail(sent.cause());
            } else if (!clock.answer.tryComplete(sent.result())) {
                sent.result().release();
            }
        });
        return clock.answer.future().recover(thrown -> {
            refuse(context, thrown, body != null && body.isOver());
            // The client has its answer; a future that never ends keeps the proxy from giving another one.
            return Promise.<ProxyResponse>promise().future();
        });
    }

    /** Counts the body where there is one; without one the deadline runs from now on. */
    private @Nullable LimitedBody limit(ProxyRequest request, Clock clock) {
        HttpServerRequest client = request.proxiedRequest();
        boolean chunked = client.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        long length = request.getBody().length();
        if (!chunked && length <= 0) {
            request.setBody(null);
            client.resume();
            clock.start();
            return null;
        }
        LimitedBody body = new LimitedBody(client, bodyLimit, clock::start);
        request.setBody(Body.body(body, chunked ? -1 : length));
        return body;
    }

    private void refuse(ProxyContext context, Throwable thrown, boolean tooLarge) {
        HttpServerRequest client = context.request().proxiedRequest();
        if (tooLarge) {
            refusals.send(client, CommonProblem.TOO_LARGE);
        } else if (thrown instanceof Services.Unreachable) {
            LOG.warn(thrown.getMessage());
            refusals.send(client, CommonProblem.UNAVAILABLE);
        } else if (thrown instanceof TimeoutException) {
            LOG.warnf("no answer within %s: %s %s", deadline, client.method(), client.path());
            refusals.send(client, CommonProblem.TIMEOUT);
        } else {
            LOG.debugf(thrown, "broken off: %s %s", client.method(), client.path());
            refusals.send(client, CommonProblem.BAD_GATEWAY);
        }
    }

    /** The deadline of one request. */
    private final class Clock {

        private final ProxyContext context;
        private final Promise<ProxyResponse> answer = Promise.promise();
        private long timer = -1;

        Clock(ProxyContext context) {
            this.context = context;
        }

        void start() {
            if (answer.future().isComplete()) {
                return;
            }
            timer = vertx.setTimer(deadline.toMillis(), late -> {
                if (answer.tryFail(new TimeoutException())) {
                    HttpClientRequest sent = context.get(SENT, HttpClientRequest.class);
                    if (sent != null) {
                        sent.reset();
                    }
                }
            });
        }
    }
}
