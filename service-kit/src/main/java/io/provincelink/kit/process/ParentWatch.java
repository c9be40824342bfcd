package io.provincelink.kit.process;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends the application when its standard input closes, if {@code provincelink.exit-with-stdin} says so: the local launcher holds the
 * other end, and the kernel closes it even when the launcher is killed with no chance to clean up.
 */
@Singleton
public class ParentWatch {

    void start(
            @Observes StartupEvent started,
            @ConfigProperty(name = "provincelink.exit-with-stdin", defaultValue = "false") boolean wanted) {
        if (wanted) {
            Thread watch = new Thread(ParentWatch::exitAtEndOfInput, "parent-watch");
            watch.setDaemon(true);
            watch.start();
        }
    }

    private static void exitAtEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // what the parent writes means nothing; only the end does
            }
        } catch (IOException brokenPipe) {
            // the same as the end
        }
        Quarkus.asyncExit();
    }
}
