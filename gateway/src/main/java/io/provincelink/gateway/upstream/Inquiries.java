package io.provincelink.gateway.upstream;

import io.provincelink.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Future;
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
    private final long partLimit;

    public Inquiries(Services services, GatewaySettings settings) {
        this.services = services;
        this.partLimit = settings.composition().partLimit().asLongValue();
    }

    /**
     * Who asks, passed on so that the service applies that caller's rights.
     *
     * @param authorization the header as it came, null without one
     * @param language the Accept-Language header
     * @param unit code of the unit that the suite's own messenger asks for; null for everybody else
     */
    public record OnBehalfOf(
            @Nullable String authorization,
            @Nullable String language,
            @Nullable String unit) {

        public OnBehalfOf(@Nullable String authorization, @Nullable String language) {
            this(authorization, language, null);
        }
    }

    /** A whole answer. */
    public record Reply(int status, Buffer body) {}

    /**
     * Sends a GET.
     *
     * @param uri path and query, encoded
     * @return fails with {@link Services.Unreachable}, with {@link TimeoutException} when the whole answer is not there within the
     *     time, or with whatever broke it off
     */
    public Uni<Reply> get(Upstream service, String uri, OnBehalfOf caller, Duration within) {
        return Uni.createFrom()
                .<Reply>emitter(emitter -> {
                    Question question = new Question();
                    emitter.onTermination(question::end);
                    services.request(service, HttpMethod.GET, uri, within)
                            .compose(request -> question.ask(request, caller))
                            .onFailure(emitter::fail)
                            .onSuccess(response -> collect(response, emitter, question::answered));
                })
                .ifNoItem()
                .after(within)
                .failWith(() -> new TimeoutException("no whole answer within " + within));
    }

    /** A request on its way, and whether anybody still waits for what comes of it. */
    private static final class Question {

        private @Nullable HttpClientRequest sent;
        private boolean over;

        synchronized Future<HttpClientResponse> ask(HttpClientRequest request, OnBehalfOf caller) {
            if (over) {
                // the connection came too late: it goes back unused
                request.reset();
                return Future.failedFuture(new TimeoutException("too late to ask"));
            }
            sent = request;
            request.putHeader("Accept", "application/json, application/problem+json");
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

        /** The whole answer was read, so the connection may serve the next request. */
        synchronized void answered() {
            sent = null;
        }

        /** Also when the time is over: a service that hangs must not keep the connection. */
        synchronized void end() {
            over = true;
            if (sent != null) {
                sent.reset();
            }
        }
    }

    /** The answer is longer than what is read. */
    public static final class TooLong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLong() {
            super("longer than what is read", null, false, false);
        }
    }

    private void collect(HttpClientResponse response, UniEmitter<? super Reply> emitter, Runnable done) {
        Buffer body = Buffer.buffer();
        response.exceptionHandler(emitter::fail)
                .handler(piece -> {
                    body.appendBuffer(piece);
                    if (body.length() > partLimit) {
                        emitter.fail(new TooLong());
                        response.request().reset();
                    }
                })
                .endHandler(all -> {
                    done.run();
                    emitter.complete(new Reply(response.statusCode(), body));
                });
    }
}
