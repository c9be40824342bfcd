package io.provincelink.gateway.door;

import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Routes of the gateway's own that fail in ways that nobody foresaw. */
@Singleton
public class Breakdowns {

    static final String SECRET = "jdbc:secret";

    void mount(@Observes Router router) {
        router.get("/breakdown").handler(context -> {
            throw new IllegalStateException(SECRET);
        });
        router.get("/breakdown/status").handler(context -> context.fail(500));
        router.get("/breakdown/forbidden").handler(context -> context.fail(new ForbiddenException(SECRET)));
        router.get("/breakdown/halfway").handler(context -> {
            context.response().setChunked(true).write("first");
            throw new IllegalStateException(SECRET);
        });
    }
}
