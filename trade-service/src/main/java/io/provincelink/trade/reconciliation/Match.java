package io.provincelink.trade.reconciliation;

/** How the two sides' figures of the same goods stand to each other. */
public enum Match {
    /** The index lies within the limit. */
    AGREE,
    /** Both report something, and it differs by more than that. */
    GAP,
    /** Exports are reported, and no imports. */
    EXPORT_UNMATCHED,
    /** Imports are reported, and no exports. */
    IMPORT_UNMATCHED
}
