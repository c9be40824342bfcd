package io.provincelink.record.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.kit.problem.ProblemException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {

    private static final UUID EPOCH = UUID.fromString("7a1a8de9-0a38-4a52-94d4-0f2d27a11d3f");

    private final Head head = new Head(EPOCH, 100, new byte[32], 40);

    @ParameterizedTest
    @ValueSource(longs = {39, 40, 99, 100})
    void a_place_in_what_is_kept_comes_back(long place) {
        assertThat(head.open(head.seal(place))).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 38, 101, Long.MAX_VALUE, -1})
    void a_place_before_the_oldest_or_beyond_the_end_is_gone(long place) {
        assertThatThrownBy(() -> head.open(head.seal(place)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        gone -> assertThat(gone.type().status()).isEqualTo(410));
    }

    @Test
    void a_cursor_of_another_database_is_gone() {
        String foreign = new Head(UUID.randomUUID(), 100, new byte[32], 1).seal(50);
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        String otherwiseSealed = new Head(EPOCH, 100, otherKey, 1).seal(50);

        assertThatThrownBy(() -> head.open(foreign)).hasMessage("gone");
        assertThatThrownBy(() -> head.open(otherwiseSealed)).hasMessage("gone");
    }

    @Test
    void neighbours_have_nothing_in_common_to_count_by() {
        assertThat(head.seal(50).substring(0, 8)).isNotEqualTo(head.seal(51).substring(0, 8));
        assertThat(head.seal(50)).matches("[A-Za-z0-9_-]{22}");
    }
}
