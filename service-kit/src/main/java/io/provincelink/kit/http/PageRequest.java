package io.provincelink.kit.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list is wanted. Pages follow a key, not a count, so the thousandth costs what the first does. */
public class PageRequest {

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    @Parameter(description = "Items in a page, 1–200.")
    public int limit = 50;

    @QueryParam("cursor")
    @Parameter(description = "Opaque, out of the previous page's next.")
    public @Nullable String cursor;

    @Context
    public UriInfo uri;

    /** The key of the last item of the previous page, or null for the first page. */
    public @Nullable String after() {
        return cursor == null ? null : Cursor.open(cursor, filters());
    }

    /** How many to fetch: one more than shown tells whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    /** Makes the page out of up to {@link #fetch()} items, in the list's order. */
    public <E, V> Page<V> page(List<E> fetched, Function<E, String> key, Function<E, V> view) {
        boolean more = fetched.size() > limit;
        List<E> shown = more ? fetched.subList(0, limit) : fetched;
        String next = more ? address(Cursor.seal(key.apply(shown.get(shown.size() - 1)), filters())) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    private String filters() {
        var others = new TreeMap<>(uri.getQueryParameters());
        others.remove("cursor");
        others.remove("limit");
        return uri.getPath() + others;
    }

    private String address(String nextCursor) {
        StringJoiner query = new StringJoiner("&", uri.getRequestUri().getPath() + "?", "");
        MultivaluedMap<String, String> parameters = uri.getQueryParameters();
        parameters.forEach((name, values) -> {
            if (!name.equals("cursor")) {
                values.forEach(value -> query.add(encode(name) + "=" + encode(value)));
            }
        });
        return query.add("cursor=" + nextCursor).toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
