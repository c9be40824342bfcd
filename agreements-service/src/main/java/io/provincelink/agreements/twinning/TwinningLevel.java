package io.provincelink.agreements.twinning;

/** Between what two sides are twinned. */
public enum TwinningLevel {
    PROVINCE,
    CITY,
    DISTRICT,
    COMMUNE,
    BORDER_POST
}
