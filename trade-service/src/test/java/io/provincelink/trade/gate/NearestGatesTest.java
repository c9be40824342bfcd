package io.provincelink.trade.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestGatesTest {

    private static final List<String> CODES = List.of("lao-cai-hekou", "thanh-thuy-tianbao", "xin-man-dulong");

    @Test
    void a_misspelt_code_finds_the_meant_one_first() {
        assertThat(NearestGates.of("Thanh-Thuy-Tienbao", CODES)).first().isEqualTo("thanh-thuy-tianbao");
    }

    @Test
    void what_has_nothing_in_common_is_left_out() {
        assertThat(NearestGates.of("q", CODES)).isEmpty();
        assertThat(NearestGates.of("zzzz", CODES)).isEmpty();
        assertThat(NearestGates.of("hekou", CODES)).containsExactly("lao-cai-hekou");
    }
}
