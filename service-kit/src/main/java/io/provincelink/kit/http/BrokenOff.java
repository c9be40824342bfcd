package io.provincelink.kit.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerResponse;
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
        HttpServerResponse response = current.getCurrent().response();
        if (response.headWritten()) {
            response.reset();
        }
    }
}
