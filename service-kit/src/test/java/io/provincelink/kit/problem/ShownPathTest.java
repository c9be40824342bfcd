package io.provincelink.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownPathTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/calendar-feeds/s3cr-et_/calendar.ics, /api/v1/calendar-feeds/…/calendar.ics",
        "/api/v1/calendar-feeds/s3cr-et_, /api/v1/calendar-feeds/…",
        "/api/v1/calendar-feeds//s3cr-et_/x, /api/v1/calendar-feeds//…/x",
        "/api/v1/calendar-feeds/0198c0de-0000-7000-8000-000000000001x/x, /api/v1/calendar-feeds/…/x",
        "/api/v1/calendar-feeds/0198c0de-0000-7000-8000-000000000001,"
                + " /api/v1/calendar-feeds/0198c0de-0000-7000-8000-000000000001",
        "/api/v1/calendar-feeds, /api/v1/calendar-feeds",
        "/api/v1/calendar.ics, /api/v1/calendar.ics",
        "/api/v1/agreements/calendar-feeds, /api/v1/agreements/calendar-feeds",
    })
    void a_secret_in_a_path_is_not_shown(String path, String shown) {
        assertThat(ShownPath.of(path)).isEqualTo(shown);
    }

    @Test
    void no_path_is_none() {
        assertThat(ShownPath.of(null)).isNull();
    }
}
