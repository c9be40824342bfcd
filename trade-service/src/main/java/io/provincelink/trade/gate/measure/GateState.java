package io.provincelink.trade.gate.measure;

/** Whether a side of a gate, or the gate, lets anything through on a day; the more it is in the way, the later in this list. */
public enum GateState {
    OPEN,
    /** Open for less than the gate's kind allows. */
    RESTRICTED,
    /** Nobody has said whether it is open. */
    UNKNOWN,
    CLOSED;

    boolean letsThrough() {
        return this == OPEN || this == RESTRICTED;
    }
}
