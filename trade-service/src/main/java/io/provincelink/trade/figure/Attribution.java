package io.provincelink.trade.figure;

/**
 * By what goods are counted for a province; figures of different attribution are never added. Kept as its place in this list: append
 * only.
 */
public enum Attribution {
    /** Goods that came from or went to the province. */
    ORIGIN_DESTINATION,
    /** Goods of enterprises registered in the province. */
    ENTERPRISE,
    /** Goods that crossed the province's gates. */
    GATE;

    /** What is meant where nothing is said. */
    public static final Attribution USUAL = ORIGIN_DESTINATION;
}
