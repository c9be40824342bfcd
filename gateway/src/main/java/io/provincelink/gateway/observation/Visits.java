package io.provincelink.gateway.observation;

import io.provincelink.kit.problem.ShownPath;
import io.provincelink.kit.time.Today;
import io.provincelink.kit.trace.Traces;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Follows each request to its end, whoever answers it, and tells the watchers what became of it. */
@Singleton
public class Visits {

    private static final Logger LOG = Logger.getLogger(Visits.class);

    /** Before anybody can refuse it. */
    private static final int FIRST = Integer.MIN_VALUE;

    /** Asked every second by whoever stands in front; tells nothing about anybody. */
    private static final String READY = "/ready";

    private final List<Watcher> watchers;
    private final RouteTemplates routes;
    private final Today today;

    public Visits(@All List<Watcher> watchers, RouteTemplates routes, Today today) {
        this.watchers = watchers;
        this.routes = routes;
        this.today = today;
    }

    void mount(@Observes Router router) {
        router.route().order(FIRST).handler(this::follow);
    }

    private void follow(RoutingContext context) {
        if (!READY.equals(context.request().path())) {
            Visit visit = new Visit();
            visit.attach();
            context.addEndHandler(end -> {
                if (visit.end()) {
                    tell(context, visit);
                }
            });
        }
        context.next();
    }

    /** Whatever goes wrong here is not the client's business, who would else get half an answer. */
    private void tell(RoutingContext context, Visit visit) {
        try {
            Seen seen = seen(context, visit);
            watchers.forEach(watcher -> watcher.saw(seen));
        } catch (RuntimeException unforeseen) {
            LOG.error("what became of a request is not told", unforeseen);
        }
    }

    private Seen seen(RoutingContext context, Visit visit) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = request.response();
        String path = String.valueOf(request.path());
        SocketAddress remote = request.remoteAddress();
        return new Seen(
                today.now(),
                Duration.ofNanos(visit.nanos()),
                Traces.of(context),
                Visitor.of(context),
                remote == null ? "" : remote.hostAddress(),
                request.method().name(),
                routes.of(path),
                String.valueOf(ShownPath.of(path)),
                // What was answered stands, also where its reader did not read it to the end. That the request is over
                // says nothing: a connection that is closed before the answer is an end to the server as well.
                response.ended() || response.headWritten() ? response.getStatusCode() : 0,
                visit.problem());
    }
}
