package io.provincelink.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How long the person has been waiting: since this process began, which includes the start script, for the script turns into the
 * launcher without a new process. Building is told apart.
 */
final class Stopwatch {
    /** Set by the start script when it had to build. */
    static final String BUILD_SECONDS = "PROVINCELINK_BUILD_SECONDS";

    private static final double TICKS_PER_SECOND = 100;
    private static final int START_TIME_AFTER_NAME = 19;

    private final long beganNanos;
    private final double secondsBefore;
    private final int buildSeconds;

    private Stopwatch(double secondsBefore, int buildSeconds) {
        this.beganNanos = System.nanoTime();
        this.secondsBefore = secondsBefore;
        this.buildSeconds = buildSeconds;
    }

    static Stopwatch started() {
        String built = System.getenv().getOrDefault(BUILD_SECONDS, "");
        return new Stopwatch(ageOfProcess(), built.matches("[0-9]{1,6}") ? Integer.parseInt(built) : 0);
    }

    /** From the kernel, to a hundredth of a second; 0 where there is no such thing. */
    private static double ageOfProcess() {
        try {
            String uptime = Files.readString(Path.of("/proc/uptime")).split(" ", 2)[0];
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Double.parseDouble(uptime) - Long.parseLong(afterName[START_TIME_AFTER_NAME]) / TICKS_PER_SECOND;
        } catch (IOException | RuntimeException elsewhere) {
            return 0;
        }
    }

    /** For instance {@code 8.4 s} or {@code 8.4 s after a build of 70 s}. */
    @Override
    public String toString() {
        double seconds = secondsBefore + (System.nanoTime() - beganNanos) / 1e9 - buildSeconds;
        String build = buildSeconds == 0 ? "" : " after a build of " + buildSeconds + " s";
        return String.format(Locale.ROOT, "%.1f s", Math.max(0, seconds)) + build;
    }
}
