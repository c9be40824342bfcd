package io.provincelink.kit.identity;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Says whether the identity server answers. No part of the readiness: without it known keys and anonymous reads go on. */
@Wellness
@ApplicationScoped
public class IdentityHealth implements HealthCheck {

    private final IdentityServer server;

    IdentityHealth(IdentityServer server) {
        this.server = server;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("identity-server")
                .withData("keys", server.isAsked() ? server.hasAnswered() ? "known" : "none yet" : "fixed")
                .status(!server.isAsked() || server.hasAnswered() && !server.isSilent())
                .build();
    }
}
