package io.provincelink.gateway.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.provincelink.gateway.limit.Limits;
import io.provincelink.gateway.observation.Visit;
import io.provincelink.kit.problem.Problem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.problem.ProblemTexts;
import io.provincelink.kit.problem.ProblemType;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Answers with a problem where no resource is asked: on the router, before and around the proxy. */
@Singleton
public class Refusals {

    /** How long a client may go on sending a body that nobody wants. */
    private static final long LINGER_MILLIS = 2_000;

    private final ObjectMapper json;
    private final Vertx vertx;

    /** Connections that are about to be closed: a request that is waiting on one begins when the last answer ends, before that. */
    private final Set<HttpConnection> leaving = ConcurrentHashMap.newKeySet();

    public Refusals(ObjectMapper json, Vertx vertx) {
        this.json = json;
        this.vertx = vertx;
    }

    public void send(HttpServerRequest request, ProblemType type, Object... args) {
        send(request, ProblemException.of(type, args));
    }

    /** Answers unless the client has gone or was answered before. */
    public void send(HttpServerRequest request, ProblemException problem) {
        answer(request, problem, false);
    }

    /** Answers and takes no other request from the same connection. */
    public void sendAndClose(HttpServerRequest request, ProblemType type) {
        answer(request, ProblemException.of(type), true);
    }

    /** Whether the request came after one whose answer said that it was the last of the connection. */
    public boolean isTooLate(HttpServerRequest request) {
        return leaving.contains(request.connection());
    }

    private void answer(HttpServerRequest request, ProblemException problem, boolean last) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.headWritten() || isTooLate(request)) {
            return;
        }
        Visit.isRefusedFor(problem.type().code());
        Locale language = ProblemTexts.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Buffer body = write(problem.problem(language, request.path()));
        response.headers().names().stream()
                .filter(name -> !Limits.isOurs(name))
                .toList()
                .forEach(response.headers()::remove);
        problem.headers().forEach(response::putHeader);
        response.setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.VARY, "Accept-Language");
        if (problem.type().status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        boolean bodyComes = !request.isEnded() && hasBody(request);
        if (bodyComes || last) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            leaving.add(request.connection());
        }
        if (bodyComes) {
            sendBeforeBody(request, body);
        } else if (last) {
            response.write(body);
            endAndClose(request);
        } else {
            if (!request.isEnded()) {
                request.resume();
            }
            response.end(body);
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /**
     * The client is still sending. Closing at once would reset the connection before it has read the answer, so the rest is
     * taken and thrown away for a short while.
     */
    private void sendBeforeBody(HttpServerRequest request, Buffer body) {
        request.exceptionHandler(gone -> {});
        request.handler(ignored -> {});
        request.response().write(body);
        long timer = vertx.setTimer(LINGER_MILLIS, late -> endAndClose(request));
        request.endHandler(all -> {
            vertx.cancelTimer(timer);
            endAndClose(request);
        });
        request.resume();
    }

    private void endAndClose(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        HttpConnection connection = request.connection();
        if (response.ended() || response.closed()) {
            leaving.remove(connection);
        } else {
            response.end()
                    .compose(sent -> connection.close(), broken -> connection.close())
                    .onComplete(closed -> leaving.remove(connection));
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
