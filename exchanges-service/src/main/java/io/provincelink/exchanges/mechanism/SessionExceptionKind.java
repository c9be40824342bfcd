package io.provincelink.exchanges.mechanism;

/** What the parties agreed for one session otherwise than the rule says. */
public enum SessionExceptionKind {
    /** It may be held from another day on, later or earlier. */
    POSTPONED,
    /** One meeting in another session's window serves both. */
    MERGED,
    /** It is held online. */
    ONLINE
}
