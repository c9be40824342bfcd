package io.provincelink.local.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The user as whom this launcher runs. */
public final class CurrentUser {
    private static final Pattern EFFECTIVE_ID = Pattern.compile("^Uid:\\s+\\d+\\s+(\\d{1,9})\\s", Pattern.MULTILINE);

    private CurrentUser() {}

    public static boolean isRoot() {
        OptionalInt id = id();
        return id.isPresent() ? id.getAsInt() == 0 : "root".equals(name());
    }

    /** By number where the system tells it, since the user of a container may have no name. */
    static boolean owns(Path file) {
        try {
            OptionalInt id = id();
            return id.isPresent()
                    ? Integer.valueOf(id.getAsInt()).equals(Files.getAttribute(file, "unix:uid"))
                    : Files.getOwner(file).getName().equals(name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty where there is no /proc. */
    private static OptionalInt id() {
        try {
            Matcher line = EFFECTIVE_ID.matcher(Files.readString(Path.of("/proc/self/status")));
            return line.find() ? OptionalInt.of(Integer.parseInt(line.group(1))) : OptionalInt.empty();
        } catch (IOException elsewhere) {
            return OptionalInt.empty();
        }
    }

    private static String name() {
        return System.getProperty("user.name", "");
    }
}
