package io.provincelink.gateway.proxy;

import io.provincelink.gateway.door.Refusals;
import io.provincelink.gateway.limit.Callers;
import io.provincelink.gateway.limit.Limits;
import io.provincelink.gateway.limit.Shares;
import io.provincelink.gateway.upstream.GatewaySettings;
import io.provincelink.gateway.upstream.Upstream;
import io.provincelink.kit.http.CompressedPages;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.problem.ProblemType;
import io.provincelink.kit.trace.Traces;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.httpproxy.HttpProxy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Lets requests through to whom the routing table names, as many as their sender may have. Mounted before the gateway's own resources. */
@Singleton
public class Gate {

    /** Before the token is checked: of a request that cannot be told from the next one not even that is answered. */
    private static final int FIRST = Integer.MIN_VALUE + 1;

    /** After the token was checked, before anything is done for its owner. */
    private static final int COUNTED = -1;

    /** Before any resource of the gateway's own. */
    private static final int ORDER = 1;

    /** Asked by whoever stands in front every second. */
    private static final String READY = "/ready";

    private static final String AGAIN_IN_SECONDS = "1";

    private final Refusals refusals;
    private final GatewaySettings settings;
    private final Limits limits;
    private final BodyHandler counted;
    private final Shares shares;
    private final Map<Upstream, HttpProxy> proxies = new EnumMap<>(Upstream.class);

    public Gate(Passage passage, Limits limits, GatewaySettings settings, Refusals refusals) {
        this.refusals = refusals;
        this.settings = settings;
        this.limits = limits;
        this.shares = new Shares(settings.admission().requestsPerCaller());
        this.counted =
                BodyHandler.create(false).setBodyLimit(settings.bodyLimit().asLongValue());
        for (Upstream service : Upstream.values()) {
            proxies.put(service, passage.to(service));
        }
    }

    void mount(@Observes Router router) {
        router.route().order(FIRST).handler(this::admit);
        router.route().order(COUNTED).handler(this::count);
        router.route().order(ORDER).handler(this::pass);
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (refusals.isTooLate(request)) {
            return;
        }
        List<String> encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        ProblemType tooLong = HeadLimit.exceededBy(request);
        boolean unclearEnd = !encodings.isEmpty() && !encodings.equals(List.of("chunked"));
        if (unclearEnd || request.headers().getAll(HttpHeaders.HOST).size() > 1) {
            // whether what follows is a body or another request, or for whom it is, nobody can say
            refusals.sendAndClose(request, CommonProblem.OTHER_REQUEST_PROBLEM);
        } else if (tooLong != null) {
            refusals.send(request, tooLong);
        } else if (request.path() == null) {
            refusals.send(request, CommonProblem.OTHER_REQUEST_PROBLEM);
        } else {
            // after the head was measured; a service that gets these headers takes the gateway for its parent
            Traces.of(context).passOn(request.headers());
            context.next();
        }
    }

    private void count(RoutingContext context) {
        if (READY.equals(context.request().path())) {
            context.next();
        } else {
            limits.admit(context, context::next, tooMany -> refusals.send(context.request(), tooMany));
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
            share(context, to.service());
        } else {
            hear(context);
        }
    }

    /** A body of unknown length is counted while it comes, before anybody reads it. */
    private void hear(RoutingContext context) {
        if (context.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            counted.handle(context);
        } else {
            context.next();
        }
    }

    /** Who reads slowly holds a connection to the service for each answer. */
    private void share(RoutingContext context, Upstream service) {
        String caller = Callers.of(context);
        if (shares.take(caller)) {
            context.addEndHandler(over -> shares.giveBack(caller));
            stream(context.request(), service);
        } else {
            refusals.send(
                    context.request(),
                    ProblemException.of(CommonProblem.OVERLOADED).with("Retry-After", AGAIN_IN_SECONDS));
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
