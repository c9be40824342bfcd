package io.provincelink.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final String FILTERS = "/api/v1/regions{country=[VN]}";

    private static void assertRefused(String cursor, String filters) {
        assertThatThrownBy(() -> Cursor.open(cursor, filters))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo("?cursor");
                            assertThat(fault.code()).isEqualTo("bad-cursor");
                        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VN.08@2025-07-01", "a:b:c", "河江", ""})
    void it_opens_to_the_key_that_was_sealed(String key) {
        assertThat(Cursor.open(Cursor.seal(key, FILTERS), FILTERS)).isEqualTo(key);
    }

    @Test
    void it_needs_no_encoding_in_an_address() {
        assertThat(Cursor.seal("河江??>>~~", FILTERS)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void it_is_not_taken_to_another_list() {
        assertRefused(Cursor.seal("VN.08", FILTERS), "/api/v1/regions{country=[CN]}");
    }

    @Test
    void a_changed_key_is_noticed() {
        String text = new String(Base64.getUrlDecoder().decode(Cursor.seal("VN.08", FILTERS)), StandardCharsets.UTF_8);
        String changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.replace("VN.08", "VN.09").getBytes(StandardCharsets.UTF_8));

        assertRefused(changed, FILTERS);
    }

    @Test
    void a_key_that_no_list_has_is_refused_even_when_sealed() {
        assertRefused(Cursor.seal("VN.02\0", FILTERS), FILTERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "abc", "Og", "öö", "OjpWTg"})
    void what_was_never_sealed_is_refused(String cursor) {
        assertRefused(cursor, FILTERS);
    }
}
