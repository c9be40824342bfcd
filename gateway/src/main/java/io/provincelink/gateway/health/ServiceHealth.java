package io.provincelink.gateway.health;

import io.provincelink.gateway.upstream.Condition;
import io.provincelink.gateway.upstream.Services;
import io.provincelink.gateway.upstream.Upstream;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** One check for each service, with its instances. */
@Singleton
class ServiceHealth {

    private final Services services;

    ServiceHealth(Services services) {
        this.services = services;
    }

    @Produces
    @Singleton
    @Wellness
    HealthCheck agreements() {
        return () -> check(Upstream.AGREEMENTS);
    }

    @Produces
    @Singleton
    @Wellness
    HealthCheck exchanges() {
        return () -> check(Upstream.EXCHANGES);
    }

    @Produces
    @Singleton
    @Wellness
    HealthCheck trade() {
        return () -> check(Upstream.TRADE);
    }

    private HealthCheckResponse check(Upstream service) {
        Condition condition = services.condition(service);
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(service.title())
                .withData(
                        "ready",
                        condition.ready() + " of " + condition.instances().size())
                .withData("circuit breaker", condition.resting() ? "open" : "closed");
        for (Condition.OfInstance instance : condition.instances()) {
            String since = instance.since().map(moment -> " since " + moment).orElse(", not asked yet");
            answer = answer.withData(instance.address(), (instance.ready() ? "ready" : "not ready") + since);
        }
        return answer.status(condition.isWell()).build();
    }
}
