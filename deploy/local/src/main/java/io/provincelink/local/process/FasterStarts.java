package io.provincelink.local.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Works off, one after another and at low priority, what makes the next start faster (Java 25 and later; else there is nothing). The
 * work ends with the launcher, however that ends.
 */
public final class FasterStarts {
    /** Ends the work, which would outlive its shell, as soon as the other end of the pipe that is its stdin closes. */
    private static final String ENDS_WITH_STDIN = """
            trap '' INT HUP
            exec 3<&0
            "$@" </dev/null 3<&- &
            work=$!
            { read -r never_written <&3; kill -KILL "$work"; } &
            watch=$!
            code=0
            wait "$work" || code=$?
            kill -KILL "$watch"
            exit "$code"
            """;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

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
        List<String> preparation = current == null ? List.of() : current.preparation();
        if (!preparation.isEmpty()) {
            try {
                process = start(preparation);
            } catch (IOException e) {
                // Only speed is lost.
                process = null;
            }
        }
    }

    /** Starts a process that is killed when its stdin, which is a pipe to this process, closes. */
    static Process start(List<String> work) throws IOException {
        return new ProcessBuilder(Shell.running(ENDS_WITH_STDIN, work))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    /** Gives up what is not done; the next run does it. */
    public void stop() {
        waiting.clear();
        if (process != null) {
            try {
                process.getOutputStream().close();
            } catch (IOException closedAlready) {
                // it is ending by itself
            }
            if (!Child.endsWithin(process, LONGEST_STOP)) {
                process.destroyForcibly();
            }
        }
    }
}
