package io.provincelink.local.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code postmaster.pid} that a PostgreSQL server keeps in its data directory: how a server that outlived its launcher is
 * recognised. Its process id alone proves nothing, for ids are given anew after a crash.
 */
final class PostmasterFile {
    private final Path cluster;

    PostmasterFile(Path cluster) {
        this.cluster = cluster;
    }

    private Path file() {
        return cluster.resolve("postmaster.pid");
    }

    /** The server that runs on this data directory; empty if there is none, whatever the file says. */
    Optional<ProcessHandle> server() {
        return pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(this::servesThisCluster);
    }

    private Optional<Long> pid() {
        try {
            return Files.readAllLines(file(), StandardCharsets.ISO_8859_1).stream()
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("[0-9]{1,18}"))
                    .map(Long::parseLong);
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private boolean servesThisCluster(ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        if (Files.isDirectory(proc)) {
            return isPostgres(proc) && worksHere(proc);
        }
        String command = commandLine(process.pid());
        return command.contains("postgres") && command.contains(cluster.toString());
    }

    private static boolean isPostgres(Path proc) {
        try {
            return Files.readString(proc.resolve("comm"), StandardCharsets.ISO_8859_1)
                    .strip()
                    .equals("postgres");
        } catch (IOException gone) {
            return false;
        }
    }

    /** A server makes its data directory its working directory. */
    private boolean worksHere(Path proc) {
        try {
            return Files.isSameFile(proc.resolve("cwd"), cluster);
        } catch (IOException goneOrAnotherUsers) {
            return false;
        }
    }

    private static String commandLine(long pid) {
        try {
            Process ps = new ProcessBuilder(List.of("ps", "-o", "args=", "-p", Long.toString(pid))).start();
            return new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * Removes a file whose server is gone. PostgreSQL would do so itself, except where the process id belongs to another process of the
     * same user by now: then it would refuse to start.
     */
    void removeIfStale() throws IOException {
        if (server().isEmpty()) {
            Files.deleteIfExists(file());
        }
    }
}
