package io.provincelink.kit.problem;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A path as problems and logs show it: whoever reads them must not learn an address that is a secret. */
public final class ShownPath {

    /** Under this collection stands the id of an entry, or else something that only its owner knows. */
    private static final Pattern SECRET =
            Pattern.compile("(/calendar-feeds/+)(?![0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?:/|$))[^/]+");

    private ShownPath() {}

    public static @Nullable String of(@Nullable String path) {
        return path == null || !path.contains("/calendar-feeds/")
                ? path
                : SECRET.matcher(path).replaceAll("$1…");
    }
}
