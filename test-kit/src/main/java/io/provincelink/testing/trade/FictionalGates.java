package io.provincelink.testing.trade;

import java.util.List;
import java.util.stream.IntStream;

/** Ten gates between the two invented countries. */
public final class FictionalGates {

    static final int COUNT = 10;

    /** So many, the first ones, are for all countries; people living at the border trade at the others. */
    static final int INTERNATIONAL = 2;

    private FictionalGates() {}

    /** Their codes in the order in which they are best recorded: figures in the order of gates are then in the order of their key. */
    public static List<String> codes() {
        return IntStream.rangeClosed(1, COUNT).mapToObj(FictionalGates::code).toList();
    }

    static String code(int gate) {
        return String.format("border-gate-%02d", gate);
    }

    /** What an editor of either side posts to /gates to record one of them, as JSON. */
    public static String draft(String code) {
        int gate = codes().indexOf(code) + 1;
        if (gate == 0) {
            throw new IllegalArgumentException(code);
        }
        return """
                {"code": "%s", "kind": "%s", "since": "1960", "sides": [
                  {"region": "XA.01101", "name": {"vi": "Cửa khẩu A %d", "en": "Gate A %d"}},
                  {"region": "XB.010101", "name": {"zh": "乙口岸%d", "en": "Gate B %d"}}]}
                """.formatted(code, gate <= INTERNATIONAL ? "INTERNATIONAL" : "SECONDARY", gate, gate, gate, gate);
    }
}
