package io.provincelink.local.postgres;

import io.provincelink.local.directory.LaunchFailure;
import io.provincelink.local.directory.PrivateFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/** One password per database role, made once per data directory and kept in a file that only its owner reads. */
final class Passwords {
    private final Properties passwords;

    private Passwords(Properties passwords) {
        this.passwords = passwords;
    }

    /** Reads the passwords, or makes them. */
    static Passwords at(Path file, List<String> roles) {
        Properties passwords = new Properties();
        try {
            if (Files.exists(file)) {
                passwords.load(new StringReader(PrivateFile.read(file)));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new LaunchFailure("The database passwords in " + file + " cannot be read.", e);
        }
        StringBuilder content = new StringBuilder();
        boolean missing = false;
        for (String role : roles) {
            missing |= passwords.putIfAbsent(role, random()) == null;
            content.append(role).append('=').append(passwords.getProperty(role)).append('\n');
        }
        if (missing) {
            PrivateFile.write(file, content.toString());
        }
        return new Passwords(passwords);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The password of a role that was asked for: hexadecimal digits, so that it needs no quoting anywhere. */
    String of(String role) {
        return passwords.getProperty(role);
    }
}
