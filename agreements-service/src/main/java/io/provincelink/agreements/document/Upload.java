package io.provincelink.agreements.document;

import java.nio.file.Path;

/**
 * A file that has come as a whole and lies on disk until it is closed.
 *
 * @param sha256 in hexadecimal digits
 */
record Upload(Path file, long size, String sha256) implements AutoCloseable {

    /** Where its text lies once it has been examined. */
    Path articles() {
        return file.resolveSibling("articles");
    }

    @Override
    public void close() {
        Spool.removeAll(file.getParent());
    }
}
