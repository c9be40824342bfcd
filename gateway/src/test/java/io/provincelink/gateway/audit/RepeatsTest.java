package io.provincelink.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.observation.Seen;
import io.provincelink.kit.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepeatsTest {

    private final Repeats repeats = new Repeats(3);

    private static Seen from(String address, String route) {
        return from(address, route, "POST");
    }

    private static Seen from(String address, String route, String method) {
        return new Seen(
                Instant.EPOCH,
                Duration.ZERO,
                Trace.begin(),
                null,
                address,
                method,
                route,
                "/secret",
                401,
                "unauthenticated");
    }

    private @Nullable AuditEntry first(Seen seen) {
        return repeats.first(AuditEntry.of(seen), seen);
    }

    @Test
    void the_first_of_a_kind_is_an_entry_and_the_others_are_one_more() {
        assertThat(first(from("10.0.0.1", "/a"))).isNotNull();
        assertThat(first(from("10.0.0.1", "/a"))).isNull();
        assertThat(first(from("10.0.0.1", "/a"))).isNull();
        assertThat(first(from("10.0.0.1", "/b"))).isNotNull();
        assertThat(repeats.end()).singleElement().satisfies(entry -> {
            assertThat(entry.times()).isEqualTo(2);
            assertThat(entry.route()).isEqualTo("/a");
            assertThat(entry.path()).isNull();
        });
    }

    @Test
    void what_comes_again_later_begins_anew() {
        first(from("10.0.0.1", "/a"));
        assertThat(repeats.end()).isEmpty();
        assertThat(first(from("10.0.0.1", "/a"))).isNotNull();
    }

    @Test
    void methods_that_are_made_up_are_one() {
        int kept = 0;
        for (int i = 0; i < 1_000; i++) {
            kept += first(from("10.0.0.1", "/a", "M" + i)) == null ? 0 : 1;
        }
        assertThat(kept).isEqualTo(1);
        assertThat(repeats.end()).singleElement().satisfies(entry -> {
            assertThat(entry.method()).isEqualTo("OTHER");
            assertThat(entry.times()).isEqualTo(999);
        });
    }

    @Test
    void a_flood_from_everywhere_is_a_few_entries() {
        int kept = 0;
        for (int i = 0; i < 1_000; i++) {
            kept += first(from("10.0." + i / 250 + "." + i % 250, "/route " + i)) == null ? 0 : 1;
        }
        assertThat(kept).isEqualTo(4);
        assertThat(repeats.end()).singleElement().satisfies(entry -> {
            assertThat(entry.times()).isEqualTo(996);
            assertThat(entry.route()).isEqualTo("unknown");
        });
    }
}
