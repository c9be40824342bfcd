package io.provincelink.suite;

import java.util.Map;

/** Another one for tests after which other tests would count more, or that stop a service for a while. */
final class CountedSuite extends SharedSuite {

    CountedSuite() {
        super("the counted suite", Map.of());
    }
}
