package io.provincelink.gateway.upstream;

import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.TimeLeft;
import io.provincelink.kit.trace.Trace;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks services for parts of an answer, on behalf of the caller. */
@Singleton
public class Inquiries {

    private final Services services;
    private final Admission admission;
    private final Vertx vertx;
    private final long partLimit;

    public Inquiries(Services services, Admission admission, Vertx vertx, GatewaySettings settings) {
        this.services = services;
        this.admission = admission;
        this.vertx = vertx;
        this.partLimit = settings.composition().partLimit().asLongValue();
    }

    /**
     * Who asks, passed on so that the service applies that caller's rights.
     *
     * @param authorization the header as it came, null without one
     * @param language the Accept-Language header
     * @param unit code of the unit that the suite's own messenger asks for; null for everybody else
     * @param trace to which the questions belong
     */
    public record OnBehalfOf(
            @Nullable String authorization,
            @Nullable String language,
            @Nullable String unit,
            Trace trace) {

        /** In the trace of the present request; what the gateway asks of its own accord is one of its own. */
        public OnBehalfOf(@Nullable String authorization, @Nullable String language, @Nullable String unit) {
            this(authorization, language, unit, Trace.current().orElseGet(Trace::begin));
        }

        public OnBehalfOf(@Nullable String authorization, @Nullable String language) {
            this(authorization, language, null);
        }
    }

    /** A whole answer. */
    public record Reply(int status, Buffer body) {}

    /**
     * Sends a GET, and once more to another instance where the first gave none of an answer.
     *
     * @param uri path and query, encoded
     * @return fails with {@link Services.Unreachable}, with {@link Admission.Overloaded} or {@link Admission.Resting} when nothing was
     *     sent, with {@link TimeoutException} when the whole answer is not there within the time, or with whatever broke it off
     */
    public Uni<Reply> get(Upstream service, String uri, OnBehalfOf caller, Duration within) {
        return Uni.createFrom().emitter(emitter -> {
            Question question = new Question(service, uri, caller, within);
            long timer = vertx.setTimer(Math.max(1, within.toMillis()), late -> {
                question.isLate();
                emitter.fail(new TimeoutException("no whole answer within " + within));
            });
            emitter.onTermination(() -> {
                vertx.cancelTimer(timer);
                question.end();
            });
            admission
                    .admit(service, Admission.Kind.REQUEST, question::reply)
                    .onFailure(emitter::fail)
                    .onSuccess(emitter::complete);
        });
    }

    /** A question, its request on the way, and whether anybody still waits for what comes of it. */
    private final class Question {

        private final Upstream service;
        private final String uri;
        private final OnBehalfOf caller;
        private final long until;
        private final Attempts attempts = new Attempts();
        private @Nullable HttpClientRequest sent;
        private boolean late;
        private boolean over;

        private Question(Upstream service, String uri, OnBehalfOf caller, Duration within) {
            this.service = service;
            this.uri = uri;
            this.caller = caller;
            this.until = System.nanoTime() + within.toNanos();
        }

        private Duration left() {
            return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
        }

        Future<Reply> reply() {
            return SecondTry.of(vertx, this::once).recover(thrown -> Future.failedFuture(cause(thrown)));
        }

        private Future<Reply> once() {
            return services.request(service, HttpMethod.GET, uri, left(), attempts)
                    .compose(this::ask)
                    .compose(this::collect);
        }

        private synchronized Future<HttpClientResponse> ask(HttpClientRequest request) {
            if (over) {
                // the connection came too late: it goes back unused
                request.reset();
                return Future.failedFuture(late ? new TimeoutException("too late to ask") : new NobodyWaits());
            }
            sent = request;
            request.putHeader("Accept", "application/json, application/problem+json");
            request.putHeader(TimeLeft.HEADER, String.valueOf(left().toMillis()));
            caller.trace().passOn(request.headers());
            if (caller.authorization() != null) {
                request.putHeader("Authorization", caller.authorization());
            }
            if (caller.language() != null) {
                request.putHeader("Accept-Language", caller.language());
            }
            if (caller.unit() != null) {
                request.putHeader(CurrentCaller.ON_BEHALF_OF, caller.unit());
            }
            return request.send();
        }

        private Future<Reply> collect(HttpClientResponse response) {
            Promise<Reply> reply = Promise.promise();
            Buffer body = Buffer.buffer();
            response.exceptionHandler(reply::tryFail)
                    .handler(piece -> {
                        body.appendBuffer(piece);
                        if (body.length() > partLimit) {
                            reply.tryFail(new TooLong());
                            response.request().reset();
                        }
                    })
                    .endHandler(all -> {
                        answered();
                        reply.tryComplete(new Reply(response.statusCode(), body));
                    });
            return reply.future();
        }

        /** The whole answer was read, so the connection may serve the next request. */
        private synchronized void answered() {
            sent = null;
        }

        synchronized void isLate() {
            late = true;
        }

        /** That whoever asked has left says nothing about the service. */
        private synchronized Throwable cause(Throwable shown) {
            return over && !late ? new NobodyWaits() : shown;
        }

        /** Also when the time is over: a service that hangs must not keep the connection. */
        synchronized void end() {
            over = true;
            if (sent != null) {
                sent.reset();
            }
        }
    }

    /** Whoever asked has hung up. */
    private static final class NobodyWaits extends RuntimeException implements CallersFault {

        private static final long serialVersionUID = 1L;

        NobodyWaits() {
            super("nobody waits for it any more", null, false, false);
        }
    }

    /** The answer is longer than what is read: too much was asked for at once. */
    public static final class TooLong extends RuntimeException implements CallersFault {

        private static final long serialVersionUID = 1L;

        TooLong() {
            super("longer than what is read", null, false, false);
        }
    }
}
