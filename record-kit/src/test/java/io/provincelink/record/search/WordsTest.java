package io.provincelink.record.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provincelink.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static List<String> index(String text) {
        Collection<String> terms = new TreeSet<>();
        Words.of(text).forEach(word -> Words.index(word, terms));
        return new ArrayList<>(terms);
    }

    /** As the database would: the terms by the index, the pieces in the text. */
    private static boolean finds(String q, String text) {
        SearchQuestion question = SearchQuestion.of(q);
        String folded = " " + String.join(" ", Words.of(text));
        return index(text).containsAll(question.terms())
                && question.pieces().stream().allMatch(folded::contains);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Nghị quyết 30a/2008/NQ-CP | nghi quyet 30a 2008 nq cp",
                "ĐỒNG Văn, Hà  Giang       | dong van ha giang",
                "云南省文山州2021年            | 云南省文山州 2021 年",
                "河江省-文山州                | 河江省 文山州",
                "２０２１年                   | 2021 年",
                "people's (work)           | people s work",
            })
    void a_text_falls_into_words(String text, String words) {
        assertThat(String.join(" ", Words.of(text))).isEqualTo(words);
    }

    @Test
    void a_word_is_kept_by_its_beginnings_and_chinese_by_one_and_two_characters() {
        assertThat(index("Thuỷ")).containsExactly("t", "th", "thu", "thuy");
        assertThat(index("谅解备忘")).containsExactlyInAnyOrder("谅", "解", "备", "忘", "谅解", "解备", "备忘");
        assertThat(index("internationalisation"))
                .hasSize(Words.LONGEST_BEGINNING)
                .contains("internat");
        assertThat(index("𠮷野")).containsExactlyInAnyOrder("𠮷", "野", "𠮷野");
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "thuy            | Thanh Thuỷ",
                "thuy            | Thanh Thủy",
                "Thủy            | thanh thuy",
                "THU\u0309Y      | Thanh Thuỷ",
                "dong            | Đồng Văn",
                "đồng            | DONG VAN",
                "giang ha        | Hà Giang",
                "gia             | Hà Giang",
                "internationali  | Internationalisation",
                "解               | 谅解备忘录",
                "解备             | 谅解备忘录",
                "解备忘           | 谅解备忘录",
                "谅解备忘录        | 中越谅解备忘录（2021）",
                "30a/2008        | Nghị quyết 30a/2008/NQ-CP",
                "2008 nghi       | Nghị quyết 30a/2008/NQ-CP",
                "河江 giang       | Hà Giang 河江省",
                "%wenshan_       | Wenshan",
                "'wenshan\"\\     | Wenshan",
            })
    void what_is_there_is_found(String q, String text) {
        assertThat(finds(q, text)).isTrue();
    }

    @ParameterizedTest(name = "{0} does not find {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "iang           | Hà Giang",
                "internationale | Internationalisation",
                "备解            | 谅解备忘录",
                "谅解解备         | 谅解备忘录",
                "解备忘解备       | 谅解备忘录，解备",
                "ha noi         | Hà Giang",
                "w%n            | Wenshan",
                "30b            | 30a/2008",
            })
    void what_is_not_there_is_not_found(String q, String text) {
        assertThat(finds(q, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0301", "%", "_ ' \" \\ --", "\u3000", "…"})
    void a_question_without_words_is_refused(String q) {
        assertThatThrownBy(() -> SearchQuestion.of(q))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.faults().get(0).code()).isEqualTo("no-words"));
    }

    @Test
    void a_question_has_an_end() {
        assertThat(SearchQuestion.of("a".repeat(200)).pieces()).hasSize(1);
        assertThatThrownBy(() -> SearchQuestion.of("a".repeat(201)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.faults().get(0).code()).isEqualTo("too-long-text"));
    }
}
