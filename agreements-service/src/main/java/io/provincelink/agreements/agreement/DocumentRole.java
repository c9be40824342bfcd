package io.provincelink.agreements.agreement;

/** What a document is to its agreement. */
public enum DocumentRole {
    /** The signed sheets as a picture. */
    SIGNED_SCAN,
    /** The wording that binds, in one of the authentic languages. */
    AUTHENTIC_TEXT,
    /** The wording in a language that does not bind. */
    TRANSLATION,
    ANNEX
}
