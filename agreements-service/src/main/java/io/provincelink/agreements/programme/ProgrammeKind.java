package io.provincelink.agreements.programme;

/** What a programme is for. */
public enum ProgrammeKind {
    BILATERAL,
    POVERTY_REDUCTION,
    ASSISTANCE,
    EMULATION
}
