package io.provincelink.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.gateway.audit.AuditEntries.Place;
import io.provincelink.kit.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditPlaceTest {

    private static final String ID = " 01a22ed2-7a82-7d8b-80bc-71e11138bc21";

    @Test
    void a_page_ends_at_a_moment_and_an_id() {
        assertThat(Place.of("2026-11-30T23:37:55.585402Z" + ID))
                .isEqualTo(new Place(Instant.parse("2026-11-30T23:37:55.585402Z"), UUID.fromString(ID.strip())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "2026-11-30T23:37:55Z", "2026-11-30T23:37:55Z x", "+1000000000-12-31T23:59:59Z" + ID})
    void what_no_page_ended_at_is_the_clients_fault(String key) {
        assertThatThrownBy(() -> Place.of(key)).isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                        refused.type().status())
                .isEqualTo(400));
    }
}
