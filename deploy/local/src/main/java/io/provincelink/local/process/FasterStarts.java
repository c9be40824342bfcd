package io.provincelink.local.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Works off, one after another and at low priority, what makes the next start faster (Java 25 and later; else there is nothing). */
public final class FasterStarts {
    private final Queue<Child> waiting;
    private @Nullable Child current;
    private @Nullable Process process;

    public FasterStarts(List<Child> children) {
        this.waiting = new ArrayDeque<>(children);
    }

    /** Looks after the work; never waits. To be called again and again while the suite runs. */
    public void proceed() {
        if (process != null && process.isAlive()) {
            return;
        }
        if (process != null && current != null) {
            current.prepared(process.exitValue() == 0);
            process = null;
        }
        current = waiting.poll();
        ProcessBuilder preparation = current == null ? null : current.preparation();
        if (preparation != null) {
            try {
                process = preparation
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                // Only speed is lost.
                process = null;
            }
        }
    }

    /** Gives up what is not done; the next run does it. */
    public void stop() {
        waiting.clear();
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
