package io.provincelink.gateway.observation;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Templates of all addresses, as the contract of the whole suite names them. What belongs to none is {@link #UNKNOWN}, all of it together:
 * nobody makes the gateway remember addresses by making them up.
 */
@Singleton
public class RouteTemplates {

    public static final String UNKNOWN = "unknown";

    private static final String CONTRACT = "contract/openapi.yaml";

    private static final String API = "/api/v1/";

    /** In the contract a path is the only thing that stands like this. */
    private static final String BEGIN = "  " + API;

    private static final Set<String> OPENAPI = Set.of("/openapi", "/openapi.json", "/openapi.yaml", "/openapi/gateway");

    private @Nullable Node root;

    /** The template of an address; known by the first request and not at the start, which need not wait for it. */
    public String of(String path) {
        if (path.startsWith(API)) {
            String shortened = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
            String found = root().find(shortened.split("/", -1), 0);
            return found == null ? UNKNOWN : found;
        }
        if (path.equals("/docs") || path.startsWith("/docs/")) {
            return "/docs";
        }
        return OPENAPI.contains(path) ? "/openapi" : path.equals("/") ? path : UNKNOWN;
    }

    private synchronized Node root() {
        if (root == null) {
            root = read();
        }
        return root;
    }

    private static Node read() {
        InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(CONTRACT);
        if (file == null) {
            throw new IllegalStateException("the build wrote no " + CONTRACT);
        }
        Node root = new Node();
        // letters beyond ASCII stand in descriptions alone
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.ISO_8859_1))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(BEGIN) && line.endsWith(":")) {
                    root.add(line.substring(2, line.length() - 1));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return root;
    }

    /** What may follow a segment. */
    private static final class Node {

        private final Map<String, Node> named = new HashMap<>();
        private @Nullable Node any;
        private @Nullable String template;

        void add(String path) {
            Node here = this;
            for (String segment : path.split("/", -1)) {
                here = here.next(segment);
            }
            here.template = path;
        }

        private Node next(String segment) {
            if (!segment.startsWith("{")) {
                return named.computeIfAbsent(segment, name -> new Node());
            }
            if (any == null) {
                any = new Node();
            }
            return any;
        }

        /** What has its own name comes before what may have any. */
        @Nullable
        String find(String[] segments, int from) {
            if (from == segments.length) {
                return template;
            }
            Node own = named.get(segments[from]);
            String found = own == null ? null : own.find(segments, from + 1);
            return found == null && any != null && !segments[from].isEmpty() ? any.find(segments, from + 1) : found;
        }
    }
}
