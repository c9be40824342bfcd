package io.provincelink.suite;

import java.util.Map;

/**
 * The two parties that prepared requests are of; each test has its own, so that none meets what the other leaves behind.
 *
 * @param mark begins codes and keys
 * @param own the province that writes the records
 * @param district one of it, of the days when there were districts
 * @param commune one of it, of today
 * @param other the prefecture that is the other party
 * @param county one of it
 */
record Sides(String mark, String own, String district, String commune, String other, String county) {

    /** Cao Bằng and Chongzuo. */
    static final Sides OF_THE_TABLE = new Sides("table", "VN.04", "VN.045", "VN.01795", "CN.451400", "CN.451481");

    /** Lai Châu and Honghe. */
    static final Sides OF_THE_FUZZ_RUN = new Sides("fuzz", "VN.12", "VN.106", "VN.03390", "CN.532500", "CN.532532");

    /** What stands in braces for them. */
    Map<String, String> values() {
        return Map.of(
                "mark", mark, "own", own, "district", district, "commune", commune, "other", other, "county", county);
    }
}
