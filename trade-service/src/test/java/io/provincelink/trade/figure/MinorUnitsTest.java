package io.provincelink.trade.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.problem.Fault;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MinorUnitsTest {

    @Test
    void cents_are_kept_as_whole_numbers() {
        assertThat(MinorUnits.of(new BigDecimal("12.5"), "USD")).isEqualTo(1250);
        assertThat(MinorUnits.toAmount(BigDecimal.valueOf(1250), "USD")).isEqualTo(new BigDecimal("12.50"));
    }

    @Test
    void dong_have_no_decimals() {
        assertThat(MinorUnits.of(new BigDecimal("12"), "VND")).isEqualTo(12);
        assertThat(MinorUnits.toAmount(BigDecimal.valueOf(12), "VND")).isEqualTo(new BigDecimal("12"));
    }

    @Test
    void more_decimals_than_the_currency_has_are_a_fault() {
        assertThat(MinorUnits.faults("/value", new BigDecimal("12.5"), "VND"))
                .extracting(Fault::code)
                .containsExactly("too-many-decimals");
        assertThat(MinorUnits.faults("/value", new BigDecimal("12.505"), "USD"))
                .extracting(Fault::code)
                .containsExactly("too-many-decimals");
    }

    @Test
    void zeros_behind_the_last_decimal_are_none() {
        assertThat(MinorUnits.faults("/value", new BigDecimal("12.500"), "USD")).isEmpty();
        assertThat(MinorUnits.faults("/value", new BigDecimal("12.0"), "VND")).isEmpty();
    }

    @Test
    void an_amount_that_does_not_fit_is_a_fault() {
        BigDecimal most = new BigDecimal("92233720368547758.07");

        assertThat(MinorUnits.faults("/value", most, "USD")).isEmpty();
        assertThat(MinorUnits.faults("/value", most.add(new BigDecimal("0.01")), "USD"))
                .extracting(Fault::code)
                .containsExactly("too-many");
    }
}
