package io.provincelink.exchanges;

import io.provincelink.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void features_stand_in_folders_of_their_own_without_cycles() {
        ArchitectureRules.check("io.provincelink.exchanges");
    }

    @Test
    void only_repositories_query_and_always_for_a_caller() {
        ArchitectureRules.checkScope("io.provincelink.exchanges");
    }
}
