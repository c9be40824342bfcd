package io.provincelink.exchanges.mechanism;

/** Between whom a mechanism stands; HIGH is the leaders of the parties. */
public enum MechanismLevel {
    HIGH,
    NATIONAL,
    PROVINCIAL,
    DEPARTMENT,
    DISTRICT,
    COMMUNE,
    BORDER_POST
}
