package io.provincelink.gateway;

import io.provincelink.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void followsTheRulesOfTheHouse() {
        ArchitectureRules.check("io.provincelink.gateway");
    }
}
