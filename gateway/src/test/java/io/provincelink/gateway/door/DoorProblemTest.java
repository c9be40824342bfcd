package io.provincelink.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.kit.problem.Problem;
import io.provincelink.kit.problem.ProblemTexts;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoorProblemTest {

    @ParameterizedTest
    @EnumSource
    void everyProblemHasAStatusAndATextInEveryLanguage(DoorProblem type) {
        Set<String> texts = new HashSet<>();
        for (Locale language : ProblemTexts.LANGUAGES) {
            Problem problem = Problem.of(type, language, "/x");
            assertThat(problem.status()).isBetween(400, 599);
            assertThat(problem.title()).isNotBlank();
            assertThat(problem.detail()).isNotBlank();
            texts.add(problem.title());
            texts.add(problem.detail());
        }
        assertThat(texts).hasSize(2 * ProblemTexts.LANGUAGES.size());
    }
}
