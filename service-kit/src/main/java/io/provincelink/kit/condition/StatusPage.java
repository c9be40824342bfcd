package io.provincelink.kit.condition;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.vertx.http.ManagementInterface;
import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * {@code /q/status} on the management port: what {@code /q/health} tells machines, as a page without scripts. It may name addresses of
 * the suite, which is why it is not on the public port.
 */
@Singleton
public class StatusPage {

    private static final Logger LOG = Logger.getLogger(StatusPage.class);

    private static final String PATH = "/q/status";

    private final SmallRyeHealthReporter health;
    private final String application;

    StatusPage(SmallRyeHealthReporter health, @ConfigProperty(name = "quarkus.application.name") String application) {
        this.health = health;
        this.application = application;
    }

    void mount(@Observes ManagementInterface management) {
        management.router().get(PATH).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        ManagedContext request = Arc.container().requestContext();
        boolean begun = !request.isActive();
        if (begun) {
            request.activate();
        }
        try {
            health.getHealthAsync()
                    .map(found -> PartsPage.of(application, found.getPayload()))
                    .subscribe()
                    .with(page -> send(context, 200, page), failed -> {
                        LOG.error("nobody knows how the parts are", failed);
                        send(context, 500, "");
                    });
        } finally {
            if (begun) {
                request.terminate();
            }
        }
    }

    private static void send(RoutingContext context, int status, String page) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/html;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .end(page);
    }
}
