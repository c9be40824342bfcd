package io.provincelink.trade.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.problem.ProblemTexts;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Qualifier;
import io.provincelink.trade.figure.Attribution;
import io.provincelink.trade.figure.Regime;
import io.provincelink.trade.figure.Valuation;
import io.provincelink.trade.series.Frequency;
import io.provincelink.trade.series.SeriesFlow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    private static Wording in(String language) {
        return new Wording(language, Regions.load(), TODAY);
    }

    @Test
    void each_language_has_the_same_words() {
        List<ResourceBundle> bundles = ProblemTexts.LANGUAGES.stream()
                .map(language -> ResourceBundle.getBundle(
                        "io.provincelink.trade.export.words",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)))
                .toList();

        for (ResourceBundle bundle : bundles) {
            for (String key : bundles.get(0).keySet()) {
                // what is missing in one language would be read from the English root
                assertThat(bundle.getLocale() == Locale.ROOT || bundle.keySet().contains(key))
                        .isTrue();
                assertThat(bundle.getString(key)).as(key).isNotEmpty();
            }
        }
        for (String key : bundles.get(0).keySet()) {
            boolean isName = List.of("word.FOB", "word.CIF", "between").contains(key);
            assertThat(bundles.get(1).getString(key).equals(bundles.get(0).getString(key)) && !isName)
                    .as("not translated: %s", key)
                    .isFalse();
            assertThat(bundles.get(2).getString(key).equals(bundles.get(0).getString(key)) && !isName)
                    .as("not translated: %s", key)
                    .isFalse();
        }
    }

    @Test
    void every_word_of_a_closed_list_has_its_text() {
        Stream.of(
                        SeriesFlow.values(),
                        Regime.values(),
                        Attribution.values(),
                        Valuation.values(),
                        Frequency.values(),
                        new Qualifier[] {Qualifier.EXACT, Qualifier.ABOUT})
                .flatMap(Stream::of)
                .forEach(word -> assertThat(in("vi").of((Enum<?>) word)).isNotBlank());
    }

    @Test
    void units_are_named_in_the_readers_language() {
        assertThat(in("zh").region("XB.010100")).isEqualTo("乙一州 (XB.010100)");
        assertThat(in("vi").region("XA.01")).isEqualTo("Tỉnh A Một (XA.01)");
        assertThat(in("fr").region("XA.01")).isEqualTo("Province A One (XA.01)");
        assertThat(in("en").region("ZZ.9")).isEqualTo("ZZ.9");
    }

    @Test
    void a_moment_is_told_in_the_officials_time() {
        assertThat(in("en").moment(Instant.parse("2026-11-29T20:30:00Z"))).isEqualTo("2026-11-30 03:30 (UTC+7)");
    }
}
