package io.provincelink.kit.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @Test
    void one_language_is_enough() {
        assertThat(Violations.of(Text.vi("Hà Giang"))).isEmpty();
        assertThat(Violations.of(new Text(null, "文山", null))).isEmpty();
        assertThat(Violations.of(Text.en("Wenshan"))).isEmpty();
    }

    @Test
    void no_language_is_too_few() {
        assertThat(Violations.of(new Text(null, null, null)))
                .containsExactly("inSomeLanguage {provincelink.text.empty}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n ", "\r\n", "\u3000", " \u00a0"})
    void a_blank_is_no_text(String blank) {
        assertThat(Violations.of(new Text("a", blank, "c"))).containsExactly("zh {provincelink.text.blank}");
    }

    @Test
    void lines_and_marks_are_text_as_they_are() {
        assertThat(Violations.of(Text.en("\n first\n\nsecond \n"))).isEmpty();
    }

    @Test
    void a_text_ends_at_20000_characters() {
        assertThat(Violations.of(Text.en("x".repeat(20_000)))).isEmpty();
        assertThat(Violations.of(Text.en("x".repeat(20_001))))
                .containsExactly("en {jakarta.validation.constraints.Size.message}");
    }

    @ParameterizedTest
    @CsvSource({
        "vi,    xin chào, 你好, hello, xin chào",
        "zh-CN, xin chào, 你好, hello, 你好",
        "en,    xin chào, 你好, hello, hello",
        "fr,    xin chào, 你好, hello, hello",
        "zh,    xin chào,    , hello, hello",
        "zh,    xin chào,    ,      , xin chào",
        "en,            , 你好,      , 你好",
        "vi,            ,    ,      , ''",
    })
    void a_reader_gets_its_language_or_the_nearest_there_is(
            String language, String vi, String zh, String en, String expected) {
        assertThat(new Text(vi, zh, en).in(Locale.forLanguageTag(language))).isEqualTo(expected);
    }
}
