package io.provincelink.exchanges.summary;

/** Which way a delegation travelled, seen from a region. */
public enum ExchangeDirection {
    /** Sent by the region, or by a unit inside it. */
    OUTGOING,
    /** Received there. */
    INCOMING,
    /** Between two units of the region. */
    INSIDE
}
