package io.provincelink.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ETagTest {

    private static final ETag TAG = new ETag(7, "1c9f3a02");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"7-1c9f3a02\"                   | true",
                "W/\"7-1c9f3a02\"                 | true",
                "*                                | true",
                "\"1-0\", \"7-1c9f3a02\"          | true",
                "\"1-0\",W/\"7-1c9f3a02\",\"2-0\" | true",
                "\"7-1c9f3a03\"                   | false",
                "\"8-1c9f3a02\"                   | false",
                "7-1c9f3a02                       | false",
                "w/\"7-1c9f3a02\"                 | false",
                "``                               | false",
                "\"*\"                            | false",
            })
    void if_none_match_names_it_weakly_or_in_a_list(String header, boolean named) {
        assertThat(TAG.isIn(header)).isEqualTo(named);
    }

    @Test
    void no_header_names_nothing() {
        assertThat(TAG.isIn(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7-1c9f3a02\"", " \"7-0\" ", "W/\"7-ffffffff\""})
    void a_precondition_reads_the_version_alone(String tag) {
        assertThat(ETag.versionIn(tag)).isEqualTo(OptionalLong.of(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "\"7\"",
                "7-0",
                "\"-7-0\"",
                "\"7-\"",
                "\"7-xyz\"",
                "\"7-123456789\"",
                "\"9999999999999999999-0\"",
                "\"7-0"
            })
    void what_is_none_of_our_tags_names_no_version(String tag) {
        assertThat(ETag.versionIn(tag)).isEmpty();
    }

    @Test
    void it_changes_with_the_version_and_with_all_else_that_decides_the_bytes() {
        ETag tag = ETag.of(7, "1.0.0", new Object[] {LocalDate.of(2025, 7, 1)});

        assertThat(ETag.of(7, "1.0.0", new Object[] {LocalDate.of(2025, 7, 1)})).isEqualTo(tag);
        assertThat(ETag.of(8, "1.0.0", new Object[] {LocalDate.of(2025, 7, 1)})).isNotEqualTo(tag);
        assertThat(ETag.of(7, "1.0.1", new Object[] {LocalDate.of(2025, 7, 1)})).isNotEqualTo(tag);
        assertThat(ETag.of(7, "1.0.0", new Object[] {LocalDate.of(2025, 7, 2)})).isNotEqualTo(tag);
    }

    @Test
    void its_own_text_is_read_back() {
        ETag tag = ETag.of(123_456_789, "x");

        assertThat(ETag.versionIn(tag.toString())).isEqualTo(OptionalLong.of(123_456_789));
        assertThat(tag.isIn(tag.toString())).isTrue();
    }

    @Test
    void each_coding_of_an_answer_has_a_tag_of_its_own() {
        ETag tag = new ETag(0, "0123456789abcdef");

        assertThat(tag.coded("gzip, br")).hasToString("\"0-0123456789abcdef-gzip\"");
        assertThat(tag.coded("br")).isEqualTo(tag);
        assertThat(tag.coded(null)).isEqualTo(tag);
    }
}
