package io.provincelink.exchanges.words;

/** How people met. */
public enum Format {
    ON_SITE,
    ONLINE,
    HYBRID
}
