package io.provincelink.trade.figure;

/** Under which customs procedure the goods went. Kept as its place in this list: append only. */
public enum Regime {
    NORMAL,
    /** Small trade of people living at the border (边民互市). */
    BORDER_RESIDENT,
    TEMPORARY,
    TRANSIT
}
