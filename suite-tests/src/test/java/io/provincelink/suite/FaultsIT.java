package io.provincelink.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens when parts of the suite are stopped or killed. */
class FaultsIT {

    /** Also in the first run, whose ordinary stop takes longer, since it records classes. */
    private static final Duration LONGEST_LIFE_AS_ORPHAN = Duration.ofSeconds(10);

    @Test
    void nothing_is_left_behind_and_nothing_acknowledged_is_lost() throws IOException {
        try (RunningSuite suite = RunningSuite.withNewData("kills")) {
            String token = suite.token("ha-giang-editor");
            String first = acknowledged(suite, token);
            String whole = everything(suite, token);

            assertThat(suite.killLauncher()).isLessThan(LONGEST_LIFE_AS_ORPHAN);
            suite.startAgain();
            assertThat(everything(suite, token)).isEqualTo(whole);

            String second = acknowledged(suite, token);
            suite.killEverything();
            // loads the dataset again, as years later: every document is there already
            Files.delete(suite.data().resolve("dataset.done"));
            suite.startAgain();

            suite.getAs(token, first).expect(200);
            suite.getAs(token, second).expect(200);
            assertThat(suite.get("/api/v1/programmes?limit=200").json().at("/items"))
                    .hasSize(publicProgrammes(whole));
            assertThat(suite.output()).contains("dataset: 0 documents loaded");

            var children = suite.javaChildren();
            assertThat(children).hasSize(4);
            assertThat(suite.stop()).isZero();
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
    }

    private static String acknowledged(RunningSuite suite, String token) {
        String draft = """
                {"code": "test-%s", "kind": "BILATERAL", "title": {"en": "Made up for a test"},
                 "parties": [{"region": "VN.02"}, {"region": "XB.010100"}],
                 "period": {"from": "2019-01-01", "to": "2019-12-31"}}
                """.formatted(UUID.randomUUID());
        return suite.post(token, "/api/v1/programmes", draft).expect(201).header("Location");
    }

    private static String everything(RunningSuite suite, String token) {
        return suite.getAs(token, "/api/v1/programmes?limit=200")
                .expect(200)
                .response()
                .body();
    }

    private static int publicProgrammes(String list) {
        return list.split("\"visibility\":\"PUBLIC\"", -1).length - 1;
    }
}
