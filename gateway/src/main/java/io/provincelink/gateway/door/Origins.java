package io.provincelink.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets the pages of named origins read all answers, refusals too. Quarkus decides which origins ({@code quarkus.http.cors.origins}) and
 * says so before anybody answers; whoever answers, a service or the gateway itself, then writes a head of its own.
 */
@Singleton
public class Origins {

    /** Right after Quarkus' own filter. */
    private static final int ORDER = -299;

    private static final String ALLOWED = "access-control-";

    private final boolean open;

    public Origins(@ConfigProperty(name = "quarkus.http.cors.enabled", defaultValue = "false") boolean open) {
        this.open = open;
    }

    void mount(@Observes Router router) {
        if (open) {
            router.route().order(ORDER).handler(this::remember);
        }
    }

    private void remember(RoutingContext context) {
        HttpServerResponse response = context.response();
        List<Map.Entry<String, String>> allowed = new ArrayList<>();
        for (Map.Entry<String, String> header : response.headers()) {
            if (header.getKey().toLowerCase(Locale.ROOT).startsWith(ALLOWED)) {
                allowed.add(Map.entry(header.getKey(), header.getValue()));
            }
        }
        context.addHeadersEndHandler(written -> {
            MultiMap headers = response.headers();
            allowed.forEach(header -> headers.set(header.getKey(), header.getValue()));
            // else a cache would give one origin's answer to another
            headers.add("Vary", "Origin");
        });
        context.next();
    }
}
