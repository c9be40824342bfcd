package io.provincelink.trade.gate.measure;

/** What a measure at a gate does. */
public enum MeasureKind {
    /** The side lets through what the gate's kind allows. */
    OPEN,
    /** It lets through less than that; the measure's text says what. */
    RESTRICTED,
    /** It lets nobody and nothing through. */
    CLOSED,
    /** The hours in which it works. */
    HOURS,
    /** How much goes through at most. */
    QUOTA;

    /** Whether it says of a side that it is open, or not; such a measure ends when the next one of its side begins. */
    boolean isState() {
        return this == OPEN || this == RESTRICTED || this == CLOSED;
    }
}
