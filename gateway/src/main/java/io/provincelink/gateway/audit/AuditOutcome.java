package io.provincelink.gateway.audit;

/** What became of an attempt. */
public enum AuditOutcome {
    DONE,
    /** The caller may not, or not so. */
    REFUSED,
    /** The suite could not. */
    FAILED,
    /** The client did not wait for the answer: whether it was done, the record itself tells. */
    UNANSWERED;

    static AuditOutcome of(int status) {
        if (status == 0) {
            return UNANSWERED;
        }
        return status < 400 ? DONE : status < 500 ? REFUSED : FAILED;
    }
}
