package io.provincelink.gateway.upstream;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Asks every instance again and again whether it is ready, over connections of its own. One that is stopped says that it is not
 * before it closes its port, so that what it has begun it can end, and nothing new is begun on it.
 */
@Singleton
class HealthWatch {

    private static final Logger LOG = Logger.getLogger(HealthWatch.class);

    /** What the services answer it at: service-kit's Readiness. */
    private static final String READY = "/ready";

    private final Vertx vertx;
    private final GatewaySettings.Health settings;
    private final HttpClient client;
    private final List<Fleet> fleets = new ArrayList<>();

    HealthWatch(Vertx vertx, Services services, GatewaySettings settings) {
        this.vertx = vertx;
        this.settings = settings.health();
        int patience = (int) this.settings.patience().toMillis();
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(patience).setKeepAliveTimeout(60));
        for (Upstream service : Upstream.values()) {
            fleets.add(services.fleet(service));
        }
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(settings.interval().toMillis(), tick -> fleets.forEach(this::ask));
        List<Fleet> named = fleets.stream().filter(Fleet::hasNames).toList();
        if (!named.isEmpty()) {
            lookUp(named);
            vertx.setPeriodic(settings.names().toMillis(), tick -> lookUp(named));
        }
    }

    private void lookUp(List<Fleet> named) {
        vertx.executeBlocking(() -> {
            named.forEach(Fleet::lookUp);
            return null;
        });
    }

    private void ask(Fleet fleet) {
        fleet.instances().forEach(instance -> isReady(instance).onSuccess(ready -> note(fleet, instance, ready)));
    }

    private static void note(Fleet fleet, Instance instance, boolean ready) {
        if (!instance.becomes(ready)) {
            return;
        }
        LOG.infof("%s at %s is %s", fleet.service().title(), instance, ready ? "ready" : "not ready");
        if (ready) {
            Admission.forgive(fleet.service());
        }
    }

    private Future<Boolean> isReady(Instance instance) {
        long patience = settings.patience().toMillis();
        return client.request(instance.request(HttpMethod.GET, READY).setTimeout(patience))
                .compose(request -> request.send().map(HttpClientResponse::statusCode))
                .map(status -> status == 200)
                .otherwise(false);
    }
}
