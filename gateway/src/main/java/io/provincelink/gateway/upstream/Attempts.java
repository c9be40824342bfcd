package io.provincelink.gateway.upstream;

import java.util.HashSet;
import java.util.Set;

/** Whom one request was sent to so far, so that a second try goes to somebody else. */
public final class Attempts {

    private final Set<Instance> asked = new HashSet<>(2);

    Set<Instance> asked() {
        return asked;
    }

    void add(Instance instance) {
        asked.add(instance);
    }
}
