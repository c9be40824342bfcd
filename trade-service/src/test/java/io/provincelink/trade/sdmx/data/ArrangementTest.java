package io.provincelink.trade.sdmx.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.trade.sdmx.data.Series.Observation;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrangementTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                          |   | 1 2 3 4 5
                        2 |   | 1 2
                          | 2 | 4 5
                        1 | 2 | 1 4 5
                        3 | 3 | 1 2 3 4 5
                        9 |   | 1 2 3 4 5
                          | 9 | 1 2 3 4 5
                        """)
    void the_first_and_the_last_observations_each_once(
            @Nullable Integer first, @Nullable Integer last, String expected) {
        List<Observation> all = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> new Observation(String.valueOf(i), "0", List.of()))
                .toList();

        List<Observation> told = new Arrangement(Arrangement.Detail.FULL, false, first, last).told(all);

        assertThat(String.join(" ", told.stream().map(Observation::period).toList()))
                .isEqualTo(expected);
    }
}
