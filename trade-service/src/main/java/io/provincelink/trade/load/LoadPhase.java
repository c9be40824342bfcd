package io.provincelink.trade.load;

/** What a running load is at. */
public enum LoadPhase {
    /** The file arrives and is read. */
    RECEIVING,
    /** It is received, which is acknowledged; an instance will take it up, after earlier loads of the same reporter. */
    WAITING,
    /** Its rows are compared with what is there and taken over. */
    MERGING
}
