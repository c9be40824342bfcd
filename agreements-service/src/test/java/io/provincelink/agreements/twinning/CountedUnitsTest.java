package io.provincelink.agreements.twinning;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.words.Figure;
import io.provincelink.kit.words.Qualifier;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedUnitsTest {

    @ParameterizedTest(name = "{0} are {1}")
    @CsvSource({
        "EXACT 34 + EXACT 9, EXACT 43",
        "OVER 30 + EXACT 9, OVER 39",
        "UNDER 30 + EXACT 9, UNDER 39",
        "ABOUT 30 + EXACT 9, ABOUT 39",
        "RANGE 3-5 + EXACT 9, RANGE 12-14",
        "RANGE 3-5 + RANGE 1-2, RANGE 4-7",
        "RANGE 3-5 + OVER 10, OVER 13",
        "RANGE 3-5 + UNDER 10, UNDER 15",
        // there may be none of the second
        "OVER 30 + UNDER 10, OVER 30",
        "OVER 30 + ABOUT 10, ABOUT 40",
    })
    void a_sum_is_no_more_exact_than_its_parts(String parts, String sum) {
        List<Figure> figures = Arrays.stream(parts.split(" \\+ "))
                .map(CountedUnitsTest::figure)
                .toList();

        assertThat(CountedUnits.sum(figures)).isEqualTo(figure(sum));
    }

    @Test
    void units_of_different_kinds_are_regions_and_none_is_none() {
        assertThat(CountedUnits.sum(List.of(Figure.exact(1, "commune"), Figure.exact(2, "township"))))
                .isEqualTo(Figure.exact(3, "region"));
        assertThat(CountedUnits.sum(List.of())).isEqualTo(Figure.exact(0, "region"));
    }

    private static Figure figure(String text) {
        String[] words = text.split(" ");
        String[] ends = words[1].split("-");
        return new Figure(
                new BigDecimal(ends[0]),
                Qualifier.valueOf(words[0]),
                "commune",
                ends.length > 1 ? new BigDecimal(ends[1]) : null);
    }
}
