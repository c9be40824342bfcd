package io.provincelink.gateway.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A partner's system that takes what is sent to it, played by a test. */
final class Receiver implements AutoCloseable {

    private static final Vertx VERTX = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    /** What came, also what was not taken. */
    final Queue<Taken> all = new ConcurrentLinkedQueue<>();

    private final Deque<Integer> statuses = new ConcurrentLinkedDeque<>();
    private volatile Promise<Void> held = Promise.promise();
    private volatile boolean hangs;
    private volatile int always = 204;
    private volatile String retryAfter = "";
    private HttpServer server = listen(0);

    Receiver() {
        letGo();
    }

    record Taken(String path, MultiMap headers, String body, int answered) {

        /** @throws WebhookVerificationException when it is not what the sender signed */
        Taken verifiedWith(String secret) throws WebhookVerificationException {
            Map<String, List<String>> headersOfJava = new HashMap<>();
            headers.names().forEach(name -> headersOfJava.put(name, headers.getAll(name)));
            new Webhook(secret.substring("whsec_".length()))
                    .verify(
                            body,
                            HttpHeaders.of(headersOfJava, (name, value) -> true).map());
            return this;
        }

        CloudEvent event() {
            return new JsonFormat().deserialize(body.getBytes(StandardCharsets.UTF_8));
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException notJson) {
                throw new AssertionError(body, notJson);
            }
        }
    }

    private HttpServer listen(int port) {
        try {
            return VERTX.createHttpServer()
                    .requestHandler(this::take)
                    .listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void take(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            Integer next = statuses.poll();
            int status = next == null ? always : next;
            all.add(new Taken(request.path(), request.headers(), body.toString(), status));
            if (!hangs) {
                held.future().onComplete(free -> answer(request.response(), status));
            }
        });
    }

    private void answer(HttpServerResponse response, int status) {
        response.setStatusCode(status).putHeader("Location", "http://127.0.0.1:" + port() + "/elsewhere");
        if (!retryAfter.isEmpty()) {
            response.putHeader("Retry-After", retryAfter);
        }
        response.end();
    }

    /** Takes what comes and answers when it is let go. */
    void holding() {
        held = Promise.promise();
    }

    void letGo() {
        held.complete();
    }

    /** Answers with these first. */
    Receiver answering(Integer... first) {
        statuses.addAll(List.of(first));
        return this;
    }

    /** Says in every answer when to come again. */
    Receiver askingForRest(String until) {
        retryAfter = until;
        return this;
    }

    Receiver answeringAlways(int status) {
        always = status;
        return this;
    }

    Receiver hanging() {
        hangs = true;
        return this;
    }

    /** Is down, and may come up again at the same address. */
    void goDown() {
        port = port();
        close();
    }

    private int port;

    void comeUp() {
        server = listen(port);
    }

    int port() {
        return server.actualPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    /** What it said yes to. */
    List<Taken> taken() {
        return all.stream().filter(each -> each.answered < 300).toList();
    }

    @Override
    public void close() {
        try {
            server.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
