package io.provincelink.kit.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next address of the next page, null on the last; also sent as {@code Link: …; rel="next"}
 */
public record Page<T>(List<T> items, @Nullable String next) {}
