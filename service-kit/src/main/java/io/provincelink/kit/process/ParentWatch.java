package io.provincelink.kit.process;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Ends the application when its standard input closes, if {@code provincelink.exit-with-stdin} says so: the local launcher holds the
 * other end, and the kernel closes it even when the launcher is killed with no chance to clean up.
 *
 * <p>Such an orphan stops in order and then kills itself. An ordinary exit would first write the class archive that the first run
 * records, which takes four JVMs at once a quarter of a minute and which nobody is left to keep; even a halt writes it.
 */
@Singleton
public class ParentWatch {
    /** A parent that is killed closes the pipe a moment before it is gone. */
    private static final Duration DYING = Duration.ofMillis(200);

    private volatile @Nullable Long inputEnded;

    void start(
            @Observes StartupEvent started,
            @ConfigProperty(name = "provincelink.exit-with-stdin", defaultValue = "false") boolean wanted,
            @ConfigProperty(name = "provincelink.parent-pid") Optional<Long> parent) {
        if (wanted) {
            Application application = Application.currentApplication();
            long launcher = parent.orElseGet(ParentWatch::parent);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(application, launcher), "leave-as-orphan"));
            Thread watch = new Thread(this::exitAtEndOfInput, "parent-watch");
            watch.setDaemon(true);
            watch.start();
        }
    }

    private void exitAtEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // what the parent writes means nothing; only the end does
            }
        } catch (IOException brokenPipe) {
            // the same as the end
        }
        inputEnded = System.nanoTime();
        Quarkus.asyncExit();
    }

    /** The JVM waits for this before it writes anything; an orphan does not outlive it. */
    private void leave(Application application, long launcher) {
        application.awaitShutdown();
        try {
            if (isGone(launcher)) {
                // Java has no way to kill its own process.
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "kill -KILL " + ProcessHandle.current().pid())
                        .start()
                        .waitFor();
            }
        } catch (IOException | InterruptedException e) {
            // Only time is lost.
        }
    }

    /** The input of a child that its parent stops in order ends as well, but that parent is there and waits. */
    private boolean isGone(long launcher) throws InterruptedException {
        Long ended = inputEnded;
        while (parent() == launcher) {
            if (ended == null || System.nanoTime() - ended > DYING.toNanos()) {
                return false;
            }
            Thread.sleep(10);
        }
        return true;
    }

    /** Once a parent is gone it is another process, the first one or one that stands in for it. */
    private static long parent() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
    }
}
