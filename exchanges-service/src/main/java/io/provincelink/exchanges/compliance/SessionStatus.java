package io.provincelink.exchanges.compliance;

/** What is known of a session that was due. */
public enum SessionStatus {
    /** A meeting was held in its window. */
    HELD,
    /** Somebody said that it was cancelled. */
    NOT_HELD,
    /** Due, and nothing is on record; never called missed. */
    NO_RECORD,
    /** Its window is still open, or has not come. */
    UPCOMING
}
