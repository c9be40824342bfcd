package io.provincelink.agreements.agreement.life;

/** Where an agreement stands on a day; it follows from what was recorded of its life, never from a field that somebody sets. */
public enum AgreementStatus {
    DRAFT,
    SUBMITTED,
    /** An opinion was asked for and is awaited. */
    IN_CONSULTATION,
    /** All opinions that were asked for are there. */
    CONSULTED,
    /** A party may sign. */
    AUTHORISED,
    /** All parties have signed. */
    SIGNED,
    IN_FORCE,
    SUSPENDED,
    /** The last day in force has passed; nobody needs to say so. */
    EXPIRED,
    TERMINATED
}
