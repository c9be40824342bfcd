package io.provincelink.trade.statistic;

/** How settled a reported figure is. Kept as its place in this list: append only. */
public enum FigureStatus {
    PROVISIONAL,
    FINAL,
    ESTIMATED
}
