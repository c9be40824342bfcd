package io.provincelink.gateway.proxy;

import io.provincelink.gateway.door.Refusals;
import io.provincelink.gateway.upstream.Admission;
import io.provincelink.gateway.upstream.GatewaySettings;
import io.provincelink.gateway.upstream.Services;
import io.provincelink.gateway.upstream.Upstream;
import io.provincelink.kit.http.CompressedPages;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemType;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Lets requests through to the service that the routing table names. Mounted before the gateway's own resources. */
@Singleton
public class Gate {

    /** Before the token is checked: of a request that cannot be told from the next one not even that is answered. */
    private static final int FIRST = Integer.MIN_VALUE + 1;

    /** After the token was checked, before any resource. */
    private static final int ORDER = 1;

    private final Refusals refusals;
    private final GatewaySettings settings;
    private final Map<Upstream, HttpProxy> proxies = new EnumMap<>(Upstream.class);

    public Gate(Vertx vertx, Services services, Admission admission, GatewaySettings settings, Refusals refusals) {
        this.refusals = refusals;
        this.settings = settings;
        for (Upstream service : Upstream.values()) {
            Guard guard = new Guard(
                    vertx,
                    refusals,
                    settings,
                    (kind, sending) -> admission.admit(service, kind, sending));
            HttpProxy proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), services.client())
                    .origin(context -> {
                        ProxyRequest request = context.request();
                        Exchange exchange = Exchange.of(context);
                        return services.request(
                                        service,
                                        request.getMethod(),
                                        request.getURI(),
                                        exchange.timeToConnect(),
                                        exchange.attempts())
                                .compose(exchange::connected);
                    })
                    .addInterceptor(guard)
                    .addInterceptor(new OldClients())
                    .addInterceptor(new HeaderHygiene())
                    .addInterceptor(new Repeating(vertx));
            proxies.put(service, proxy);
        }
    }

    void mount(@Observes Router router) {
        router.route().order(FIRST).handler(this::admit);
        router.route().order(ORDER).handler(this::pass);
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (refusals.isTooLate(request)) {
            return;
        }
        List<String> encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        ProblemType tooLong = HeadLimit.exceededBy(request);
        if (!encodings.isEmpty() && !encodings.equals(List.of("chunked"))) {
            // whether what follows is a body or another request nobody can say
            refusals.sendAndClose(request, CommonProblem.OTHER_REQUEST_PROBLEM);
        } else if (tooLong != null) {
            refusals.send(request, tooLong);
        } else if (request.path() == null) {
            refusals.send(request, CommonProblem.OTHER_REQUEST_PROBLEM);
        } else {
            context.next();
        }
    }

    private void pass(RoutingContext context) {
        HttpServerRequest request = context.request();
        Route route;
        try {
            route = Route.of(request.path(), context.normalizedPath(), () -> context.queryParam("indicator"));
        } catch (RuntimeException unreadableQuery) {
            refusals.send(request, CommonProblem.OTHER_REQUEST_PROBLEM);
            return;
        }
        if (route instanceof Route.Refused refused) {
            refusals.send(request, refused.problem());
        } else if (isTooLarge(request)) {
            refusals.send(request, CommonProblem.TOO_LARGE, BodyLimit.mebibytes(request, settings));
        } else if (route instanceof Route.To to) {
            // the service compressed it or had its reasons not to
            context.put(CompressedPages.AS_IT_IS, true);
            stream(request, to.service());
        } else {
            context.next();
        }
    }

    private void stream(HttpServerRequest request, Upstream service) {
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        proxies.get(service).handle(request);
    }

    private boolean isTooLarge(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length != null && Long.parseLong(length) > BodyLimit.of(request, settings);
        } catch (NumberFormatException absurd) {
            return true;
        }
    }
}
