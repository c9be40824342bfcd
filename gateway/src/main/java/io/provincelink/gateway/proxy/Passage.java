package io.provincelink.gateway.proxy;

import io.provincelink.gateway.door.Refusals;
import io.provincelink.gateway.upstream.Admission;
import io.provincelink.gateway.upstream.GatewaySettings;
import io.provincelink.gateway.upstream.Services;
import io.provincelink.gateway.upstream.Upstream;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import jakarta.inject.Singleton;

/** The way of a request to a service and of its answer back: what is checked, dropped and added on it, in this order. */
@Singleton
class Passage {

    private final Vertx vertx;
    private final Services services;
    private final Admission admission;
    private final GatewaySettings settings;
    private final Refusals refusals;

    Passage(Vertx vertx, Services services, Admission admission, GatewaySettings settings, Refusals refusals) {
        this.vertx = vertx;
        this.services = services;
        this.admission = admission;
        this.settings = settings;
        this.refusals = refusals;
    }

    HttpProxy to(Upstream service) {
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), services.client())
                .origin(context -> connect(service, context))
                .addInterceptor(new Guard(
                        vertx, refusals, settings, (kind, sending) -> admission.admit(service, kind, sending)))
                .addInterceptor(new OldClients())
                .addInterceptor(new HeaderHygiene(services.origins(service)))
                .addInterceptor(new Repeating(vertx));
    }

    private Future<HttpClientRequest> connect(Upstream service, ProxyContext context) {
        ProxyRequest request = context.request();
        Exchange exchange = Exchange.of(context);
        return services.request(
                        service, request.getMethod(), request.getURI(), exchange.timeToConnect(), exchange.attempts())
                .compose(exchange::connected);
    }
}
