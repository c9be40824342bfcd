package io.provincelink.trade.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.trade.statistic.MonthRange;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FigureKeyTest {

    static Stream<FigureKey> keys() {
        return Stream.of(
                key(new MonthRange(190001, 1), 1, Flow.EXPORT, Regime.NORMAL, "01", "AAA"),
                key(new MonthRange(201901, 2), 2, Flow.IMPORT, Regime.BORDER_RESIDENT, "0810", "USD"),
                key(new MonthRange(209901, 12), Short.MAX_VALUE, Flow.IMPORT, Regime.TRANSIT, "999999", "ZZZ"));
    }

    private static FigureKey key(MonthRange months, int number, Flow flow, Regime regime, String hs, String currency) {
        short all = (short) number;
        return new FigureKey(months, all, all, flow, all, regime, HsNumber.of(hs), currency);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void an_id_says_the_key(FigureKey key) {
        UUID id = key.id();

        assertThat(FigureKey.of(id)).contains(key);
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void other_ids_are_nobodys() {
        assertThat(FigureKey.of(UUID.randomUUID())).isEmpty();
        assertThat(FigureKey.of(new UUID(0, 0))).isEmpty();
        assertThat(FigureKey.of(new UUID(-1, -1))).isEmpty();
    }

    @Test
    void goods_are_numbers_in_the_order_of_their_codes() {
        List<String> codes = List.of("01", "08", "0801", "080111", "0802", "09", "99", "990000");

        List<Integer> numbers = codes.stream().map(HsNumber::of).toList();

        assertThat(numbers).isSorted().doesNotHaveDuplicates();
        assertThat(numbers.stream().map(HsNumber::code)).isEqualTo(codes);
        assertThat(numbers.stream().map(HsNumber::chapter)).containsExactly(1, 8, 8, 8, 8, 9, 99, 99);
        assertThat(HsNumber.of("080199")).isLessThanOrEqualTo(HsNumber.lastBelow("0801"));
        assertThat(HsNumber.of("0802")).isGreaterThan(HsNumber.lastBelow("0801"));
    }
}
