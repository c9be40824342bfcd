package io.provincelink.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.Surroundings;
import io.provincelink.testing.Api;
import io.provincelink.testing.LogLines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class VisitsTest {

    private static final String STUMBLED_OVER = "/api/v1/stumbled-over";

    @Singleton
    static class Clumsy implements Watcher {

        @Override
        public void saw(Seen seen) {
            if (seen.path().equals(STUMBLED_OVER)) {
                throw new IllegalStateException("stumbled");
            }
        }
    }

    @Test
    void a_watcher_that_stumbles_is_not_the_clients_business() {
        try (LogLines log = LogLines.open()) {
            assertThat(Api.unchecked().get(STUMBLED_OVER).expect(404).at("/type"))
                    .isEqualTo("urn:provincelink:problem:not-found");
            assertThat(log.with("what became of a request is not told")).hasSize(1);
        }
    }
}
