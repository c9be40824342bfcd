package io.provincelink.trade.figure;

/** How finely a row of {@code trade_sum} tells figures apart. Kept as its place in this list: append only. */
public enum Grain {
    MONTH_GATE_CHAPTER,
    MONTH_GATE,
    MONTH_CHAPTER,
    YEAR_GATE_CHAPTER,
    YEAR_GATE,
    YEAR_CHAPTER,
    /** All gates and chapters together. */
    MONTH,
    YEAR
}
