package io.provincelink.agreements.programme;

/** What a programme is for. */
public enum ProgrammeKind {
    BILATERAL,
    POVERTY_REDUCTION,
    ASSISTANCE,
    EMULATION;

    /** Whether it judges communes, districts and provinces by criteria of their own. */
    boolean hasCriteria() {
        return this == POVERTY_REDUCTION || this == EMULATION;
    }
}
