package io.provincelink.exchanges.mechanism;

/** What a mechanism is. */
public enum MechanismKind {
    TALKS,
    FORUM,
    WORKING_GROUP,
    STANDING_GROUP
}
