package io.provincelink.kit.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    @Test
    void amounts_add_to_the_last_decimal() {
        assertThat(money("0.1", "USD").plus(money("0.2", "USD"))).isEqualTo(money("0.3", "USD"));
    }

    @Test
    void the_same_amount_is_equal_however_it_is_written() {
        assertThat(money("8000000000.00", "VND"))
                .isEqualTo(money("8E+9", "VND"))
                .hasToString("Money[amount=8000000000, currency=VND]");
        assertThat(money("0.00", "VND")).isEqualTo(money("0", "VND"));
    }

    @Test
    void amounts_of_two_currencies_are_never_added() {
        assertThatThrownBy(() -> money("1", "VND").plus(money("1", "CNY"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void only_a_currency_is_one() {
        assertThat(Violations.of(money("53900000000", "VND"))).isEmpty();
        for (String none : new String[] {"percent", "AAA", "XXX", "XTS", "XAU", "CLF"}) {
            assertThat(Violations.of(money("1", none)))
                    .as(none)
                    .isNotEmpty()
                    .allMatch("currency {provincelink.not.a.currency}"::equals);
        }
        assertThat(Violations.of(money("0.12345", "USD"))).hasSize(1);
    }
}
