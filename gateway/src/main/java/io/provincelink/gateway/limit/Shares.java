package io.provincelink.gateway.limit;

import java.util.HashMap;
import java.util.Map;

/** How much each caller has at this moment of what all share, so that none takes it away from the others. */
public final class Shares {

    private final Map<String, Integer> present = new HashMap<>();
    private final int most;

    /** @param most how much one caller may have */
    public Shares(int most) {
        this.most = most;
    }

    /** Whether the caller may have one more; then it is to be given back. */
    public synchronized boolean take(String caller) {
        int held = present.getOrDefault(caller, 0);
        if (held >= most) {
            return false;
        }
        present.put(caller, held + 1);
        return true;
    }

    public synchronized void giveBack(String caller) {
        present.computeIfPresent(caller, (name, held) -> held == 1 ? null : held - 1);
    }
}
