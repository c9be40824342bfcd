package io.provincelink.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"gzip", "br, gzip", "gzip;q=0.1", "*", "*;q=0.5", "gzip;q=0.5, deflate;q=0.5", "gzip, *;q=0"})
    void these_take_gzip(String accepted) {
        assertThat(Coding.isGzip(accepted)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br", "deflate", "gzip;q=0", "*;q=0", "gzip;q=x", "gzip;q=0, *"})
    void these_do_not(String accepted) {
        assertThat(Coding.isGzip(accepted)).isFalse();
    }

    @Test
    void who_says_nothing_gets_plain_text() {
        assertThat(Coding.isGzip(null)).isFalse();
    }
}
