package io.provincelink.gateway.proxy;

import java.util.HashMap;
import java.util.Map;

/** How much each caller has of the services at this moment: a slow reader holds a connection for each answer. */
final class Shares {

    private final Map<String, Integer> present = new HashMap<>();
    private final int most;

    /** @param most how many requests of one caller may be in progress */
    Shares(int most) {
        this.most = most;
    }

    /** Whether the caller may have one more; then it is to be given back. */
    synchronized boolean take(String caller) {
        int held = present.getOrDefault(caller, 0);
        if (held >= most) {
            return false;
        }
        present.put(caller, held + 1);
        return true;
    }

    synchronized void giveBack(String caller) {
        present.computeIfPresent(caller, (name, held) -> held == 1 ? null : held - 1);
    }
}
