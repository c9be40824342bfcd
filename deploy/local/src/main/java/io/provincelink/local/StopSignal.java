package io.provincelink.local;

/** Ctrl-C or SIGTERM, as seen by the thread that starts, watches and stops the suite. */
final class StopSignal {
    /** Leaves whatever is under way, because the person wants the suite to stop. */
    static final class StopRequested extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private StopRequested() {
            super("stop requested", null, false, false);
        }
    }

    private volatile boolean requested;

    void request() {
        requested = true;
    }

    boolean isRequested() {
        return requested;
    }

    /** Throws {@link StopRequested} once a stop was requested. */
    void check() {
        if (requested) {
            throw new StopRequested();
        }
    }

    /** Sleeps for a moment, then checks. */
    void pause(long millis) {
        check();
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            request();
        }
        check();
    }
}
