package io.provincelink.exchanges.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.kit.http.PageRequest;
import io.provincelink.kit.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a cursor claims, the database is only asked for what it can read. */
class OutcomeKeyTest {

    private static final String REST = "|0198c0de-0000-7000-8000-000000000001|0198c0de-0000-7000-8000-000000000002";

    private static PageRequest page(String key) {
        return new PageRequest() {
            @Override
            public String after() {
                return key;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "2026-02-28", "9999-12-31", "infinity"})
    void a_page_begins_after_any_day_of_four_digits_or_after_all_days(String due) {
        assertThat(OutcomeKey.after(page(due + REST)).due()).isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01",
                "-0001-01-01",
                "-999999999-01-01",
                "+10000-01-01",
                "2026-02-30",
                "-infinity",
                "now",
                ""
            })
    void a_day_that_the_database_cannot_read_is_a_bad_cursor(String due) {
        assertThatThrownBy(() -> OutcomeKey.after(page(due + REST))).isInstanceOf(ProblemException.class);
    }
}
