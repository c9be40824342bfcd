package io.provincelink.trade.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.problem.Problem;
import io.provincelink.kit.problem.ProblemTexts;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FigureProblemTest {

    @ParameterizedTest
    @EnumSource
    void each_problem_has_a_text_in_every_language(FigureProblem problem) {
        Set<String> titles = new HashSet<>();
        for (Locale language : ProblemTexts.LANGUAGES) {
            Problem said = Problem.of(problem, language, "/x", "XA.01", 30);
            titles.add(said.title());
            assertThat(said.detail()).isNotBlank().doesNotContain("{", "}", "''");
        }

        assertThat(titles).hasSize(ProblemTexts.LANGUAGES.size());
    }
}
