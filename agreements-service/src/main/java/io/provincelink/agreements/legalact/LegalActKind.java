package io.provincelink.agreements.legalact;

/** Kinds of unilateral act. */
public enum LegalActKind {
    LAW,
    ORDINANCE,
    DECREE,
    DECISION,
    RESOLUTION,
    DIRECTIVE,
    /** Orientations and common understandings of leaders, which one side publishes. */
    COMMON_UNDERSTANDING
}
