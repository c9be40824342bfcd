package io.provincelink.kit.process;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * {@code GET /ready}, 200 or 503 and nothing else: whether whoever stands in front, the gateway or a load balancer, should send
 * requests. The health pages on the management port say why. An application that is being stopped is not ready for as long as
 * {@code quarkus.shutdown.delay}, while it still answers.
 */
@Singleton
public class Readiness {

    private static final String PATH = "/ready";

    private final SmallRyeHealthReporter health;

    Readiness(SmallRyeHealthReporter health) {
        this.health = health;
    }

    void mount(@Observes Router router) {
        router.route(PATH)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(0)
                .handler(this::answer);
    }

    private void answer(RoutingContext context) {
        ManagedContext request = Arc.container().requestContext();
        boolean begun = !request.isActive();
        if (begun) {
            request.activate();
        }
        try {
            health.getReadinessAsync()
                    .map(SmallRyeHealth::isDown)
                    .onFailure()
                    .recoverWithItem(true)
                    .subscribe()
                    .with(down -> context.response()
                            .setStatusCode(down ? 503 : 200)
                            .putHeader("Cache-Control", "no-store")
                            .end());
        } finally {
            if (begun) {
                request.terminate();
            }
        }
    }
}
