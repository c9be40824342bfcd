package io.provincelink.local.process;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The classes of one application, loaded and linked once and then mapped into memory at each start. The first run of an application
 * on a Java version records it while it stops; a recording counts only when it is complete, for a temporary name is renamed. Java
 * checks an archive before it uses it and does without one that does not fit, so that none can prevent a start.
 *
 * <p>Up to Java 24 that is a dynamic AppCDS archive. From Java 25 on it is an AOT cache, which takes a second step: the recording
 * is turned into the cache by a Java process of its own, in the background of the next run.
 */
final class ClassArchive {
    private static final int FIRST_WITH_AOT_CACHE = 25;

    private final Path java;
    private final Path jar;
    private final Path complete;
    private final Path recording;
    private final Path temporary;
    private final boolean aot;

    /**
     * @param directory of all archives
     * @param name of the application
     * @param java the executable that runs it
     * @param jar of the application
     */
    ClassArchive(Path directory, String name, Path java, Path jar) {
        this.java = java;
        this.jar = jar;
        this.aot = Runtime.version().feature() >= FIRST_WITH_AOT_CACHE;
        String stem = name + "-" + identity(java, jar);
        this.complete = directory.resolve(stem + (aot ? ".aot" : ".jsa"));
        this.recording = directory.resolve(stem + ".aotconf");
        this.temporary = directory.resolve(stem + ".new");
        removeOthers(directory, name, stem);
    }

    /** Changes with the Java build and with what was built of the application. */
    private static String identity(Path java, Path jar) {
        StringBuilder what = new StringBuilder(Runtime.version() + System.getProperty("java.vm.vendor", "") + java);
        for (Path file : List.of(jar, jar.resolveSibling("quarkus-app-dependencies.txt"))) {
            try {
                what.append(Files.size(file)).append(Files.getLastModifiedTime(file));
            } catch (IOException absent) {
                what.append("absent");
            }
        }
        byte[] bytes = what.toString().getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(bytes).toString().substring(0, 13);
    }

    private static void removeOthers(Path directory, String name, String stem) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String fileName = file.getFileName().toString();
                boolean sameApplication = fileName.startsWith(name + "-");
                if (sameApplication && (!fileName.startsWith(stem) || fileName.endsWith(".new"))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to add to the command line: use the archive, or record one, or neither. */
    List<String> flags() {
        if (Files.exists(complete)) {
            return aot
                    ? List.of("-XX:AOTCache=" + complete, "-Xlog:aot=off", "-Xlog:cds=off")
                    : List.of(
                            "-XX:SharedArchiveFile=" + complete,
                            "-Xshare:auto",
                            "-Xlog:cds=off",
                            "-Xlog:cds+dynamic=off");
        }
        if (!isRecording()) {
            return List.of();
        }
        return aot
                ? List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + temporary, "-Xlog:aot=off", "-Xlog:cds=off")
                : List.of("-XX:ArchiveClassesAtExit=" + temporary, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /** Whether a process started with {@link #flags()} writes an archive while it stops, which takes it a few seconds. */
    boolean isRecording() {
        return !Files.exists(complete) && !Files.exists(recording);
    }

    /** To be called when the recording process has ended in order: from now on its recording counts. */
    void keep() {
        promote(aot ? recording : complete);
    }

    private void promote(Path target) {
        if (!Files.exists(temporary)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.READ)) {
            channel.force(true);
            Files.move(temporary, target, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
            // Only speed is lost: the next run records again.
            discard();
        }
    }

    void discard() {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws the archive away; the next run records anew. */
    void drop() {
        try {
            Files.deleteIfExists(complete);
            Files.deleteIfExists(recording);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a recording waits to be turned into a cache. */
    boolean needsAssembly() {
        return aot && Files.exists(recording) && !Files.exists(complete);
    }

    /** The command that turns the recording into a cache; its flags must be those of the application. */
    List<String> assembly(List<String> applicationFlags) {
        List<String> command = new ArrayList<>(List.of("nice", java.toString()));
        command.addAll(applicationFlags);
        command.addAll(List.of(
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + recording,
                "-XX:AOTCache=" + temporary,
                "-jar",
                jar.toString()));
        return command;
    }

    /** To be called when the assembly has ended; a recording that cannot be turned into a cache is dropped. */
    void assembled(boolean successfully) {
        if (successfully) {
            promote(complete);
        } else {
            discard();
        }
        try {
            Files.deleteIfExists(recording);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
