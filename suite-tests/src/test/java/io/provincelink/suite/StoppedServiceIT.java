package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes on while a service is stopped; and whoever waits for a change hears of it. */
@ExtendWith(CountedSuite.class)
class StoppedServiceIT {

    private static final String REVIEW = "/api/v1/programmes/ha-giang-wenshan-2016-2020/review";
    private static final Duration DEADLINE = Duration.ofSeconds(4);

    private final RunningSuite suite;

    StoppedServiceIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void the_review_answers_without_a_service_and_is_complete_when_it_is_back() {
        suite.service("stop", "trade-service");

        long asked = System.nanoTime();
        JsonNode without = suite.get(REVIEW).expect(200).json();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(DEADLINE);
        assertThat(without.at("/unavailable").toString()).isEqualTo("[\"trade-service\"]");
        assertThat(without.toString()).contains("high-level-meetings").doesNotContain("vehicle-permits");
        assertThat(suite.get("/api/v1/gates").expect(503).header("Content-Type"))
                .startsWith("application/problem+json");
        suite.get("/api/v1/programmes").expect(200);

        suite.service("start", "trade-service");

        JsonNode complete = suite.get(REVIEW).expect(200).json();
        assertThat(complete.at("/unavailable")).isEmpty();
        assertThat(complete.toString()).contains("vehicle-permits");
    }

    @Test
    void the_feed_of_all_services_goes_on_while_one_is_down_and_whoever_waits_hears_of_it() throws Exception {
        Person editor = Person.of(suite, "VN.14", "reader", "editor");
        assertThat(typesOf(editor.changes(""))).contains("PROGRAMME");
        String end = editor.endOfTheFeed();
        suite.service("stop", "trade-service");
        String programme = WebhookIT.programme(editor);
        JsonNode without = editor.changes(end);
        assertThat(without.at("/items/0/id").asText()).isEqualTo(programme);
        assertThat(without.at("/unavailable").toString()).isEqualTo("[\"trade-service\"]");
        suite.service("start", "trade-service");

        String behind = without.at("/nextCursor").asText();
        assertThat(editor.changes(behind).at("/items")).isEmpty();
        List<JsonNode> heard = new ArrayList<>();
        Thread waiting = new Thread(() -> heard.add(editor.get("/api/v1/changes?wait=15s&after=" + behind)
                .expect(200)
                .json()));
        waiting.start();
        Thread.sleep(1_000);
        long begun = System.nanoTime();
        String next = WebhookIT.programme(editor);
        waiting.join(15_000);
        assertThat(heard.get(0).at("/items/0/id").asText()).isEqualTo(next);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));

        // every type that there is can be asked for
        Set<String> types = new TreeSet<>();
        for (JsonNode page = editor.changes(""); !page.at("/items").isEmpty(); ) {
            types.addAll(typesOf(page));
            page = editor.changes(page.at("/nextCursor").asText());
        }
        assertThat(types).hasSizeGreaterThan(10);
        editor.get("/api/v1/changes?types=" + String.join(",", types)).expect(200);
    }

    private static Set<String> typesOf(JsonNode page) {
        return Set.copyOf(page.path("items").findValuesAsText("type"));
    }
}
