package io.provincelink.kit.http;

import io.provincelink.kit.problem.CommonProblem;
import io.provincelink.kit.problem.ProblemException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets so many whole lists be taken at the same time. Each holds a thread here, and one of the connections that the gateway has to this
 * service, for as long as its reader takes; all other answers must go on meanwhile.
 */
@Singleton
public class StreamsAtOnce {

    /** After {@link AcceptHeader} has chosen the form. */
    private static final int AFTER_THE_CHOICE = Priorities.USER + 1_000;

    private static final Set<String> STREAMS = Set.of(ListForms.LINES, ListForms.TABLE);
    private static final int RETRY_AFTER_SECONDS = 30;

    private final CurrentVertxRequest current;
    private final Semaphore places;

    public StreamsAtOnce(
            CurrentVertxRequest current,
            @ConfigProperty(name = "provincelink.streams-at-once", defaultValue = "32") int most) {
        this.current = current;
        this.places = new Semaphore(most);
    }

    @ServerRequestFilter(priority = AFTER_THE_CHOICE)
    public void admit(ContainerRequestContext request, ResourceInfo resource) {
        if (!isStream(request, resource) || PageRequest.isPageAsked(request.getUriInfo())) {
            return;
        }
        if (!places.tryAcquire()) {
            throw ProblemException.of(CommonProblem.BUSY, RETRY_AFTER_SECONDS)
                    .with(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER_SECONDS));
        }
        // called once, also when the reader goes away or the answer breaks off
        current.getCurrent().addEndHandler(ended -> places.release());
    }

    private static boolean isStream(ContainerRequestContext request, ResourceInfo resource) {
        String chosen = request.getHeaderString(HttpHeaders.ACCEPT);
        List<String> given = AcceptHeader.given(resource);
        return chosen != null ? STREAMS.contains(chosen) : !given.isEmpty() && STREAMS.contains(given.get(0));
    }
}
