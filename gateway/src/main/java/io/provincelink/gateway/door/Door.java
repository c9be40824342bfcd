package io.provincelink.gateway.door;

import io.provincelink.gateway.limit.Limits;
import io.provincelink.gateway.upstream.GatewaySettings;
import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.provincelink.kit.problem.ShownPath;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What happens to a request that nobody takes, whose token is bad, or on which the gateway itself fails. */
@Singleton
public class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);

    private final Refusals refusals;
    private final Limits limits;
    private final GatewaySettings settings;

    public Door(Refusals refusals, Limits limits, GatewaySettings settings) {
        this.settings = settings;
        this.refusals = refusals;
        this.limits = limits;
    }

    void mount(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
        router.route()
                .order(Integer.MAX_VALUE)
                .handler(context -> refusals.send(context.request(), CommonProblem.NOT_FOUND));
        router.route("/")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(0)
                .handler(context -> context.redirect("/docs"));
    }

    private void failed(RoutingContext context) {
        HttpServerRequest request = context.request();
        ProblemException problem = problem(context.failure(), context.statusCode());
        if (problem.type() == CommonProblem.INTERNAL) {
            LOG.errorf(context.failure(), "unforeseen failure of %s", ShownPath.of(request.path()));
        }
        HttpServerResponse response = request.response();
        if (problem.type() == CommonProblem.UNAUTHENTICATED && !response.headWritten()) {
            limits.admitAddress(
                    request, () -> refusals.send(request, problem), tooMany -> refusals.send(request, tooMany));
        } else if (!response.headWritten()) {
            refusals.send(request, problem);
        } else if (!response.ended()) {
            // too late for a problem; but an answer that lacks its end must not look whole
            request.connection().close();
        }
    }

    private ProblemException problem(@Nullable Throwable thrown, int status) {
        if (thrown instanceof AuthenticationFailedException
                && thrown.getCause() instanceof ProblemException cannotBeChecked) {
            return cannotBeChecked;
        }
        if (status == 413) {
            return ProblemException.of(
                    CommonProblem.TOO_LARGE, settings.bodyLimit().asLongValue() >> 20);
        }
        return ProblemException.of(type(thrown, status));
    }

    private static CommonProblem type(@Nullable Throwable thrown, int status) {
        if (thrown instanceof AuthenticationFailedException || thrown instanceof UnauthorizedException) {
            return CommonProblem.UNAUTHENTICATED;
        }
        if (thrown instanceof ForbiddenException) {
            return CommonProblem.FORBIDDEN;
        }
        // 4xx: the router itself found fault with the request, for example that it names no host
        return status >= 400 && status < 500 ? CommonProblem.OTHER_REQUEST_PROBLEM : CommonProblem.INTERNAL;
    }
}
