package io.provincelink.local;

import io.provincelink.local.process.Child;
import io.provincelink.local.process.FasterStarts;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;

/** Looks after the running suite until it is to stop. What ends by itself is reported once; everything else goes on. */
final class Watch {
    private static final long ROUND_MILLIS = 200;

    private final Suite suite;
    private final Control control;
    private final StopSignal stopSignal;
    private final PrintStream out;
    private final Set<String> running = new HashSet<>();
    private boolean databaseRunning = true;

    Watch(Suite suite, Control control, StopSignal stopSignal, PrintStream out) {
        this.suite = suite;
        this.control = control;
        this.stopSignal = stopSignal;
        this.out = out;
    }

    /** Returns only by {@link StopSignal.StopRequested}. */
    void untilStopped() {
        FasterStarts fasterStarts = new FasterStarts(suite.children());
        try {
            while (true) {
                reportDeaths();
                control.serve();
                noteRunning();
                fasterStarts.proceed();
                stopSignal.pause(ROUND_MILLIS);
            }
        } finally {
            fasterStarts.stop();
        }
    }

    private void noteRunning() {
        running.clear();
        suite.children().stream().filter(Child::isRunning).map(Child::name).forEach(running::add);
    }

    private void reportDeaths() {
        for (Child child : suite.children()) {
            if (running.contains(child.name()) && !child.isRunning()) {
                out.println(child.exit() + "; everything else goes on. To start it again: deploy/local/service start "
                        + child.name());
            }
        }
        boolean now = suite.isDatabaseRunning();
        if (databaseRunning && !now) {
            out.println("PostgreSQL ended by itself; no service can work without it. Press Ctrl-C and start again.");
        }
        databaseRunning = now;
    }
}
