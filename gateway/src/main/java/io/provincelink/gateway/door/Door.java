package io.provincelink.gateway.door;

import io.provincelink.kit.problem.CommonProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What happens to a request that nobody takes or whose token is bad. */
@Singleton
public class Door {

    private final Refusals refusals;

    public Door(Refusals refusals) {
        this.refusals = refusals;
    }

    void mount(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
        router.route()
                .order(Integer.MAX_VALUE)
                .handler(context -> refusals.send(context.request(), CommonProblem.NOT_FOUND));
        router.get("/").order(0).handler(context -> context.redirect("/docs"));
    }

    private void failed(RoutingContext context) {
        Throwable thrown = context.failure();
        if (thrown instanceof AuthenticationFailedException || thrown instanceof UnauthorizedException) {
            refusals.send(context.request(), CommonProblem.UNAUTHENTICATED);
        } else if (context.statusCode() >= 400 && context.statusCode() < 500) {
            // the router itself found fault with the request, for example that it names no host
            refusals.send(context.request(), CommonProblem.OTHER_REQUEST_PROBLEM);
        } else {
            context.next();
        }
    }
}
