package io.provincelink.gateway.store;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Says whether the gateway's own database is there. No part of its readiness, since it does its work without. */
@Wellness
@ApplicationScoped
public class StoreHealth implements HealthCheck {

    private final Store store;

    public StoreHealth(Store store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("gateway-store")
                .withData("configured", store.isWanted())
                .status(!store.isWanted() || store.isThere())
                .build();
    }
}
