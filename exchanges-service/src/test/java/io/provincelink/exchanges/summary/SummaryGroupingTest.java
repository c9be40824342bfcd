package io.provincelink.exchanges.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryGroupingTest {

    @Test
    void groupings_stay_in_the_order_asked_for_and_stand_once() {
        assertThat(SummaryGrouping.of("field, year,field"))
                .containsExactly(SummaryGrouping.FIELD, SummaryGrouping.YEAR);
        assertThat(SummaryGrouping.of(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "YEAR", "year,", ",", "month", "year;level"})
    void other_words_are_refused(String words) {
        assertThatThrownBy(() -> SummaryGrouping.of(words)).isInstanceOf(ProblemException.class);
    }
}
