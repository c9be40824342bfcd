package io.provincelink.local.process;

import io.provincelink.local.directory.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Remembers which processes were started, so that the next start can end those that outlived a crash. Children end by themselves
 * when their launcher is gone; this is the net under that. A process is known by its id and the instant when it started: ids are
 * given anew, and a stranger must never be ended.
 */
public final class Leftovers {
    /** Systems that correct their clock report the start of one and the same process up to a second apart. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long a process that has ended keeps its ports at most, on a slow machine with much memory to clear away. */
    private static final Duration CLEARING = Duration.ofSeconds(1);

    private static final String ENDING = ".pid";

    private final Path directory;

    public Leftovers(Path directory) {
        this.directory = directory;
    }

    /** Notes a process under the name of what it runs. */
    void remember(String name, ProcessHandle process) {
        process.info()
                .startInstant()
                .ifPresent(start -> PrivateFile.write(
                        directory.resolve(name + ENDING), process.pid() + " " + start.toEpochMilli()));
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(directory.resolve(name + ENDING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends what is left of an earlier run.
     *
     * @return the names of what was still running
     */
    public List<String> end() {
        List<String> ended = new ArrayList<>();
        for (Path note : notes()) {
            String name = note.getFileName().toString().replace(ENDING, "");
            find(PrivateFile.read(note)).ifPresent(process -> {
                end(process);
                ended.add(name);
            });
            forget(name);
        }
        return ended;
    }

    private List<Path> notes() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> find(String note) {
        String[] parts = note.strip().split(" ", -1);
        if (parts.length != 2 || !note.strip().matches("[0-9]{1,18} [0-9]{1,18}")) {
            return Optional.empty();
        }
        Instant noted = Instant.ofEpochMilli(Long.parseLong(parts[1]));
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(Leftovers::isRunning)
                .filter(process -> process.info()
                        .startInstant()
                        .filter(start -> Duration.between(noted, start).abs().compareTo(TOLERANCE) <= 0)
                        .isPresent());
    }

    /** A process that has ended is still listed until its parent asks how; where the first process never asks, for ever. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        if (!ceasesWithin(PATIENCE, process, Leftovers::isRunning)) {
            process.destroyForcibly();
            ceasesWithin(PATIENCE, process, Leftovers::isRunning);
        }
        // It gives up its memory first, and its ports after that: by the time it is not even listed any more.
        ceasesWithin(CLEARING, process, ProcessHandle::isAlive);
    }

    private static boolean ceasesWithin(Duration patience, ProcessHandle process, Predicate<ProcessHandle> state) {
        Deadline deadline = Deadline.in(patience);
        try {
            while (state.test(process)) {
                if (deadline.hasPassed()) {
                    return false;
                }
                Thread.sleep(20);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
