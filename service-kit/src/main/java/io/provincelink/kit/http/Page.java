package io.provincelink.kit.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next address of the next page, null on the last; also sent as {@code Link: …; rel="next"}
 * @param rest reads the page after this one, for who takes the whole list; null on the last, and of lists that come in pages alone
 */
public record Page<T>(
        List<T> items,
        @Nullable String next,
        @JsonIgnore @Nullable Supplier<Page<T>> rest) {

    public Page(List<T> items, @Nullable String next) {
        this(items, next, null);
    }
}
