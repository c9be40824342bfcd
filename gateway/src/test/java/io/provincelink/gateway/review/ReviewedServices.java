package io.provincelink.gateway.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.provincelink.gateway.FakeService;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.StreamSupport;

/** The three services behind a review, and what they were asked. */
final class ReviewedServices {

    static final String ADDRESS = "/api/v1/programmes/" + Told.CODE + "/review";

    final FakeService agreements = FakeService.agreements();
    final FakeService exchanges = FakeService.exchanges();
    final FakeService trade = FakeService.trade();
    final Queue<String> asked = new ConcurrentLinkedQueue<>();

    void start() {
        agreements.answering(telling(Told.programme("[]")));
        exchanges.answering(noting(Told.exchanges()));
        trade.answering(noting(Told.trade()));
    }

    void stop() {
        agreements.stop();
        exchanges.stop();
        trade.stop();
    }

    /** The agreements-service with this programme. */
    Handler<HttpServerRequest> telling(String programme) {
        return request -> noting(request.path().endsWith("/review-part") ? Told.agreements() : programme)
                .handle(request);
    }

    private Handler<HttpServerRequest> noting(String json) {
        return request -> {
            asked.add(request.uri() + " " + request.getHeader("Authorization") + " "
                    + request.getHeader("Accept-Language"));
            request.response().putHeader("Content-Type", "application/json").end(json);
        };
    }

    static JsonNode result(JsonNode review, String indicator) {
        return StreamSupport.stream(review.path("results").spliterator(), false)
                .filter(row -> row.path("indicator").asText().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    static List<String> indicators(JsonNode review) {
        return review.path("results").findValuesAsText("indicator");
    }
}
