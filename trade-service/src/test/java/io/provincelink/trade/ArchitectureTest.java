package io.provincelink.trade;

import io.provincelink.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_code_is_laid_out_as_agreed() {
        ArchitectureRules.check("io.provincelink.trade");
    }

    @Test
    void only_repositories_query_and_each_question_names_the_caller() {
        ArchitectureRules.checkScope("io.provincelink.trade");
    }
}
