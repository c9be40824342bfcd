package io.provincelink.local.directory;

import org.jspecify.annotations.Nullable;

/**
 * Why the suite cannot start or go on, as one sentence for the person at the terminal: what is wrong and what to do about it.
 * Shown without a stack trace.
 */
public final class LaunchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param sentence complete, in English, ending with a full stop */
    public LaunchFailure(String sentence) {
        super(sentence);
    }

    /**
     * @param sentence complete, in English, ending with a full stop
     * @param cause what was caught; looked through for a full disk
     */
    public LaunchFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /**
     * The sentence for anything that was thrown.
     *
     * @param thrown a LaunchFailure, or something that nobody expected
     * @return one sentence; a full disk is recognised wherever it was met
     */
    public static String sentenceFor(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (isDiskFull(String.valueOf(t.getMessage()))) {
                return "The disk is full (No space left on device): free some space or choose another disk with --data DIR.";
            }
        }
        if (thrown instanceof LaunchFailure) {
            return String.valueOf(thrown.getMessage());
        }
        return "Something unexpected happened (" + thrown + "): this is a fault of the launcher.";
    }

    /** Whether a message or a log says that a disk is full. */
    public static boolean isDiskFull(String text) {
        return text.contains("No space left on device") || text.contains("Disk quota exceeded");
    }
}
