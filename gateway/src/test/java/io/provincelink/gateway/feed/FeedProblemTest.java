package io.provincelink.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.problem.Problem;
import io.provincelink.kit.problem.ProblemTexts;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeedProblemTest {

    @ParameterizedTest
    @EnumSource
    void eachProblemHasATextInEveryLanguage(FeedProblem problem) {
        Set<String> titles = new HashSet<>();
        for (Locale language : ProblemTexts.LANGUAGES) {
            Problem said = Problem.of(problem, language, "/x", 10);
            titles.add(said.title());
            assertThat(said.detail()).isNotBlank().doesNotContain("{", "}", "''");
        }
        assertThat(titles).hasSize(ProblemTexts.LANGUAGES.size());
    }
}
