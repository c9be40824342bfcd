package io.provincelink.kit.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What fails once a part of the answer has been sent cannot be told in a status any more. The framework would send the problem after
 * that part and end the answer as if it were whole; so it breaks off instead.
 */
public final class BrokenOff {

    /** Response filters run in descending order; this one before all that look at the problem. */
    private static final int FIRST = 10_000;

    private final CurrentVertxRequest current;

    public BrokenOff(CurrentVertxRequest current) {
        this.current = current;
    }

    @ServerResponseFilter(priority = FIRST)
    public void breakOff() {
        HttpServerRequest request = current.getCurrent().request();
        if (!request.response().headWritten()) {
            return;
        }
        if (request.version() != HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
            // at once: Vert.x itself closes when all that waits for a slow reader has gone, and the end would go with
            // it
            connection.channelHandlerContext().close();
        } else {
            request.response().reset();
        }
    }
}
