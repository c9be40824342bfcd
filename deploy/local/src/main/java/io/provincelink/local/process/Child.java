package io.provincelink.local.process;

import io.provincelink.local.directory.DataDirectory;
import io.provincelink.local.directory.LaunchFailure;
import io.provincelink.local.directory.LogFile;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One JVM of the suite. It holds the other end of the pipe that is the child's stdin and never writes to it: when the launcher is
 * gone, however it went, the child reads the end of it and stops.
 */
public final class Child {
    /**
     * Chosen for four JVMs beside each other on a small machine: little memory, quick start. The heap begins small, since the default
     * is a share of the machine's memory, and not so small that a start collects a hundred times; the serial collector has no threads
     * and tables of its own; no memory-mapped statistics file. The quick compiler alone: a start is nearly a fifth sooner without the
     * optimising one and without the counting for it, and a suite for looking and trying hardly ever gets that back. Who runs the
     * services elsewhere has what Java does by itself.
     * A JVM that is out of memory ends, and is reported, instead of going on half alive.
     */
    private static final List<String> JVM_FLAGS = List.of(
            "-Xms48m",
            "-Xmx160m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError");

    /** Ctrl-C reaches every process of a terminal, but who stops when is the launcher's business. */
    private static final String DEAF_TO_THE_TERMINAL = "trap '' INT HUP; exec \"$@\"";

    /** SIGABRT, SIGBUS, SIGFPE, SIGSEGV: the JVM itself broke. */
    private static final Set<Integer> CRASHES = Set.of(134, 135, 136, 139);

    /** By itself, or by SIGINT or SIGTERM; what a killed process recorded is worth nothing. */
    private static final Set<Integer> ENDED_IN_ORDER = Set.of(0, 130, 143);

    private static final int PROBE_MILLIS = 1500;
    private static final Duration LONGEST_KILL = Duration.ofSeconds(5);

    private final Application application;
    private final LogFile log;
    private final Path workingDirectory;
    private final Leftovers leftovers;
    private final ClassArchive archive;
    private final Path java;

    private @Nullable Process process;
    private boolean recording;
    private boolean wasReady;

    public Child(Application application, DataDirectory data, Leftovers leftovers) {
        this.application = application;
        this.log = new LogFile(data.log().resolve(application.name() + ".log"));
        this.workingDirectory = data.run();
        this.leftovers = leftovers;
        this.java = Path.of(System.getProperty("java.home"), "bin", "java");
        this.archive = new ClassArchive(data.classArchives(), application.name(), java, application.jar());
    }

    public String name() {
        return application.name();
    }

    public LogFile log() {
        return log;
    }

    /**
     * Starts the JVM and returns at once. After a crash it goes without its archive: a damaged one is found out in no other way.
     *
     * @throws LaunchFailure if the system refuses
     */
    public void start() {
        archive.discard();
        if (hasCrashed()) {
            archive.drop();
        }
        recording = archive.isRecording();
        wasReady = false;
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(JVM_FLAGS);
        command.addAll(archive.flags());
        command.addAll(List.of(
                "-XX:ErrorFile=" + crashReport(), "-jar", application.jar().toString()));
        log.rotate();
        ProcessBuilder builder = new ProcessBuilder(Shell.running(DEAF_TO_THE_TERMINAL, command))
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.path().toFile()));
        builder.environment().putAll(application.environment());
        // Fewer malloc arenas: tens of megabytes less per JVM, and no thread of the suite waits for one.
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        try {
            process = builder.start();
            leftovers.remember(name(), process.toHandle());
        } catch (IOException e) {
            throw new LaunchFailure(name() + " cannot be started: " + e.getMessage() + ".", e);
        }
    }

    private Path crashReport() {
        return log.path().resolveSibling(name() + ".crash.log");
    }

    /** Whether the JVM itself broke, which another start may cure. */
    public boolean hasCrashed() {
        return process != null && !process.isAlive() && CRASHES.contains(process.exitValue());
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Whether it answers that it is ready for requests. */
    public boolean isReady() {
        try {
            URI health = URI.create("http://127.0.0.1:" + application.managementPort() + "/q/health/ready");
            HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(PROBE_MILLIS);
            connection.setReadTimeout(PROBE_MILLIS);
            try {
                boolean ready = connection.getResponseCode() == 200;
                wasReady |= ready;
                return ready;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    /** That it ended, for instance {@code trade-service ended by itself with exit code 137 (its log: …)}. */
    public String exit() {
        String code = process == null || process.isAlive() ? "" : " with exit code " + process.exitValue();
        return name() + " ended by itself" + code + " (its log: " + log.path() + ")";
    }

    /** Why it ended, as a sentence with the end of its log. */
    public String death() {
        return exit() + ":" + log.quoted();
    }

    /** Asks it to stop and returns at once. */
    public void beginStop() {
        if (process != null) {
            // SIGTERM, and the end of stdin.
            process.destroy();
        }
    }

    /**
     * Waits until it takes no more requests, at most for the given time. It may go on to record its classes after that.
     */
    public void awaitClosed(Duration atMost) {
        Deadline deadline = Deadline.in(atMost);
        while (!deadline.hasPassed() && isReady()) {
            if (process == null || endsWithin(process, Duration.ofMillis(50))) {
                return;
            }
        }
    }

    /**
     * Waits until it has stopped; ends it the hard way when its time is over.
     *
     * @param answered until when it may finish what it still has to answer
     * @param recorded until when it may go on instead if this run records its classes
     */
    public void awaitStop(Deadline answered, Deadline recorded) {
        if (process == null) {
            return;
        }
        boolean worthRecording = recording && wasReady;
        if (endsWithin(process, (worthRecording ? recorded : answered).left())) {
            if (worthRecording && ENDED_IN_ORDER.contains(process.exitValue())) {
                archive.keep();
            }
        } else {
            process.destroyForcibly();
            endsWithin(process, LONGEST_KILL);
        }
        archive.discard();
        leftovers.forget(name());
        process = null;
    }

    static boolean endsWithin(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether stopping takes longer this time, because it records what makes the next start faster. */
    public boolean isRecording() {
        return recording && wasReady && isRunning();
    }

    /** The command that prepares a faster next start; empty where there is nothing to prepare. */
    List<String> preparation() {
        return archive.needsAssembly() ? archive.assembly(JVM_FLAGS) : List.of();
    }

    void prepared(boolean successfully) {
        archive.assembled(successfully);
    }
}
