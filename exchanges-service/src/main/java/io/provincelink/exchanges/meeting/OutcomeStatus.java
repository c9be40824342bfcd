package io.provincelink.exchanges.meeting;

/** Where an outcome stands; one that was carried over goes on under the next session. */
public enum OutcomeStatus {
    OPEN,
    DONE,
    CARRIED_OVER
}
