package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The suite's main job: what was agreed, what happened, with whom, said by whom. */
@ExtendWith(SharedSuite.class)
class ReviewIT {

    private static final String REVIEW = "/api/v1/programmes/ha-giang-wenshan-2016-2020/review";

    /** Keys that say more about a published figure than the example has: what it covers. */
    private static final String SCOPE_NOTE = "scopeNote";

    private final RunningSuite suite;

    ReviewIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void the_review_of_the_published_dataset_has_every_row_of_its_source() throws IOException {
        JsonNode review = suite.get(REVIEW).expect(200).json();

        List<String> differences = new ArrayList<>();
        compare("", expected(), review, differences);
        assertThat(differences).isEmpty();
    }

    @Test
    void every_published_figure_names_its_source() {
        JsonNode review = suite.get(REVIEW).expect(200).json();

        for (JsonNode result : review.at("/results")) {
            for (JsonNode published : result.at("/published")) {
                assertThat(published.at("/source/publisher").asText())
                        .as(result.at("/indicator").asText())
                        .isEqualTo("Thời Đại");
                assertThat(published.at("/source/via").asText()).isEqualTo("Báo Hà Giang");
            }
        }
    }

    @Test
    void who_has_the_review_gets_304() {
        String etag = suite.get(REVIEW).expect(200).header("ETag");

        assertThat(etag).isNotEmpty();
        assertThat(suite.get(REVIEW).header("ETag")).isEqualTo(etag);
        suite.getIfNoneMatch(etag, REVIEW).expect(304);
    }

    private static JsonNode expected() throws IOException {
        try (InputStream file = ReviewIT.class.getResourceAsStream("/review-of-ha-giang-wenshan-2016-2020.json")) {
            return new ObjectMapper().readTree(file);
        }
    }

    /** Keys, units, qualifiers, periods and texts count; ids, texts shown as "…" and the order of keys do not. */
    private static void compare(String path, JsonNode expected, JsonNode actual, List<String> differences) {
        if (path.endsWith("/id") || expected.asText().equals("…") || path.matches("/results/\\d+/title/en")) {
            return;
        }
        if (expected.isObject()) {
            var keys = new TreeSet<String>();
            expected.fieldNames().forEachRemaining(keys::add);
            actual.fieldNames().forEachRemaining(keys::add);
            keys.remove(SCOPE_NOTE);
            if (expected.path("en").asText().equals("…")) {
                return;
            }
            for (String key : keys) {
                if (!expected.has(key) || !actual.has(key)) {
                    differences.add(path + "/" + key + (expected.has(key) ? " is missing" : " is not expected"));
                } else {
                    compare(path + "/" + key, expected.get(key), actual.get(key), differences);
                }
            }
        } else if (expected.isArray() && !path.endsWith("/nextSteps")) {
            if (expected.size() != actual.size()) {
                differences.add(path + " has " + actual.size() + " items instead of " + expected.size());
            }
            for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
                compare(path + "/" + i, expected.get(i), actual.get(i), differences);
            }
        } else if (expected.isNumber()) {
            if (!actual.isNumber() || expected.decimalValue().compareTo(actual.decimalValue()) != 0) {
                differences.add(path + ": " + expected + " ≠ " + actual);
            }
        } else if (!expected.isArray() && !expected.equals(actual)) {
            differences.add(path + ": " + expected + " ≠ " + actual);
        }
    }
}
