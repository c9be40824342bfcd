package io.provincelink.trade.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.problem.Problem;
import io.provincelink.kit.problem.ProblemTexts;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SdmxProblemTest {

    @ParameterizedTest
    @EnumSource
    void each_problem_has_a_text_in_every_language(SdmxProblem problem) {
        Set<String> titles = new HashSet<>();
        for (Locale language : ProblemTexts.LANGUAGES) {
            Problem said = Problem.of(problem, language, "/x", "a");
            titles.add(said.title());
            assertThat(said.detail()).isNotBlank().doesNotContain("{", "}", "''");
        }

        assertThat(titles).hasSize(ProblemTexts.LANGUAGES.size());
        assertThat(problem.status()).isIn(404, 501);
    }
}
