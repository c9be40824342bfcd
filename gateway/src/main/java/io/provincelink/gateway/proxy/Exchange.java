package io.provincelink.gateway.proxy;

import io.provincelink.gateway.upstream.Attempts;
import io.provincelink.gateway.upstream.CallersFault;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a service, until the head of the answer is there. The deadline runs while it waits for a connection and
 * from the end of its body on, not while the client still sends.
 */
final class Exchange {

    private static final String NAME = "exchange";

    private final Vertx vertx;
    private final Duration deadline;
    private final HttpServerResponse client;
    private final Promise<ProxyResponse> answer = Promise.promise();
    private final long begun = System.nanoTime();
    private final Attempts attempts = new Attempts();
    private @Nullable LimitedBody body;
    private @Nullable HttpClientRequest sent;
    private long timer = -1;

    Exchange(ProxyContext context, Vertx vertx, Duration deadline) {
        this.vertx = vertx;
        this.deadline = deadline;
        this.client = context.request().proxiedRequest().response();
        context.set(NAME, this);
    }

    static Exchange of(ProxyContext context) {
        return context.get(NAME, Exchange.class);
    }

    /** The head of the service's answer, or why there is none. */
    Future<ProxyResponse> answer() {
        return answer.future();
    }

    Attempts attempts() {
        return attempts;
    }

    void sends(LimitedBody counted) {
        body = counted;
    }

    /** What broke the exchange off in truth, where a failure at one end shows at the other. */
    Throwable cause(Throwable shown) {
        if (client.closed()) {
            return new ClientGone();
        }
        return body != null && body.failure() != null ? body.failure() : shown;
    }

    /** How long it may still wait for a connection. */
    Duration timeToConnect() {
        return deadline.minusNanos(System.nanoTime() - begun);
    }

    /** @return fails when nobody waits for an answer any more; then the connection goes back unused */
    Future<HttpClientRequest> connected(HttpClientRequest request) {
        if (answer.future().isComplete() || client.closed()) {
            request.reset();
            return Future.failedFuture(new ClientGone());
        }
        HttpClientRequest known = SentRequest.of(request, vertx);
        sent = known;
        return Future.succeededFuture(known);
    }

    /** From now on the service has the whole request. */
    void startDeadline() {
        if (answer.future().isComplete()) {
            return;
        }
        timer = vertx.setTimer(deadline.toMillis(), late -> {
            if (answer.tryFail(new TimeoutException())) {
                breakOff();
            }
        });
    }

    void answered(AsyncResult<ProxyResponse> head) {
        vertx.cancelTimer(timer);
        if (head.failed()) {
            answer.tryFail(head.cause());
        } else if (!answer.tryComplete(head.result())) {
            head.result().release();
        }
    }

    /** Closes the connection to the service, if there is one. */
    void breakOff() {
        if (sent != null) {
            sent.reset();
        }
    }

    /** Nobody waits for the answer any more. */
    static final class ClientGone extends RuntimeException implements CallersFault {

        private static final long serialVersionUID = 1L;

        ClientGone() {
            super("the client has gone", null, false, false);
        }
    }
}
