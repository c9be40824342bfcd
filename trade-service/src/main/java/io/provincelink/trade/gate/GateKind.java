package io.provincelink.trade.gate;

/** For whom a gate is open. */
public enum GateKind {
    /** For persons and goods of all countries. */
    INTERNATIONAL,
    /** For the two countries. */
    MAIN,
    /** For the border regions. */
    SECONDARY,
    /** A crossing without a gate's standing. */
    OPENING
}
