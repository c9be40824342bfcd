package io.provincelink.gateway.proxy;

import io.provincelink.gateway.door.Refusals;
import io.provincelink.gateway.upstream.Admission;
import io.provincelink.gateway.upstream.CallersFault;
import io.provincelink.gateway.upstream.GatewaySettings;
import io.provincelink.gateway.upstream.Services;
import io.provincelink.gateway.upstream.Unanswered;
import io.provincelink.kit.http.TimeLeft;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ShownPath;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Keeps a request within its size and its deadline, and says in the client's language what went wrong. Stands first. */
final class Guard implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Guard.class);

    private final Vertx vertx;
    private final Refusals refusals;
    private final GatewaySettings settings;
    private final Turn turn;

    Guard(Vertx vertx, Refusals refusals, GatewaySettings settings, Turn turn) {
        this.vertx = vertx;
        this.refusals = refusals;
        this.settings = settings;
        this.turn = turn;
    }

    /** Sends when the service can take it. */
    interface Turn {
        Future<ProxyResponse> admit(Admission.Kind kind, Supplier<Future<ProxyResponse>> sending);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest client = context.request().proxiedRequest();
        Duration deadline = BodyLimit.isLoad(client) ? settings.loadDeadline() : settings.deadline();
        Exchange exchange = new Exchange(context, vertx, deadline);
        context.request().headers().set(TimeLeft.HEADER, String.valueOf(deadline.toMillis()));
        Admission.Kind kind = BodyLimit.isUpload(client, settings) ? Admission.Kind.UPLOAD : Admission.Kind.REQUEST;
        return turn.admit(kind, () -> exchange(context, exchange))
                .map(this::watch)
                .recover(thrown -> {
                    refuse(client, thrown);
                    // The client has its answer; a future that never ends keeps the proxy from giving another one.
                    return Promise.<ProxyResponse>promise().future();
                });
    }

    private Future<ProxyResponse> exchange(ProxyContext context, Exchange exchange) {
        limit(context.request(), exchange);
        context.sendRequest().onComplete(exchange::answered);
        return exchange.answer().recover(thrown -> Future.failedFuture(exchange.cause(thrown)));
    }

    /** Counts the body where there is one; without one the service has the whole request at once. */
    private void limit(ProxyRequest request, Exchange exchange) {
        HttpServerRequest client = request.proxiedRequest();
        boolean chunked = client.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        long length = request.getBody().length();
        if (!chunked && length <= 0) {
            request.setBody(null);
            client.resume();
            exchange.startDeadline();
            return;
        }
        var watched = new WatchedBody(
                client, vertx, settings.silence(), paused -> paused ? new TimeoutException() : new UploadStalled());
        LimitedBody body = new LimitedBody(watched, BodyLimit.of(client, settings), exchange::startDeadline);
        if (!BodyLimit.isUpload(client, settings)) {
            // it holds a place at the service, so it must not come drop by drop
            long timer = vertx.setTimer(settings.bodyTime().toMillis(), late -> body.stop(new UploadStalled()));
            exchange.answer().onComplete(over -> vertx.cancelTimer(timer));
        }
        exchange.sends(body);
        request.setBody(Body.body(body, chunked ? -1 : length));
    }

    /** A service may not fall silent in the middle of its answer; a client may take its time to read it. */
    private ProxyResponse watch(ProxyResponse answer) {
        HttpServerRequest client = answer.request().proxiedRequest();
        Body body = answer.getBody();
        var watched = new WatchedBody(body.stream(), vertx, settings.silence(), paused -> {
            if (paused) {
                return null;
            }
            LOG.warnf("silent in the middle of the answer: %s %s", client.method(), ShownPath.of(client.path()));
            return new TimeoutException();
        });
        return answer.setBody(Body.body(watched, body.length()));
    }

    private void refuse(HttpServerRequest client, Throwable thrown) {
        if (thrown instanceof LimitedBody.BodyTooLarge) {
            refusals.send(client, CommonProblem.TOO_LARGE, BodyLimit.mebibytes(client, settings));
        } else if (thrown instanceof UploadStalled) {
            refusals.send(client, CommonProblem.REQUEST_TIMEOUT);
        } else if (!(thrown instanceof Exchange.ClientGone)) {
            LOG.debugf(thrown, "not answered: %s %s", client.method(), ShownPath.of(client.path()));
            if (thrown instanceof Services.Unreachable || thrown instanceof TimeoutException) {
                LOG.warnf("%s: %s %s", thrown.getMessage(), client.method(), ShownPath.of(client.path()));
            }
            refusals.send(client, Unanswered.problem(thrown));
        }
    }

    /** The client has stopped in the middle of its request. */
    private static final class UploadStalled extends RuntimeException implements CallersFault {

        private static final long serialVersionUID = 1L;

        UploadStalled() {
            super("nothing more came", null, false, false);
        }
    }
}
