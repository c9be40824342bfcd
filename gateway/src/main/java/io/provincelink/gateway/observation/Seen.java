package io.provincelink.gateway.observation;

import io.provincelink.kit.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request that is over.
 *
 * @param visitor who sent it; null without a token that was accepted
 * @param address from where it came; to tell those without a token apart, and never kept
 * @param method one that HTTP knows, or {@code OTHER}: nobody makes the gateway count and keep methods by making them up
 * @param route template of its address, such as {@code /api/v1/agreements/{id}}
 * @param path its address without the query, as problems show it
 * @param status of the answer; 0 where the client did not wait for it
 * @param problem why it was refused or failed, such as {@code not-your-party}; null where nobody said so
 */
public record Seen(
        Instant at,
        Duration took,
        Trace trace,
        @Nullable Visitor visitor,
        String address,
        String method,
        String route,
        String path,
        int status,
        @Nullable String problem) {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    public Seen {
        method = METHODS.contains(method) ? method : "OTHER";
    }

    /** Without a token that was accepted. */
    public boolean isAnonymous() {
        return visitor == null;
    }
}
