package io.provincelink.trade.load;

/** Why nothing of a load is in. */
public enum LoadFailure {
    /** Rows are wrong; GET /trade-loads/{id}/errors says which. */
    ROW_ERRORS,
    /** The client broke the upload off. */
    BROKEN_OFF,
    /** The instance that received it was stopped or killed; send the file again. */
    RECEIVER_GONE,
    /** A fault on the service's side, also at the last attempt. */
    INTERNAL
}
