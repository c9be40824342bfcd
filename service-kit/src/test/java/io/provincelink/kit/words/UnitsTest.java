package io.provincelink.kit.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({
        "USD,              true,  true",
        "VND,              true,  true",
        "CNY,              true,  true",
        "XAU,              false, false",
        "XTS,              false, false",
        "XXX,              false, false",
        "CLF,              false, false",
        "person,           true,  false",
        "percentage-point, true,  false",
        "usd,              false, false",
        "Person,           false, false",
        "pigs,             false, false",
        "AAA,              false, false",
        "'',               false, false",
    })
    void a_unit_is_a_currency_or_one_of_the_codes(String unit, boolean known, boolean currency) {
        assertThat(Units.isKnown(unit)).isEqualTo(known);
        assertThat(Units.isCurrency(unit)).isEqualTo(currency);
    }

    @Test
    void every_code_is_lower_case_and_no_currency() {
        assertThat(Units.CODES).allMatch(code -> code.matches("[a-z]+(-[a-z]+)*") && !Units.isCurrency(code));
    }
}
