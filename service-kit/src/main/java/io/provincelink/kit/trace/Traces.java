package io.provincelink.kit.trace;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Gives every request its trace before anything else is done with it. */
@Singleton
public class Traces {

    /** Whatever comes after it may log. */
    private static final int FIRST = Integer.MIN_VALUE;

    private static final String KEY = "provincelink.trace";

    void mount(@Observes Router router) {
        router.route().order(FIRST).handler(Traces::begin);
    }

    private static void begin(RoutingContext context) {
        Trace trace = Trace.from(context.request().headers());
        context.put(KEY, trace);
        trace.attach();
        context.next();
    }

    /** That of a request, on whatever thread. */
    public static Trace of(RoutingContext context) {
        @Nullable Trace known = context.get(KEY);
        return known == null ? Trace.begin() : known;
    }
}
