package io.provincelink.local.identity;

import io.provincelink.local.directory.PrivateFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The name under which a data directory issues tokens; its own, so that one run's token means nothing to another. */
public final class Issuer {
    private Issuer() {}

    /** Reads the issuer, or makes it: {@code urn:provincelink:local:<random id>}. */
    public static String at(Path file) {
        if (!Files.exists(file)) {
            PrivateFile.write(file, "urn:provincelink:local:" + UUID.randomUUID() + "\n");
        }
        return PrivateFile.read(file).strip();
    }
}
