package io.provincelink.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.provincelink.gateway.store.StoreProblem;
import io.provincelink.kit.problem.Problem;
import io.provincelink.kit.problem.ProblemTexts;
import io.provincelink.kit.problem.ProblemType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebhookProblemTest {

    @Test
    void eachProblemHasATextInEveryLanguage() {
        for (ProblemType problem : List.of(WebhookProblem.TOO_MANY_WEBHOOKS, StoreProblem.STORE_AWAY)) {
            Set<String> titles = new HashSet<>();
            for (Locale language : ProblemTexts.LANGUAGES) {
                Problem said = Problem.of(problem, language, "/x", 50);
                titles.add(said.title());
                assertThat(said.detail()).isNotBlank().doesNotContain("{", "}", "''");
            }
            assertThat(titles).hasSize(ProblemTexts.LANGUAGES.size());
        }
    }
}
