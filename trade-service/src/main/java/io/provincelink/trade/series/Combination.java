package io.provincelink.trade.series;

/** Months that are one point of a monthly series. */
public enum Combination {
    /** The lunar new year falls into January or February, so that only both together can be compared with another year's. */
    JAN_FEB
}
