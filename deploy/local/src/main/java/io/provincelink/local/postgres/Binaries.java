package io.provincelink.local.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.provincelink.local.directory.LaunchFailure;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked once into a directory that holds nothing else. */
final class Binaries {
    private static final String PREFIX = "postgresql-";

    private Binaries() {}

    /** The version that the build chose, for instance {@code 17.11.0}. */
    static String version() {
        Properties properties = new Properties();
        try (InputStream in = Binaries.class.getResourceAsStream("/launcher.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("postgres.version");
    }

    /**
     * @param parent where they are, or are to be, unpacked; other versions in it are removed
     * @return the directory with {@code bin/}; complete, since it gets its name only when everything is in it
     */
    static Path in(Path parent) {
        Path directory = parent.resolve(PREFIX + version());
        if (Files.isDirectory(directory)) {
            return directory;
        }
        Path unfinished = parent.resolve(PREFIX + "unpacking");
        try {
            delete(unfinished);
            removeOtherVersions(parent);
            try (InputStream archive = archive()) {
                unpack(archive, unfinished);
            }
            Files.move(unfinished, directory, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LaunchFailure("PostgreSQL cannot be unpacked into " + parent + ": " + e.getMessage() + ".", e);
        }
        return directory;
    }

    private static InputStream archive() throws IOException {
        String system =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac") ? "Darwin" : "Linux";
        String machine = System.getProperty("os.arch", "").replace("amd64", "x86_64");
        @Nullable InputStream archive = null;
        try {
            archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        } catch (IllegalStateException unknown) {
            // Said below in our words.
        }
        if (archive == null) {
            throw new LaunchFailure("There is no PostgreSQL here for " + system + " on " + machine + ".");
        }
        return archive;
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive names a file outside of it: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(file, target.resolve(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    file.toFile().setExecutable((entry.getMode() & 0100) != 0, false);
                }
            }
        }
    }

    private static void removeOtherVersions(Path parent) throws IOException {
        try (Stream<Path> siblings = Files.list(parent)) {
            for (Path sibling : siblings.toList()) {
                if (sibling.getFileName().toString().startsWith(PREFIX)) {
                    delete(sibling);
                }
            }
        }
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
