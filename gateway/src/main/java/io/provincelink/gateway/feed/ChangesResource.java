package io.provincelink.gateway.feed;

import io.provincelink.gateway.limit.Callers;
import io.provincelink.gateway.upstream.Inquiries.OnBehalfOf;
import io.provincelink.kit.caller.CurrentCaller;
import io.provincelink.kit.http.ParameterReader;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The feed over HTTP, for partner systems and phones that keep a copy. */
@Path("changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes")
public class ChangesResource {

    private final Feeds feeds;
    private final WaitingRoom waitingRoom;
    private final CurrentCaller caller;

    ChangesResource(Feeds feeds, WaitingRoom waitingRoom, CurrentCaller caller) {
        this.feeds = feeds;
        this.waitingRoom = waitingRoom;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listChanges",
            summary = "What happened after a cursor, in the order in which it happened",
            description =
                    "Keep nextCursor and send it as after; nothing is missed and nothing comes twice. A record that comes into"
                            + " the reader's sight is CREATED, one that goes out of it DELETED. With wait, an answer that would be"
                            + " empty comes as soon as something happens. What a service that is named in unavailable has to tell"
                            + " comes later, behind the same cursor. 410: read everything anew and start without after.")
    public Uni<ChangeFeed> list(
            @Valid @BeanParam FeedQuery query,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Parameter(hidden = true) @Nullable String authorization,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language,
            @Context @Parameter(hidden = true) RoutingContext request) {
        Question question = query.question(new ParameterReader(caller.get()));
        OnBehalfOf reader = new OnBehalfOf(authorization, language);
        return question.patience().equals(Duration.ZERO)
                ? feeds.ask(question, reader)
                : waitingRoom.ask(
                        Callers.of(request),
                        () -> feeds.ask(question, reader),
                        question.services(),
                        question.patience());
    }
}
