package io.provincelink.gateway.health;

import io.provincelink.gateway.audit.AuditQueue;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Says how many audit entries wait to be written, and whether some are in the log alone. */
@Wellness
@ApplicationScoped
class AuditHealth implements HealthCheck {

    private final AuditQueue queue;

    AuditHealth(AuditQueue queue) {
        this.queue = queue;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("audit")
                .withData("waiting", queue.size())
                .withData("in the log alone since the start", queue.lost())
                .status(!queue.isFull())
                .build();
    }
}
