package io.provincelink.trade.load;

/** How a load stands. */
public enum LoadStatus {
    RUNNING,
    /** All of it is in; of a dry run: all of it could be. */
    DONE,
    /** Nothing of it is in. */
    FAILED,
    /** Its reporter's side stopped it; nothing of it is in. */
    CANCELLED
}
