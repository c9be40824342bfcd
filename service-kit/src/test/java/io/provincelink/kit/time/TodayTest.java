package io.provincelink.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TodayTest {

    private static Today at(String instant) {
        return new Today(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-30T16:59:59.999Z, 2025-06-30",
        "2025-06-30T17:00:00Z,     2025-07-01",
        "2025-07-01T00:00:00Z,     2025-07-01",
        "2024-12-31T17:00:00Z,     2025-01-01",
    })
    void the_day_begins_at_midnight_in_ha_giang(String instant, LocalDate day) {
        assertThat(at(instant).get()).isEqualTo(day);
    }

    @Test
    void an_instant_is_kept_as_the_database_keeps_it() {
        assertThat(at("2025-06-30T16:59:59.123456789Z").now()).isEqualTo("2025-06-30T16:59:59.123456Z");
    }
}
