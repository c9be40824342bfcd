package io.provincelink.trade.traffic;

/** Which way, seen from the reporter. Kept as its place in this list: append only. */
public enum Direction {
    OUT,
    IN,
    /** Not told apart. */
    BOTH;

    /** Whether figures of the two directions would count the same crossing twice. */
    boolean overlaps(Direction other) {
        return this == other || this == BOTH || other == BOTH;
    }
}
