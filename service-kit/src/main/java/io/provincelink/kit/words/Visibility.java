package io.provincelink.kit.words;

/** Who may see a record, from few to all; it is only ever widened. */
public enum Visibility {
    /** Only the side that wrote it. */
    OWN_SIDE,
    /** All parties of the record. */
    PARTIES,
    /** Everybody, also without a token. */
    PUBLIC
}
