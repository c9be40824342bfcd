package io.provincelink.local.directory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one local run, held by a lock as long as this object is open. The lock belongs to the process, so that a
 * launcher killed with -9 does not leave it behind.
 */
public final class DataDirectory implements AutoCloseable {
    /** Room that a first start needs: PostgreSQL's programs, an empty cluster, class archives and logs. */
    static final long NEEDED_BYTES = 300L * 1024 * 1024;

    private static final String LOCK = "lock";
    private static final int LONGEST_LOCK = 32;

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Makes the directory if needed and takes its lock.
     *
     * @throws LaunchFailure if it is in use, is somebody else's, cannot be written to, or its disk is nearly full
     */
    public static DataDirectory open(Path path) {
        Path root = path.toAbsolutePath().normalize();
        requireOurs(root);
        FileChannel lock = openLockFile(root);
        try {
            if (!tryLock(lock)) {
                throw new LaunchFailure("The data directory " + root + " is in use by another launcher" + holder(lock)
                        + ": stop that one first, or choose another directory with --data DIR.");
            }
            requireSpace(root, Files.getFileStore(root).getUsableSpace());
            lock.truncate(0);
            lock.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(UTF_8)), 0);
            return new DataDirectory(root, lock);
        } catch (IOException | RuntimeException e) {
            closeQuietly(lock);
            throw e instanceof LaunchFailure failure
                    ? failure
                    : new LaunchFailure("The data directory " + root + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    /** The lock is the first thing that is made in a directory, so that whatever lies in one without it is not ours. */
    private static void requireOurs(Path root) {
        try {
            if (!Files.isDirectory(root)) {
                return;
            }
            Path lock = root.resolve(LOCK);
            boolean ours = isLock(lock);
            if (!ours && !isEmpty(root)) {
                throw new LaunchFailure(
                        "The directory " + root
                                + " is not empty and holds no data of ProvinceLink: choose a new or an empty one with --data DIR.");
            }
            // PostgreSQL reaches only what belongs to the user it runs as, also when that is root.
            Path owned = ours ? lock : root;
            if ((ours || CurrentUser.isRoot()) && !CurrentUser.owns(owned)) {
                throw new LaunchFailure("The data directory " + root + " belongs to another user ("
                        + Files.getOwner(owned).getName()
                        + "): start as that one, or choose another directory with --data DIR.");
            }
        } catch (IOException | UncheckedIOException e) {
            throw cannotBeWrittenTo(root, e);
        }
    }

    /** Whether a file is empty or holds a process id, and nothing else. */
    private static boolean isLock(Path file) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) <= LONGEST_LOCK
                && Files.readString(file, ISO_8859_1).matches("[0-9]*\n?");
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    private static FileChannel openLockFile(Path root) {
        try {
            PrivateFile.directory(root);
            return FileChannel.open(root.resolve(LOCK), CREATE, READ, WRITE);
        } catch (IOException | UncheckedIOException e) {
            throw cannotBeWrittenTo(root, e);
        }
    }

    private static LaunchFailure cannotBeWrittenTo(Path root, Exception cause) {
        return new LaunchFailure(
                "The data directory " + root + " cannot be written to: check its owner and mode,"
                        + " or choose another with --data DIR.",
                cause);
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    static void requireSpace(Path root, long usableBytes) {
        if (usableBytes < NEEDED_BYTES) {
            throw new LaunchFailure("The disk of " + root + " is nearly full (" + usableBytes / (1024 * 1024)
                    + " MB free, " + NEEDED_BYTES / (1024 * 1024)
                    + " MB needed): free some space or choose another disk with --data DIR.");
        }
    }

    private static String holder(FileChannel lock) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_LOCK);
        lock.read(bytes, 0);
        String pid = UTF_8.decode(bytes.flip()).toString().strip();
        return pid.isEmpty() ? "" : " (process " + pid + ")";
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing depends on it: the process is about to end.
        }
    }

    public Path root() {
        return root;
    }

    /** Key, issuer and passwords; 0700. */
    public Path secrets() {
        return PrivateFile.directory(root.resolve("secrets"));
    }

    /** Tokens of sample people; 0700. */
    public Path tokens() {
        return PrivateFile.directory(root.resolve("tokens"));
    }

    /** One log per process, and one older copy of each. */
    public Path log() {
        return PrivateFile.directory(root.resolve("log"));
    }

    /** Which processes were started, for the start after a crash; also their working directory. */
    public Path run() {
        return PrivateFile.directory(root.resolve("run"));
    }

    /** Requests of the service script and their answers. */
    public Path control() {
        return PrivateFile.directory(root.resolve("control"));
    }

    /** PostgreSQL's programs. */
    public Path programs() {
        return PrivateFile.directory(root.resolve("programs"));
    }

    /** Class archives that make JVMs start faster. */
    public Path classArchives() {
        return PrivateFile.directory(root.resolve("cds"));
    }

    @Override
    public void close() {
        closeQuietly(lock);
    }
}
