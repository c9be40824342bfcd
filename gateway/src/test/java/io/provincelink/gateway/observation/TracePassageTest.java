package io.provincelink.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.FakeService;
import io.provincelink.gateway.Surroundings;
import io.provincelink.testing.Api;
import io.provincelink.testing.LogLines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class TracePassageTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    private final List<FakeService> services =
            List.of(FakeService.agreements(), FakeService.exchanges(), FakeService.trade());
    private final List<String> parents = new CopyOnWriteArrayList<>();
    private final List<String> states = new CopyOnWriteArrayList<>();
    private final Api traced =
            Api.unchecked().with("traceparent", "00-" + ID + "-" + SPAN + "-01").with("tracestate", "partner=42");

    @BeforeEach
    void start() {
        services.forEach(service -> service.answering(this::answer));
    }

    private void answer(HttpServerRequest request) {
        String parent = String.valueOf(request.getHeader("traceparent"));
        // of its own accord, for webhooks of other tests, the gateway asks for changes and for their end at any time
        if (!request.path().startsWith("/api/v1/change") || parent.contains(ID)) {
            parents.add(parent);
            states.add(String.valueOf(request.getHeader("tracestate")));
        }
        request.response().putHeader("Content-Type", "application/json").end("{\"items\":[],\"more\":false}");
    }

    @AfterEach
    void stop() {
        services.forEach(FakeService::stop);
    }

    @Test
    void a_service_hears_of_the_callers_trace_with_the_gateway_for_its_parent() {
        traced.get("/api/v1/gates").expect(200);
        assertThat(parents)
                .singleElement()
                .asString()
                .matches("00-" + ID + "-[0-9a-f]{16}-01")
                .doesNotContain(SPAN);
        assertThat(states).containsExactly("partner=42");
    }

    @Test
    void without_one_the_gateway_begins_one_for_each_request() {
        Api.unchecked().get("/api/v1/gates").expect(200);
        Api.unchecked().get("/api/v1/gates").expect(200);
        assertThat(parents).hasSize(2).doesNotHaveDuplicates().allSatisfy(parent -> assertThat(parent)
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "00-" + ID + "-0000000000000000-01", "ff-" + ID + "-" + SPAN + "-01"})
    void one_that_is_none_is_replaced_and_nobody_is_refused_for_it(String told) {
        Api.unchecked()
                .with("traceparent", told)
                .with("tracestate", "partner=42")
                .get("/api/v1/gates")
                .expect(200);
        assertThat(parents)
                .singleElement()
                .asString()
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
                .doesNotContain(ID);
        assertThat(states).containsExactly("null");
    }

    @Test
    void all_questions_of_a_composed_answer_are_of_one_trace() {
        traced.get("/api/v1/search?q=x");
        assertThat(parents).hasSize(3).allSatisfy(parent -> assertThat(parent).startsWith("00-" + ID));
        assertThat(parents.stream().distinct()).hasSize(1);
    }

    @Test
    void a_long_poll_asks_in_its_readers_trace() {
        traced.get("/api/v1/changes");
        assertThat(parents).anySatisfy(parent -> assertThat(parent).startsWith("00-" + ID));
    }

    @Test
    void lines_of_the_log_name_it() {
        services.forEach(FakeService::stop);
        try (LogLines log = LogLines.open()) {
            traced.get("/api/v1/gates").expect(503);
            traced.get("/api/v1/search?q=x");
            assertThat(log.with("GET /api/v1/gates")).isNotEmpty().allSatisfy(line -> assertThat(line)
                    .contains("trace=" + ID));
            assertThat(log.with("gave no part of /api/v1/search")).isNotEmpty().allSatisfy(line -> assertThat(line)
                    .contains("trace=" + ID));
        }
    }
}
