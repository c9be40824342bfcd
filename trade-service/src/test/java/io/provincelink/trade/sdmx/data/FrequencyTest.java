package io.provincelink.trade.sdmx.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyTest {

    @ParameterizedTest
    @CsvSource({
        "199505, 1, M, 1995-05, 1995-05",
        "199501, 2, M2, 1995-01-01/P2M, 1995-01",
        "199510, 3, Q, 1995-Q4, 1995-10",
        "199502, 3, M3, 1995-02-01/P3M, 1995-02",
        "199501, 6, S, 1995-S1, 1995-01",
        "199507, 6, S, 1995-S2, 1995-07",
        "199502, 6, M6, 1995-02-01/P6M, 1995-02",
        "199502, 11, M11, 1995-02-01/P11M, 1995-02",
        "199501, 12, A, 1995, 1995-01"
    })
    void months_have_a_frequency_and_a_name_that_says_the_same(
            int first, int months, String code, String label, String begin) {
        assertThat(Frequency.of(first, months)).isEqualTo(code);
        assertThat(Frequency.label(first, months)).isEqualTo(label);
        assertThat(Frequency.begin(label)).isEqualTo(begin);
        assertThat(Frequency.months(label)).isEqualTo(months);
    }
}
