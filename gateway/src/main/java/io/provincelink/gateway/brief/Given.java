package io.provincelink.gateway.brief;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks what a service said while it is read, so that a part with a hole in it counts as missing. */
public final class Given {

    private Given() {}

    /** @throws IllegalArgumentException without a value */
    public static <T> T value(@Nullable T given) {
        if (given == null) {
            throw new IllegalArgumentException("a value is missing");
        }
        return given;
    }

    /** @throws IllegalArgumentException without a list, or with a hole in it */
    public static <T> List<T> list(@Nullable List<T> given) {
        if (given == null || given.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("a list is missing, or one of its items");
        }
        return given;
    }
}
