package io.provincelink.local.dataset;

import io.provincelink.local.directory.PrivateFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Remembers which dataset was loaded into which database, so that later starts need not ask for every document. It speaks only of the
 * database with that identity: one that was made anew is loaded again.
 */
public final class DatasetMark {
    private final Path file;
    private final String database;

    /** @param database its identity */
    public DatasetMark(Path file, String database) {
        this.file = file;
        this.database = database;
    }

    /** Whether exactly these documents were loaded completely. */
    public boolean isFor(String fingerprint) {
        return Files.exists(file) && PrivateFile.read(file).strip().equals(fingerprint + " " + database);
    }

    /** To be called when every document has been loaded. */
    public void set(String fingerprint) {
        PrivateFile.write(file, fingerprint + " " + database + "\n");
    }
}
