package io.provincelink.kit.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    private static Figure figure(String value, Qualifier qualifier, String upper) {
        return new Figure(new BigDecimal(value), qualifier, "USD", upper == null ? null : new BigDecimal(upper));
    }

    @ParameterizedTest
    @CsvSource({
        "EXACT, ,   true",
        "ABOUT, ,   true",
        "OVER,  ,   true",
        "UNDER, ,   true",
        "RANGE, 11, true",
        "RANGE, ,   false",
        "RANGE, 10, false",
        "RANGE, 9,  false",
        "EXACT, 11, false",
        "OVER,  11, false",
    })
    void upper_belongs_to_a_range_and_lies_above(Qualifier qualifier, String upper, boolean right) {
        var violations = Violations.of(figure("10", qualifier, upper));

        if (right) {
            assertThat(violations).isEmpty();
        } else {
            assertThat(violations).containsExactly("rangeWellFormed {provincelink.figure.range}");
        }
    }

    @Test
    void what_is_missing_is_said_once() {
        assertThat(Violations.of(new Figure(null, null, null, BigDecimal.ONE)))
                .containsExactly(
                        "qualifier {jakarta.validation.constraints.NotNull.message}",
                        "unit {jakarta.validation.constraints.NotNull.message}",
                        "value {jakarta.validation.constraints.NotNull.message}");
    }

    @Test
    void six_decimals_are_kept_and_a_seventh_is_refused() {
        assertThat(Violations.of(figure("0.123456", Qualifier.EXACT, null))).isEmpty();
        assertThat(Violations.of(figure("0.1234567", Qualifier.EXACT, null))).hasSize(1);
        assertThat(Violations.of(figure("1e24", Qualifier.EXACT, null))).hasSize(1);
        assertThat(Violations.of(figure("1e999999999", Qualifier.EXACT, null))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "EXACT, EXACT, EXACT",
        "OVER,  EXACT, ABOUT",
        "EXACT, OVER,  ABOUT",
        "ABOUT, ABOUT, ABOUT",
        "OVER,  UNDER, ABOUT",
    })
    void a_share_is_exact_only_of_two_exact_figures(Qualifier part, Qualifier whole, Qualifier expected) {
        Figure share = figure("1", part, null).percentOf(figure("3", whole, null));

        assertThat(share).isEqualTo(new Figure(new BigDecimal("33.3"), expected, "percent", null));
    }

    @ParameterizedTest
    @CsvSource({"30", "30.0", "30.000", "3E+1", "0.3E2"})
    void the_same_number_is_the_same_figure_however_it_is_written(String written) {
        assertThat(figure(written, Qualifier.EXACT, null)).isEqualTo(Figure.exact(30, "USD"));
        assertThat(figure("1", Qualifier.RANGE, written)).isEqualTo(figure("1", Qualifier.RANGE, "30"));
        assertThat(figure(written, Qualifier.EXACT, null).value()).hasToString("30");
    }

    @Test
    void half_a_tenth_rounds_up() {
        assertThat(Figure.exact(1, "USD").percentOf(Figure.exact(800, "USD")).value())
                .isEqualByComparingTo("0.1");
        assertThat(Figure.exact(25, "USD")
                        .percentOf(Figure.exact(10_000, "USD"))
                        .value())
                .isEqualByComparingTo("0.3");
    }
}
