package io.provincelink.testing.trade;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the ways on which goods go between the two sides: what a figure says beside its month and its goods. There are always as many, so
 * that more rows make more goods, and not more sums.
 *
 * @param wholeCountry whether the partner is the other country as a whole
 * @param isExport seen from the reporter
 * @param gate from 1; 0 for no gate
 */
record TradeLane(boolean wholeCountry, boolean isExport, int gate, String regime) {

    /** In the order of the figures' key. */
    static final List<TradeLane> ALL = all();

    static final int COUNT = ALL.size();

    private static List<TradeLane> all() {
        List<TradeLane> lanes = new ArrayList<>();
        for (boolean export : new boolean[] {true, false}) {
            lanes.add(new TradeLane(true, export, 0, "NORMAL"));
            lanes.add(new TradeLane(true, export, 0, "TRANSIT"));
        }
        for (boolean export : new boolean[] {true, false}) {
            lanes.add(new TradeLane(false, export, 0, "NORMAL"));
            for (int gate = 1; gate <= FictionalGates.COUNT; gate++) {
                lanes.add(new TradeLane(false, export, gate, "NORMAL"));
                if (gate > FictionalGates.INTERNATIONAL) {
                    lanes.add(new TradeLane(false, export, gate, "BORDER_RESIDENT"));
                }
                if (gate == 1) {
                    lanes.add(new TradeLane(false, export, gate, "TEMPORARY"));
                }
            }
        }
        return List.copyOf(lanes);
    }

    /** The same number for both sides' reports of the same goods; what comes from the rest of a country, the other side does not report. */
    long way(boolean reportedByA) {
        boolean fromA = isExport == reportedByA;
        int rest = wholeCountry ? reportedByA ? 2048 : 1024 : 0;
        return gate * 64L + regime.length() * 2L + rest + (fromA ? 1 : 0);
    }

    /** Place in the list of all lanes, as A sees them: so that both sides report as many kinds of goods on one way. */
    int place(boolean reportedByA) {
        return ALL.indexOf(new TradeLane(wholeCountry, isExport == reportedByA, gate, regime));
    }
}
