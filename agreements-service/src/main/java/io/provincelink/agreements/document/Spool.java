package io.provincelink.agreements.document;

import io.provincelink.kit.problem.ProblemException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds an upload on disk while it is examined. One directory for each process, which nobody else may read; what a process left that was
 * killed is removed by the next one.
 */
@Singleton
public class Spool {

    private static final int PIECE = 64 * 1024;
    private static final String PREFIX = "provincelink-documents-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-.*");

    private final DocumentSettings settings;
    private @Nullable Path directory;

    public Spool(DocumentSettings settings) {
        this.settings = settings;
    }

    /** Takes the whole body in; what could not be taken leaves nothing behind. */
    Upload receive(InputStream body) {
        long limit = settings.limit().asLongValue();
        Path file = newFile();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = copy(body, file, digest, limit);
            if (size > limit) {
                throw ProblemException.of(DocumentProblem.DOCUMENT_TOO_LARGE, limit >> 20);
            }
            if (size == 0) {
                throw ProblemException.of(DocumentProblem.DOCUMENT_EMPTY);
            }
            return new Upload(file, size, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        } catch (RuntimeException | Error refused) {
            removeAll(file.getParent());
            throw refused;
        }
    }

    /** What goes beyond the limit is read and thrown away, so that the client gets to read the refusal. */
    private static long copy(InputStream body, Path file, MessageDigest digest, long limit) {
        byte[] piece = new byte[PIECE];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = next(body, piece); n >= 0; n = next(body, piece)) {
                size += n;
                if (size <= limit) {
                    digest.update(piece, 0, n);
                    out.write(piece, 0, n);
                }
            }
        } catch (IOException diskFull) {
            throw new UncheckedIOException(diskFull);
        }
        return size;
    }

    private static int next(InputStream body, byte[] piece) {
        try {
            return body.read(piece);
        } catch (IOException clientGone) {
            throw ProblemException.of(DocumentProblem.DOCUMENT_BROKEN_OFF);
        }
    }

    private Path newFile() {
        try {
            // one directory each: what the examination leaves there goes with it
            return Files.createTempDirectory(directory(), "upload").resolve("body");
        } catch (IOException noDirectory) {
            throw new UncheckedIOException(noDirectory);
        }
    }

    private synchronized Path directory() throws IOException {
        if (directory == null || !Files.isDirectory(directory)) {
            Path parent = settings.spool().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
            Files.createDirectories(parent);
            removeLeftovers(parent);
            // created for its owner alone
            directory = Files.createTempDirectory(
                    parent, PREFIX + ProcessHandle.current().pid() + "-");
        }
        return directory;
    }

    private static void removeLeftovers(Path parent) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path left : found) {
                Matcher name = NAME.matcher(left.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    removeAll(left);
                }
            }
        } catch (IOException | UncheckedIOException somebodyElses) {
            // only a file of one's own is worth the trouble
        }
    }

    @PreDestroy
    synchronized void removeDirectory() {
        if (directory != null) {
            removeAll(directory);
        }
    }

    /** With all that is in it. */
    static void removeAll(Path path) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(path)) {
                inside.forEach(Spool::removeAll);
            } catch (IOException gone) {
                return;
            }
        }
        try {
            Files.deleteIfExists(path);
        } catch (IOException somebodyPutMoreThere) {
            path.toFile().deleteOnExit();
        }
    }
}
