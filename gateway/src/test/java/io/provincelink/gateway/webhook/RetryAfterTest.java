package io.provincelink.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                " 120 | 120",
                "999999999 | 999999999",
                "Tue, 01 Dec 2026 08:02:00 GMT | 120",
                "Tue, 01 Dec 2026 07:00:00 GMT | 0"
            })
    void seconds_and_dates_are_understood(String header, long seconds) {
        assertThat(RetryAfter.seconds(header, NOW)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "9999999999", "2026-12-01", "Mon, 01 Dec 2026 08:02:00 GMT"})
    void what_cannot_be_read_asks_for_nothing(String header) {
        assertThat(RetryAfter.seconds(header, NOW)).isNull();
    }

    @Test
    void without_it_nothing_is_asked_for() {
        assertThat(RetryAfter.seconds(null, NOW)).isNull();
    }
}
