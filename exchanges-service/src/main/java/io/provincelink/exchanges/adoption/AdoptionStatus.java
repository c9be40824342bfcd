package io.provincelink.exchanges.adoption;

/** How far a unit has got with what it takes up. */
public enum AdoptionStatus {
    PLANNED,
    RUNNING,
    ENDED
}
