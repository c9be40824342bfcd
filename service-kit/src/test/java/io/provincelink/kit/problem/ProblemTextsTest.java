package io.provincelink.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTextsTest {

    private static final List<String> BUNDLES =
            List.of("problems.properties", "problems_vi.properties", "problems_zh.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

    private static Properties bundle(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(ProblemTexts.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    @Test
    void every_text_stands_in_all_languages_with_the_same_placeholders() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (CommonProblem problem : CommonProblem.values()) {
            keys.add(problem.code() + ".title");
            keys.add(problem.code() + ".detail");
        }
        bundle(BUNDLES.get(0)).stringPropertyNames().stream()
                .filter(key -> key.startsWith("fault."))
                .forEach(keys::add);
        Properties english = bundle(BUNDLES.get(0));

        for (String name : BUNDLES) {
            Properties texts = bundle(name);
            assertThat(new TreeSet<>(texts.stringPropertyNames())).as(name).isEqualTo(keys);
            for (String key : keys) {
                assertThat(texts.getProperty(key)).as(name + " " + key).isNotBlank();
                assertThat(placeholders(texts.getProperty(key)))
                        .as(name + " " + key)
                        .isEqualTo(placeholders(english.getProperty(key)));
            }
        }
    }

    @Test
    void every_text_is_a_pattern_that_shows_its_arguments_and_apostrophes() throws IOException {
        for (String name : BUNDLES) {
            Properties texts = bundle(name);
            for (String key : texts.stringPropertyNames()) {
                String pattern = texts.getProperty(key);
                String shown = new MessageFormat(pattern, Locale.ROOT).format(new Object[] {2, 3, 4});
                assertThat(pattern).as(name + " " + key).doesNotContainPattern("(?<!')'(?!')");
                assertThat(shown).as(name + " " + key).doesNotContain("{", "}", "''");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(CommonProblem.class)
    void every_problem_has_a_status_an_address_and_texts(CommonProblem problem) {
        assertThat(problem.status()).isBetween(400, 599);
        assertThat(problem.uri()).matches("urn:provincelink:problem:[a-z]+(-[a-z]+)*");
        List<String> titles = new ArrayList<>();
        for (Locale language : ProblemTexts.LANGUAGES) {
            titles.add(Problem.of(problem, language, "/x", 1).title());
        }
        assertThat(titles).doesNotHaveDuplicates();
    }

    @Test
    void codes_of_problems_are_distinct() {
        assertThat(Arrays.stream(CommonProblem.values()).map(CommonProblem::code))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vi                      | vi",
                "VI                      | vi",
                "vi-VN                   | vi",
                "zh                      | zh",
                "zh-CN,zh;q=0.9,en;q=0.8 | zh",
                "zh-Hant-TW              | zh",
                "en-GB, vi;q=0.5         | en",
                "fr, vi;q=0.3            | vi",
                "vi;q=0.3, zh;q=0.7      | zh",
                "fr                      | en",
                "*                       | en",
                "vi;q=0, zh              | zh",
                "vi;q=0                  | en",
                "''                      | en",
                "' '                     | en",
                ";;;                     | en",
                "vi;q=abc                | en",
                "vi;q=7                  | en",
                "../../etc/passwd        | en",
                "äöü                     | en",
                "-                       | en",
                "vi,-                    | en",
                "-;q=1                   | en",
            })
    void accept_language_chooses_and_garbage_is_english(String header, String expected) {
        assertThat(ProblemTexts.language(header).getLanguage()).isEqualTo(expected);
    }

    @Test
    void no_header_is_english_and_a_very_long_one_does_no_harm() {
        assertThat(ProblemTexts.language(null)).isEqualTo(Locale.ENGLISH);
        assertThat(ProblemTexts.language("fr,".repeat(4000) + "vi").getLanguage())
                .isIn("vi", "en");
    }

    @Test
    void an_apostrophe_comes_out_as_one() {
        Problem problem = Problem.of(CommonProblem.NOT_YOUR_PARTY, Locale.ENGLISH, "/x", "VN.02");

        assertThat(problem.detail()).contains("act for VN.02").contains("one's own unit");
        assertThat(Problem.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE, Locale.ENGLISH, "/x")
                        .title())
                .isEqualTo("The body's media type is not supported");
    }

    @Test
    void arguments_with_braces_and_apostrophes_stand_as_they_are() {
        assertThat(Fault.at("/a", "unknown-value", "{0} o'clock")
                        .in(Locale.CHINESE)
                        .message())
                .contains("{0} o'clock");
    }

    @Test
    void days_are_written_as_in_json_in_every_language() {
        for (Locale language : ProblemTexts.LANGUAGES) {
            var violation = Fault.at(
                            "/a", "closed-region", LocalDate.of(2025, 6, 30), LocalDate.of(2026, 1, 1), "VN.08")
                    .in(language);
            assertThat(violation.message()).contains("2025-06-30", "2026-01-01", "VN.08");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1200})
    void one_fault_is_told_from_many(int faults) {
        String detail = Problem.of(CommonProblem.VALIDATION, Locale.ENGLISH, "/x", faults)
                .detail();

        assertThat(detail).startsWith(faults == 1 ? "One value is not right" : "");
        assertThat(detail.contains(" values are not right")).isEqualTo(faults > 1);
    }
}
