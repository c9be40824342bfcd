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

    private static final String LIMIT = "limit";
    private static final int MOST = 200;

    @QueryParam(LIMIT)
    @DefaultValue("50")
    @Min(1)
    @Max(MOST)
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
        String place = place(fetched, key);
        return new Page<>(shown(fetched, view), place == null ? null : address(place));
    }

    /**
     * The same of a list that can be taken as a whole.
     *
     * @param following reads the page that another request asks for, and is called only by who takes it
     */
    public <E, V> Page<V> page(
            List<E> fetched, Function<E, String> key, Function<E, V> view, Function<PageRequest, Page<V>> following) {
        String place = place(fetched, key);
        return place == null
                ? new Page<>(shown(fetched, view), null)
                : new Page<>(shown(fetched, view), address(place), () -> following.apply(from(place)));
    }

    private <E, V> List<V> shown(List<E> fetched, Function<E, V> view) {
        return fetched.stream().limit(limit).map(view).toList();
    }

    /** The cursor behind the last item that is shown; null when there is nothing more. */
    private <E> @Nullable String place(List<E> fetched, Function<E, String> key) {
        return fetched.size() > limit ? Cursor.seal(key.apply(fetched.get(limit - 1)), filters()) : null;
    }

    /** As much from there on as is in memory at once. */
    private PageRequest from(String place) {
        PageRequest following = new PageRequest();
        following.limit = MOST;
        following.cursor = place;
        following.uri = uri;
        return following;
    }

    /** Whether the reader wants a page of this size, and not as much as there is. */
    static boolean isPageAsked(UriInfo uri) {
        return uri.getQueryParameters().containsKey(LIMIT);
    }

    private String filters() {
        var others = new TreeMap<>(uri.getQueryParameters());
        others.remove("cursor");
        others.remove(LIMIT);
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
