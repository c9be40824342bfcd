package io.provincelink.gateway.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.kit.problem.Problem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.problem.ProblemTexts;
import io.provincelink.kit.problem.ProblemType;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Answers with a problem where no resource is asked: on the router, before and around the proxy. */
@Singleton
public class Refusals {

    /** How long a client may go on sending a body that nobody wants. */
    private static final long LINGER_MILLIS = 2_000;

    private final ObjectMapper json;
    private final Vertx vertx;

    public Refusals(ObjectMapper json, Vertx vertx) {
        this.json = json;
        this.vertx = vertx;
    }

    public void send(HttpServerRequest request, ProblemType type, Object... args) {
        send(request, ProblemException.of(type, args));
    }

    /** Answers unless the client has gone or was answered before. */
    public void send(HttpServerRequest request, ProblemException problem) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.headWritten()) {
            return;
        }
        Locale language = ProblemTexts.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Buffer body = write(problem.problem(language, request.path()));
        response.headers().clear();
        problem.headers().forEach(response::putHeader);
        response.setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.VARY, "Accept-Language");
        if (problem.type().status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        if (request.isEnded()) {
            response.end(body);
        } else {
            endAfterBody(request, body);
        }
    }

    /**
     * The client is still sending. Closing at once would reset the connection before it has read the answer, so the rest is
     * taken and thrown away for a short while.
     */
    private void endAfterBody(HttpServerRequest request, Buffer body) {
        HttpServerResponse response = request.response();
        boolean hasBody = request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        request.exceptionHandler(gone -> {});
        request.handler(ignored -> {});
        if (!hasBody) {
            request.resume();
            response.end(body);
            return;
        }
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        response.write(body);
        long timer = vertx.setTimer(LINGER_MILLIS, late -> close(request));
        request.endHandler(all -> {
            vertx.cancelTimer(timer);
            close(request);
        });
        request.resume();
    }

    private static void close(HttpServerRequest request) {
        if (!request.response().ended() && !request.response().closed()) {
            request.response().end().onComplete(sent -> request.connection().close());
        }
    }

    private Buffer write(Problem problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
