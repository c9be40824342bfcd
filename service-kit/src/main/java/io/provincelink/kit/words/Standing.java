package io.provincelink.kit.words;

/** How the parties stand to a record that concerns both; derived from their confirmations. */
public enum Standing {
    PROPOSED,
    AGREED,
    DISPUTED
}
