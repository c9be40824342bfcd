package io.provincelink.exchanges.delegation;

/** Who travels; HIGH is the leaders of the parties. */
public enum DelegationLevel {
    HIGH,
    PROVINCIAL,
    DEPARTMENT,
    DISTRICT,
    COMMUNE,
    BORDER_POST
}
