package io.provincelink.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
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
     */
    public record OnBehalfOf(
            @Nullable String authorization, @Nullable String language) {}

    /** A whole answer. */
    public record Reply(int status, Buffer body) {}

    /**
     * Sends a GET.
     *
     * @param uri path and query, encoded
     * @return fails with {@link Services.Unreachable}, with {@link java.util.concurrent.TimeoutException} when the whole answer is
     *     not there within the time, or with whatever broke it off
     */
    public Uni<Reply> get(Upstream service, String uri, OnBehalfOf caller, Duration within) {
        return Uni.createFrom()
                .<Reply>emitter(emitter -> send(service, uri, caller, emitter))
                .ifNoItem()
                .after(within)
                .fail();
    }

    private void send(Upstream service, String uri, OnBehalfOf caller, UniEmitter<? super Reply> emitter) {
        AtomicReference<@Nullable HttpClientRequest> sent = new AtomicReference<>();
        // also when the time is over: a service that hangs must not keep the connection
        emitter.onTermination(() -> {
            HttpClientRequest request = sent.get();
            if (request != null) {
                request.reset();
            }
        });
        services.request(service, HttpMethod.GET, uri)
                .compose(request -> {
                    sent.set(request);
                    request.putHeader("Accept", "application/json, application/problem+json");
                    if (caller.authorization() != null) {
                        request.putHeader("Authorization", caller.authorization());
                    }
                    if (caller.language() != null) {
                        request.putHeader("Accept-Language", caller.language());
                    }
                    return request.send();
                })
                .onFailure(emitter::fail)
                .onSuccess(response -> collect(response, emitter, () -> sent.set(null)));
    }

    private void collect(HttpClientResponse response, UniEmitter<? super Reply> emitter, Runnable done) {
        Buffer body = Buffer.buffer();
        response.exceptionHandler(emitter::fail)
                .handler(piece -> {
                    body.appendBuffer(piece);
                    if (body.length() > partLimit) {
                        response.request().reset();
                    }
                })
                .endHandler(all -> {
                    done.run();
                    emitter.complete(new Reply(response.statusCode(), body));
                });
    }
}
